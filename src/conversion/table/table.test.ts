// Tables as a whole: an independent parser reads the same, whatever the pieces; and damage costs no more
// than its row.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, sourceOf } from '../testing/tables.ts'
import { runSource } from '../testing/runSource.ts'
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
})
