import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvCell, csvRow } from './csv.ts'
import type { FieldValue } from './fields.ts'

const text = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\r', '\n', '\t', ' ', '=', '-', '＝', '\u00e9', "'"),
  maxLength: 8,
})

function cell(value: string): string {
  return csvCell({ kind: 'text', text: value })
}

describe('CSV', () => {
  test('is read again by an independent parser', () => {
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }),
      )
    fc.assert(
      fc.property(rows, (cells) => {
        const written = cells.map((row) => `${csvRow(row.map(cell))}\r\n`).join('')
        const read: string[][] = parse(written)
        expect(read).toEqual(
          cells.map((row) =>
            row.map((value) => (/^[=\-\t\r\n＝]/.test(value) ? `'${value}` : value)),
          ),
        )
      }),
      { numRuns: 1000, seed: 3 },
    )
  })

  test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'makes %j harmless',
    (value) => {
      const [[read]] = parse(`${cell(value)}\r\n`) as [[string]]
      expect(read).toBe(`'${value}`)
    },
  )

  test.each<[FieldValue | undefined, string]>([
    [undefined, ''],
    [{ kind: 'number', number: -5 }, '-5'],
    [{ kind: 'number', number: 1e21 }, '1e+21'],
    [{ kind: 'json', source: '-5' }, '-5'],
    [{ kind: 'json', source: '{"a":"="}' }, '"{""a"":""=""}"'],
    [{ kind: 'text', text: 'plain' }, 'plain'],
    [{ kind: 'text', text: ' spaced' }, '" spaced"'],
  ])('writes %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected)
  })
})
