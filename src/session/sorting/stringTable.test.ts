// Strings that differ, and their order, as the table grows.
import { expect, test } from 'vitest'
import { StringTable } from './stringTable.ts'

const encoder = new TextEncoder()

function tableOf(count: number) {
  const table = new StringTable({ strings: 1 << 20, bytes: 1 << 24 })
  const placeOf = (text: string): number => {
    const bytes = encoder.encode(text)
    return table.add(bytes, 0, bytes.length)
  }
  const places = Array.from({ length: count }, (_, i) => placeOf(textOf(i)))
  return { table, placeOf, places }
}

/** All of them differ, and are in no order. */
function textOf(i: number): string {
  return `row-${(i * 7919) % 100_003}`
}

test.each([255, 256, 257, 512, 513, 5000, 20_000])(
  'each of %i strings has a place of its own',
  (count) => {
    const { table, placeOf, places } = tableOf(count)
    expect(places).toEqual([...places.keys()])
    expect(table.count).toBe(count)
    for (let i = 0; i < count; i++) expect(placeOf(textOf(i))).toBe(i)
  },
)

test.each([255, 256, 257, 512, 513, 5000, 20_000])('%i strings stand in their order', (count) => {
  const numbers = Array.from({ length: count }, (_, i) => (i * 7919) % 100_003)
  const sorted = [...numbers].sort((a, b) => a - b)
  const rankOf = new Map(sorted.map((number, rank) => [number, rank]))
  expect([...tableOf(count).table.places()]).toEqual(numbers.map((number) => rankOf.get(number)))
})
