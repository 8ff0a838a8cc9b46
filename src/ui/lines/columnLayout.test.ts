import { expect, test } from 'vitest'
import { columnLayout, numberColumnWidth, rawLayout } from './columnLayout.ts'

test('the column without a width takes the rest, dragged widths win', () => {
  const columns = [
    { id: 'id', title: 'custom_id', width: 150 },
    { id: 'model', title: 'model', width: 118 },
    { id: 'preview', title: 'preview' },
  ]
  const layout = columnLayout(columns, { model: 90 }, 76)
  expect(layout.tracks).toBe('76px 26px 150px 90px minmax(48px, 1fr) minmax(0, auto)')
  expect(layout.minWidth).toBe(76 + 26 + 150 + 90 + 120)
})

test('the last column takes the rest when all have a width', () => {
  const layout = columnLayout([{ id: 'a', title: 'a', width: 100 }], {}, 76)
  expect(layout.tracks).toBe('76px 26px minmax(48px, 1fr) minmax(0, auto)')
})

test('the raw column is bounded', () => {
  expect(rawLayout(1e9, 76).minWidth).toBeLessThan(100_000)
})

test('line numbers of any file fit', () => {
  expect(numberColumnWidth(0)).toBe(numberColumnWidth(99_999))
  expect(numberColumnWidth(100_000_000)).toBeGreaterThan(numberColumnWidth(100_000))
})
