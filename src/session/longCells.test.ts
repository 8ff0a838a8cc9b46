// Cells of lines too long to be parsed are those that the same values have in short lines.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { FIELD_COLUMN } from '../contracts/columns.ts'
import { runs } from '../tooling/runs.ts'
import { type OpenedText, openText } from './testing/openText.ts'

/** Above what is read of a line for its row. */
const LONG = 'x'.repeat(70_000)

async function open(text: string, fields: readonly string[]): Promise<OpenedText> {
  const opened = await openText(text, { formatId: 'plain' })
  const key = opened.facts().columnsKey
  const columns = fields.map((field) => ({ id: FIELD_COLUMN + field, field }))
  await opened.session.setColumns({ [key]: columns })
  return opened
}

async function rowsOf({ session }: OpenedText) {
  const rows = await session.readRows({ kind: 'all' }, 0, 100)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows
}

async function cellsOf(opened: OpenedText): Promise<readonly (readonly string[] | undefined)[]> {
  return (await rowsOf(opened)).map(({ cells }) => cells)
}

test('values before and behind a long one are shown, the long one is cut', async () => {
  const line = JSON.stringify({ id: 'a', text: LONG, n: [1, 2], user: { name: '\u00e9 "x"' } })
  const opened = await open(`${line}\n`, ['id', 'text', 'n[-1]', 'user.name', 'length(text)', 'no'])
  const [cells] = await cellsOf(opened)
  expect(cells).toEqual(['a', 'x'.repeat(400), '2', '\u00e9 "x"', '70000', ''])
})

test('an edited line is read as it is now, and columns that change are, too', async () => {
  const opened = await open(`${JSON.stringify({ id: 'a', text: LONG })}\n`, ['id'])
  expect(await cellsOf(opened)).toEqual([['a']])
  const [row] = await rowsOf(opened)
  const text = JSON.stringify({ id: 'b', text: LONG })
  await opened.session.edit({ kind: 'replace', id: row?.id as LineId, texts: [text] })
  expect(await cellsOf(opened)).toEqual([['b']])
  const key = opened.facts().columnsKey
  await opened.session.setColumns({
    [key]: [{ id: `${FIELD_COLUMN}length(text)`, field: 'length(text)' }],
  })
  expect(await cellsOf(opened)).toEqual([['70000']])
})

test('lines that are no JSON, or no objects, have the cells that there are', async () => {
  const lines = [`{"id":"a","text":"${LONG}`, JSON.stringify(LONG), JSON.stringify([1, LONG])]
  const opened = await open(lines.join('\n'), ['id', '[0]'])
  expect(await cellsOf(opened)).toEqual([undefined, undefined, ['', '1']])
})

test('what is too much to read at once says so, and lines that are no JSON do not', async () => {
  const long = `{"id":"a","text":"${'x'.repeat(48 * 2 ** 20)}"}`
  const opened = await open([long, long, long, '{"id":', `{"id":"${LONG}`].join('\n'), ['id'])
  const rows = await rowsOf(opened)
  expect(rows.map(({ cells, isTooLong }) => [cells, isTooLong])).toEqual([
    [['a'], undefined],
    [['a'], undefined],
    [undefined, true],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('a byte order mark, the last of equal keys, and characters that are cut', async () => {
  const lines = [
    `\ufeff{"id":"a","text":"${LONG}","id":"b"}`,
    JSON.stringify({ text: LONG, id: `a${'\u{1f600}'.repeat(900)}` }),
    `{"text":"${LONG}","id":"${'\\\\u00e9'.repeat(900)}"}`,
    `{"text":"${LONG}","id":"${'\\u00e9'.repeat(900)}"}`,
  ]
  const opened = await open(lines.join('\n'), ['id'])
  const cells = (await cellsOf(opened)).map((one) => one?.[0])
  expect(cells[0]).toBe('b')
  expect(cells[1]).toBe(`a${'\u{1f600}'.repeat(199)}`)
  expect(cells[2]).toBe('\\u00e9'.repeat(66) + '\\u00')
  expect(cells[3]).toBe('\u00e9'.repeat(400))
})

test('any values, as short lines have them', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2 }),
  )
  const fields = ['a', 'b.c', 'list[*]', 'list[*].a', 'length(a)', 'length(list)']
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        a: value,
        b: fc.oneof(value, fc.record({ c: value })),
        list: fc.array(fc.oneof(value, fc.record({ a: value })), { maxLength: 3 }),
      }),
      async (object) => {
        const short = JSON.stringify(object)
        const long = JSON.stringify({ before: LONG, ...object })
        const [one, other] = await cellsOf(await open(`${short}\n${long}\n`, fields))
        expect(other).toEqual(one)
      },
    ),
    runs(60),
  )
})
