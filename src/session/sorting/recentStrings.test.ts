// Strings that are remembered by their bytes, against a plain table.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../tooling/runs.ts'
import { RecentStrings } from './recentStrings.ts'

const encoder = new TextEncoder()
/** Some that begin and end alike, of which few have the same slot. */
const alike = fc
  .tuple(fc.constantFrom('row-', ''), fc.nat({ max: 40 }), fc.constantFrom('x', '-ended'))
  .map(([head, middle, tail]) => `${head}${middle}${tail}`)
const any = fc.oneof(alike, fc.string({ maxLength: 80 }), fc.constant('é'.repeat(40)))

test('no string has the number of another', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 200 }), (texts) => {
      const recent = new RecentStrings()
      const numbers = new Map<string, number>()
      for (const text of texts) {
        const bytes = encoder.encode(`"${text}"`)
        const found = recent.find(bytes, 1, bytes.length - 1)
        const number = numbers.get(text) ?? numbers.size
        if (found >= 0) expect(found).toBe(numbers.get(text))
        else recent.keep(bytes, 1, bytes.length - 1, number)
        numbers.set(text, number)
      }
    }),
    runs(100),
  )
})

test('a string that was kept is found, also among many that are found', () => {
  const recent = new RecentStrings()
  const bytes = encoder.encode('info')
  expect(recent.find(bytes, 0, bytes.length)).toBe(-1)
  recent.keep(bytes, 0, bytes.length, 7)
  for (let i = 0; i < 20_000; i++) expect(recent.find(bytes, 0, bytes.length)).toBe(7)
})
