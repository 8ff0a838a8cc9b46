import { expect, test } from 'vitest'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import {
  columnLayout,
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
  expect(columns.filter(isEssential).map(({ id }) => id)).toEqual(['id', 'preview'])
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
