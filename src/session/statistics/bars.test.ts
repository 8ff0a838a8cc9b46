// A bar of a histogram says how many values it has, and leads to exactly the lines that have them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf } from '../../fields/figureBars.ts'
import { figurePath } from '../../fields/fieldFigures.ts'
import { formatQuery } from '../../fields/formatQuery.ts'
import { runs } from '../../tooling/runs.ts'
import { openText } from '../testing/openText.ts'

const VIEW = { kind: 'all' } as const
const pad = (n: number): string => String(n).padStart(2, '0')

const time = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 24 }),
    second: fc.constantFrom('', ':00', ':59', ':07.5', ':07,250'),
    separator: fc.constantFrom('T', 'T', 'T', ' '),
    zone: fc.constantFrom('Z', 'Z', 'Z', '', '+08:00'),
  })
  .map(({ day, hour, second, separator, zone }) =>
    hour === 24
      ? `2026-02-${pad(day)}`
      : `2026-02-${pad(day)}${separator}${pad(hour)}:30${second}${zone}`,
  )
const value = fc.oneof(
  fc.integer({ min: -50, max: 2000 }),
  fc.double({ noNaN: true, min: -3, max: 3 }),
  fc.constantFrom(0.1, 0.2, 0.3, 0.7, 1e300, Infinity),
  fc.string({ maxLength: 60 }),
  fc.array(fc.constant(1), { maxLength: 30 }),
  fc.dictionary(fc.string({ maxLength: 2 }), fc.constant(1), { maxKeys: 5 }),
  fc.constantFrom(null, true),
)
const column = fc.oneof(
  fc.array(value, { minLength: 1, maxLength: 60 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 60 }),
  fc.array(time, { minLength: 5, maxLength: 60 }),
  fc.array(fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }), { minLength: 2, maxLength: 60 }),
)

test('as many lines are found as a bar counts', async () => {
  let pressed = 0
  await fc.assert(
    fc.asyncProperty(column, fc.constantFrom(6, 24), async (values, most) => {
      const text = values
        .map((one) => JSON.stringify({ created_at: one }).replace(':null}', ':1e999}'))
        .join('\n')
      const { session } = await openText(text)
      const counted = await session.fieldStatistics(VIEW, 'figures', () => {})
      if (!counted.ok) throw new Error(counted.failure.code)
      const { fields } = counted.value
      const at = fields.findIndex(({ step }) => step === 'created_at')
      const field = fields[at]
      if (!field) throw new Error('no field')
      const path = figurePath(fields, at)
      const details = await session.fieldDetails(VIEW, path, 'details', () => {})
      if (!details.ok) throw new Error(details.failure.code)
      for (const { bars, of, outside } of barsOf(path, field, details.value, most)) {
        const kind = of === 'numbers' ? 'number' : of === 'arrays' ? 'array' : undefined
        const all = bars.reduce((sum, { count }) => sum + count, 0) + outside
        if (kind) expect(all).toBe(field.kinds.find(({ type }) => type === kind)?.values)
        for (const { count, query } of bars) {
          if (!query) continue
          pressed++
          const asked = {
            text: formatQuery(query),
            isRegExp: false,
            isQuery: true,
            matchCase: false,
          }
          const found = await session.search(asked, 'search', () => {})
          if (!found.ok) throw new Error(found.failure.code)
          expect({ query: asked.text, lines: found.value.matchingLines }).toEqual({
            query: asked.text,
            lines: count,
          })
        }
      }
    }),
    runs(30),
  )
  expect(pressed).toBeGreaterThan(0)
})
