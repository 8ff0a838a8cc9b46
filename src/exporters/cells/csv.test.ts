import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvCell, csvRow } from './csv.ts'
import type { CellValue } from './cellValue.ts'
import { runs } from '../../tooling/runs.ts'

const text = fc.string({
  unit: fc.constantFrom('a', '"', ',', ';', '\r', '\n', '\t', ' ', '=', '-', '＝', '\u00e9', "'"),
  maxLength: 8,
})

function cell(value: string): string {
  return csvCell({ kind: 'text', text: value })
}

/**
 * All cells as programs read them that forgive everything: quotation marks count at the start of a
 * field alone, what follows the closing one belongs to the field, and an open one ends with the file.
 */
function readAsSpreadsheet(written: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= written.length; at++) {
    let cell = ''
    if (written[at] === '"') {
      for (at++; at < written.length; at++) {
        if (written[at] !== '"') cell += written[at]
        else if (written[at + 1] === '"') cell += written[at++]
        else break
      }
      at++
    }
    for (; at < written.length && ![delimiter, '\r', '\n'].includes(written[at] as string); at++) {
      cell += written[at]
    }
    cells.push(cell)
  }
  return cells
}

const withoutApostrophes = (value: string) => value.replaceAll("'", '')

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
        expect(read.map((row) => row.map(withoutApostrophes))).toEqual(
          cells.map((row) => row.map(withoutApostrophes)),
        )
      }),
      runs(1000),
    )
  })

  test('has no formula for who splits it at commas, semicolons or tabs', () => {
    const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (cells, delimiter) => {
        const written = cells.map((row) => `${csvRow(row.map(cell))}\r\n`).join('')
        const read = readAsSpreadsheet(written, delimiter)
        expect(read.filter((value) => /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(value))).toEqual(
          [],
        )
      }),
      runs(3000),
    )
  })

  test.each([
    ['x;=cmd|A0;y', "x;'=cmd|A0;y"],
    ['a line\n=1+1', "a line\n'=1+1"],
    ['x; "=1"', `x;' "=1"`],
    ['a\t＝1', "a\t'＝1"],
    ['fine; - a list', "fine;' - a list"],
    ['\n=1', "'\n'=1"],
    ['one;two', 'one;two'],
  ])('makes %j harmless inside', (value, expected) => {
    const [[read]] = parse(`${cell(value)}\r\n`) as [[string]]
    expect(read).toBe(expected)
  })

  test('looks at each of many line breaks once', () => {
    const breaks = '\n'.repeat(400_000)
    expect(cell(breaks)).toBe(`"'${breaks}"`)
    expect(cell(`a${breaks}=`)).toBe(`"a${"\n'".repeat(breaks.length)}="`)
  })

  test('leaves JSON the value that it is', () => {
    for (const source of ['{"a":"x;=1"}', '[\n-5,\t-6]', '-5', '{"a":"=","b":";"}']) {
      const [[read]] = parse(`${csvCell({ kind: 'json', source })}\r\n`) as [[string]]
      expect(JSON.parse(read)).toEqual(JSON.parse(source))
      expect(read).not.toMatch(/[;\t\r\n]["'\s]*[=+\-@]/)
    }
  })

  test.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'makes %j harmless',
    (value) => {
      const [[read]] = parse(`${cell(value)}\r\n`) as [[string]]
      expect(read).toBe(`'${value}`)
    },
  )

  test.each<[CellValue | undefined, string]>([
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
