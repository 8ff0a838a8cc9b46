import { expect, test } from 'vitest'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import {
  columnLayout,
  draggedWidth,
  isEssential,
  numberColumnWidth,
  rawLayout,
  shownColumns,
} from './columnLayout.ts'

const columns: readonly ColumnInfo[] = [
  { id: 'id', title: verbatim('custom_id'), width: 150 },
  { id: 'model', title: verbatim('model'), width: 120 },
  { id: 'preview', title: verbatim('preview') },
]

test('columns have a share of the table up to their width, dragged widths stay', () => {
  const layout = columnLayout(columns, { model: 90 }, 76)
  expect(layout.tracks).toBe(
    '76px 26px clamp(90px, 15cqi, 150px) 90px minmax(120px, 1fr) minmax(0, auto)',
  )
  expect(layout.minWidth).toBe(76 + 26 + 90 + 90 + 120)
})

test('where there is little room, the id and the preview remain', () => {
  const { narrowTracks, narrowMinWidth } = columnLayout(columns, {}, 76)
  expect(narrowTracks).toBe('76px 26px clamp(90px, 15cqi, 150px) minmax(32px, 1fr) minmax(0, auto)')
  expect(narrowMinWidth).toBe(0)
  expect(columns.filter((column, at) => isEssential(column, at, 0)).map(({ id }) => id)).toEqual([
    'id',
    'preview',
  ])
})

test('pinned columns stay one beside the other, in half the width of the table at most', () => {
  const { tracks, narrowTracks, pinLefts } = columnLayout(columns, { model: 450 }, 74, 2)
  const pinned = [
    'min(clamp(90px, 15cqi, 150px), (50cqi - 100px) * 0.25)',
    'min(450px, (50cqi - 100px) * 0.75)',
  ]
  expect(tracks).toBe(`74px 26px ${pinned.join(' ')} minmax(120px, 1fr) minmax(0, auto)`)
  expect(narrowTracks).toBe(`74px 26px ${pinned.join(' ')} minmax(32px, 1fr) minmax(0, auto)`)
  expect(pinLefts).toEqual(['calc(100px)', `calc(100px + ${pinned[0]})`])
  expect(columns.map((column, at) => isEssential(column, at, 2))).toEqual([true, true, true])
})

test('a column that takes the rest has a width while it is pinned', () => {
  const [id, model, preview] = columns
  const { tracks } = columnLayout([preview!, id!, model!], {}, 74, 1)
  expect(tracks).toBe(
    '74px 26px min(clamp(144px, 24cqi, 240px), (50cqi - 100px) * 1) clamp(90px, 15cqi, 150px) minmax(120px, 1fr) minmax(0, auto)',
  )
})

test('columns that are called like what all objects have are as wide as others', () => {
  const odd = ['__proto__', 'constructor', 'toString'].map((id) => ({
    id,
    title: verbatim(id),
    width: 150,
  }))
  const { minWidth, tracks } = columnLayout(odd, {}, 76, 1)
  const plain = columnLayout(
    odd.map((column) => ({ ...column, id: `own ${column.id}` })),
    {},
    76,
    1,
  )
  expect({ minWidth, tracks }).toEqual({ minWidth: plain.minWidth, tracks: plain.tracks })
  expect(draggedWidth(Object.fromEntries([['__proto__', 90]]), '__proto__')).toBe(90)
})

test('what is the same in all lines has no column', () => {
  const shown = shownColumns([
    ...columns,
    { id: 'url', title: verbatim('url'), width: 9, uniform: '/v1' },
  ])
  expect(shown).toEqual(columns)
})

test('the last column takes the rest when all have a width', () => {
  const layout = columnLayout([{ id: 'a', title: verbatim('a'), width: 100 }], {}, 76)
  expect(layout.tracks).toBe('76px 26px minmax(100px, 1fr) minmax(0, auto)')
})

test('the raw column is bounded', () => {
  expect(rawLayout(1e9, 76).minWidth).toBeLessThan(100_000)
})

test('line numbers of any file fit', () => {
  expect(numberColumnWidth(0)).toBe(numberColumnWidth(99_999))
  expect(numberColumnWidth(100_000_000)).toBeGreaterThan(numberColumnWidth(100_000))
})
