// Tables as a whole: an independent parser reads the same, whatever the pieces; and damage costs no more
// than its row.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, sourceOf } from '../testing/tables.ts'
import { runSource, runSourceOnBytes } from '../testing/runSource.ts'
import { sniffContent } from '../../scanner/sniffContent.ts'
import { recogniseSources } from '../registry.ts'
import { inferValue } from './inferValue.ts'
import { ROW_LIMIT } from './rowReader.ts'

describe('a table', () => {
  test('is read as csv-parse reads it, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(sourceOf, fc.integer({ min: 1, max: 50 }), async (table, size) => {
        const { text, left } = await runSource('table', table.text, table.options, size)
        const rows: string[][] = parse(table.text, {
          delimiter: table.sign,
          record_delimiter: table.lineEnd,
          skip_empty_lines: true,
        })
        expect(left).toEqual([])
        expect(linesOf(text)).toEqual(
          rows.map((row) =>
            Object.fromEntries(row.map((value, at) => [`column_${at + 1}`, value])),
          ),
        )
      }),
    )
  })

  test('keeps its rows when it is longer than a window', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `${at}`,
      at % 7 === 0 ? `"第 ${at} 列\n""${'x'.repeat(at % 100)}"""` : `plain ${at}`,
    ])
    const text = `id,text\n${rows.map((row) => row.join(',')).join('\n')}\n`
    const whole = await runSource('table', text)
    const pieces = await runSource('table', text, {}, 65_537)
    expect(pieces.text).toBe(whole.text)
    expect(whole.left).toEqual([])
    expect(linesOf(whole.text).map((line) => (line as { id: string }).id)).toEqual(
      rows.map(([id]) => id),
    )
  })

  test('loses nothing behind a quote that is never closed', async () => {
    const rest = Array.from({ length: 200_000 }, (_, at) => `${at},value of the row ${at}\n`).join(
      '',
    )
    expect(rest.length).toBeGreaterThan(ROW_LIMIT)
    const text = `id,text\na,b\nc,"open\n${rest}`
    for (const size of [Infinity, 100_003]) {
      const result = await runSource('table', text, {}, size)
      const lines = linesOf(result.text) as { id: string; text: string }[]
      expect(lines).toHaveLength(200_002)
      expect(lines[1]).toEqual({ id: 'c', text: '"open' })
      expect(lines.at(-1)?.id).toBe('199999')
      expect(result.left.map(({ row, isLost }) => ({ row, isLost }))).toEqual([
        { row: 3, isLost: false },
      ])
    }
  })

  test('says of a row over several lines that is too long what holds', async () => {
    const value = `x\n${'y'.repeat(ROW_LIMIT)}`
    const { left } = await runSource('table', `a,b\n1,"${value}"\n`)
    expect(left[0]?.reason.values).toEqual({ count: ROW_LIMIT })
  })

  test('may have a value of many megabytes on one line', async () => {
    const value = 'x'.repeat(2 * ROW_LIMIT)
    const { text, left } = await runSource('table', `a,b\n"${value}",y\n1,2\n`, {}, 1_000_000)
    expect(left).toEqual([])
    expect(linesOf(text)).toEqual([
      { a: value, b: 'y' },
      { a: '1', b: '2' },
    ])
  })

  test('tells of columns without a name and of repeated ones once', async () => {
    const { left } = await runSource('table', 'a,a,,a_2\n1,2,3,4\n1,2,3,4\n')
    expect(left).toHaveLength(1)
    expect(left[0]?.reason.values).toEqual({ count: 2, name: 'a_3' })
  })

  test('tells once of NUL characters and of bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,x\n2,\0\n3,\0y\n4,?\n5,?\n')
    for (const [at, byte] of bytes.entries()) if (byte === 0x3f) bytes[at] = 0xff
    const { left } = await runSourceOnBytes('table', bytes)
    expect(left.map(({ row, isLost }) => ({ row, isLost }))).toEqual([
      { row: 3, isLost: false },
      { row: 5, isLost: false },
    ])
  })
})

describe('values that are inferred', () => {
  test.each(['0', '-1', '1.50', '0.1', '1e+5', '-2.5E-7', '123456789012345', '9007199254740991'])(
    '%s is a number, its digits as they stand',
    (text) => expect(inferValue(text)).toBe(text),
  )

  test.each([
    '',
    ' 1',
    '+1',
    '007',
    '-0',
    '-',
    '.5',
    '1.',
    '1,000',
    '12e4',
    '1e999',
    '1e-999',
    '9007199254740993',
    '0.1234567890123456789',
    '12345678901234567890',
    'NaN',
    '2026-01-01',
    'null',
    'yes',
  ])('%j stays a text', (text) => expect(inferValue(text)).toBeUndefined())

  test('true and false in any case', () => {
    expect(['true', 'FALSE', 'True'].map(inferValue)).toEqual(['true', 'false', 'true'])
  })
})

describe('a table is recognised', () => {
  test.each([
    ['a.csv', 'id,prompt\n1,x\n2,y\n3,z\n', { delimiter: 'comma', quote: 'double', header: 'yes' }],
    [
      'a.csv',
      'id;text\n1;a, b\n2;c\n3;d, e, f\n',
      { delimiter: 'semicolon', quote: 'double', header: 'yes' },
    ],
    ['a.tsv', '1\tx\n2\ty\n3\tz\n', { delimiter: 'tab', quote: 'double', header: 'no' }],
    ['a.csv', "a|b\n'x|1'|'y'\n'z'|'w'\n", { delimiter: 'pipe', quote: 'single', header: 'yes' }],
    [
      'a.csv',
      'id, name\n1, x\n2, y\n',
      { delimiter: 'comma', quote: 'double', header: 'yes', trim: 'yes' },
    ],
    ['a.csv', '編號,提示\n1,"請,\n問"\n', { delimiter: 'comma', quote: 'double', header: 'yes' }],
    ['a.csv', 'sep=;\na,b;c\n1,5;2\n', { delimiter: 'semicolon', quote: 'double', header: 'yes' }],
    ['a.csv', 'prompt\nHello there.\nWhat is it?\n', {}],
  ])('%s %j', (name, text, options) => {
    const bytes = new TextEncoder().encode(text)
    const head = { name, bytes, isWhole: true, content: sniffContent(bytes, true) }
    const [best] = recogniseSources(head)
    expect(best?.source.id).toBe('table')
    expect(best?.options).toEqual(options)
  })

  test('a file of JSON Lines is no table, whatever its name', () => {
    const bytes = new TextEncoder().encode('{"a":1,"b":2}\n{"a":3,"b":4}\n')
    const head = { name: 'a.csv', bytes, isWhole: true, content: sniffContent(bytes, true) }
    expect(recogniseSources(head).map(({ source }) => source.id)).toEqual(['jsonLines'])
  })
})
