// Tables that tests draw, and the lines that came of them.
import fc from 'fast-check'
import { anyScript } from '../../base/testing/anyScript.ts'
import { DELIMITERS, type DelimiterName } from '../table/sniffTable.ts'

/** A table without a header, quoted where it must be and sometimes where it need not. */
export const sourceOf = fc
  .record({
    delimiter: fc.constantFrom(...(Object.keys(DELIMITERS) as DelimiterName[])),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    hasLastEnd: fc.boolean(),
    width: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ delimiter, lineEnd, hasLastEnd, width }) => {
    const sign = DELIMITERS[delimiter]
    const value = fc.oneof(
      anyScript.map((text) => text.toWellFormed()),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r\n', ' ', 'a', '列') }),
    )
    const field = fc
      .tuple(value, fc.boolean())
      .map(([text, isQuoted]) =>
        isQuoted || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
      )
    const row = fc.array(field, { minLength: width, maxLength: width }).map((row) => row.join(sign))
    return fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => ({
      text: rows.join(lineEnd) + (hasLastEnd ? lineEnd : ''),
      sign,
      lineEnd,
      options: { delimiter, header: 'no' },
    }))
  })

export function linesOf(text: string): unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown)
}
