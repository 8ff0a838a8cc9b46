// CSV and TSV held to independent parsers, and to the values of the lines.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { formatPath } from '../../json/jsonPath.ts'
import { runs } from '../../tooling/runs.ts'
import { MOST_FIELDS } from './fields/fieldReader.ts'
import { exportText } from './testing/exportText.ts'

const key = fc.constantFrom('a', 'b', 'a.b', '', 'é', 'x y', '__proto__', 'value', '"')
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    '"',
    ',',
    ';',
    '\r',
    '\n',
    '\t',
    ' ',
    '=',
    '\u00e9',
    '\u{1F600}',
    '\\',
  ),
  maxLength: 6,
})
const { value } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 4 })
    .map((members) => Object.fromEntries(members) as unknown),
}))
const lines = fc.array(value, { maxLength: 8 })

/** What stands in a cell. */
function cellOf(one: unknown): string {
  if (one === null || one === undefined) return ''
  return typeof one === 'string' ? one : JSON.stringify(one)
}

/** A line's leaves by their paths: objects with members are opened, down to the last or only the line's own. */
function leavesOf(one: unknown, isFlat: boolean): Map<string, string> {
  const leaves = new Map<string, string>()
  const visit = (part: unknown, path: readonly string[]): void => {
    const isOpened =
      typeof part === 'object' &&
      part !== null &&
      !Array.isArray(part) &&
      Object.keys(part).length > 0 &&
      (isFlat || path.length === 0)
    if (!isOpened) leaves.set(formatPath(path), cellOf(part))
    else for (const [name, member] of Object.entries(part)) visit(member, [...path, name])
  }
  visit(one, [])
  return leaves
}

describe('CSV and TSV', () => {
  test.each([
    ['csv', ','],
    ['tsv', '\t'],
  ] as const)(
    '%s is read by other programs as the values that the lines have',
    async (id, delimiter) => {
      await fc.assert(
        fc.asyncProperty(
          lines,
          fc.boolean(),
          fc.constantFrom(1, 3, 1000),
          async (values, isFlat, chunkBytes) => {
            const leaves = values.map((one) => leavesOf(one, isFlat))
            const paths = [...new Set(leaves.flatMap((row) => [...row.keys()]))]
            const expected = leaves.map((row) => paths.map((path) => row.get(path) ?? ''))
            const { text: written, notes } = await exportText(
              id,
              values.map((one) => JSON.stringify(one)),
              { nested: isFlat ? 'flat' : 'json', formulaSafe: false, byteOrderMark: false },
              chunkBytes,
            )
            const read: string[][] = parse(written, { delimiter })
            expect(read.slice(1)).toEqual(expected)
            expect(new Set(read[0]).size).toBe(paths.length)
            expect(Papa.parse(written.replace(/\r\n$/, ''), { delimiter }).data.slice(1)).toEqual(
              values.length === 0 ? [] : expected,
            )
            expect(notes).toEqual([])
          },
        ),
        runs(600),
      )
    },
  )

  test('fields that are chosen are in their order, whatever the lines are', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.uniqueArray(key, { minLength: 1 }), async (values, chosen) => {
        const paths = chosen.map((name) => formatPath([name]))
        const { text: written } = await exportText(
          'csv',
          values.map((one) => JSON.stringify(one)),
          { fields: paths, formulaSafe: false, byteOrderMark: false, header: false },
        )
        const read: string[][] = parse(written)
        expect(read).toEqual(
          values.map((one) => paths.map((path) => leavesOf(one, false).get(path) ?? '')),
        )
      }),
      runs(300),
    )
  })
})

test('fields beyond those that can be columns stand together, and that is said', async () => {
  const many = Array.from({ length: MOST_FIELDS + 2 }, (_, i) => [`f${i}`, i])
  const { text: written, notes } = await exportText('csv', [
    JSON.stringify(Object.fromEntries(many)),
    '{"f1":"x"}',
  ])
  const [head, row, other] = parse(written, { bom: true }) as [string[], string[], string[]]
  expect(head).toHaveLength(MOST_FIELDS + 1)
  expect(head.at(-1)).toBe('more')
  expect(JSON.parse(row.at(-1) ?? '')).toEqual({
    [`f${MOST_FIELDS}`]: MOST_FIELDS,
    [`f${MOST_FIELDS + 1}`]: MOST_FIELDS + 1,
  })
  expect(other.at(-1)).toBe('')
  expect(notes).toEqual([
    'There are more than 1,000 fields: what 1 line has beyond them stands together in the column “more”.',
  ])
})

test('unfolded fields beyond the columns are not lost either', async () => {
  const wide = (name: string) =>
    `{"${name}":{${Array.from({ length: 900 }, (_, i) => `"k${i}":${i}`).join()}}}`
  const lines = Array.from({ length: 6 }, (_, i) => wide(`o${i}`))
  const { text: written } = await exportText('csv', lines, { nested: 'flat', byteOrderMark: false })
  const [head = [], ...rows] = parse(written)
  rows.forEach((row, i) => {
    const rest = row.at(-1) === '' ? {} : (JSON.parse(row.at(-1) ?? '') as object)
    const own = Object.fromEntries(
      row.slice(0, -1).flatMap((cell, at) => (cell === '' ? [] : [[head[at] as string, cell]])),
    )
    const all = JSON.stringify({ ...own, ...rest })
    for (const k of [0, 450, 899]) expect(all).toMatch(new RegExp(`k${k}":"?${k}\\b`))
    expect(all).toContain(`o${i}`)
  })
})

test('what is nested very deeply stays JSON, and nothing overflows', async () => {
  const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
  const { text: written } = await exportText(
    'csv',
    [deep, `{"b":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    {
      nested: 'flat',
      byteOrderMark: false,
    },
  )
  const [head, row] = parse(written) as [string[], string[]]
  expect(head).toEqual([Array.from({ length: 16 }, () => 'a').join('.'), 'b'])
  expect(row[0]).toBe(deep.slice('{"a":'.length * 16, -16))
})

test('a key that is there twice counts once, the last time', async () => {
  const { text: written } = await exportText(
    'csv',
    ['{"a":1,"a":{"b":2,"c":3},"a":{"b":4}}', '{"a":{"b":5},"a":6}'],
    { nested: 'flat', byteOrderMark: false },
  )
  expect(written).toBe('a,a.b,a.c\r\n,4,\r\n6,,\r\n')
})
