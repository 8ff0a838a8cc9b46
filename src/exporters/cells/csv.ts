// Cells of CSV by RFC 4180, made harmless for spreadsheets. Papa Parse was looked at: it escapes by type
// and not by column, knows no full-width forms, and wants whole rows, while a row of a group is
// written as its members come.
import type { CellValue } from './cellValue.ts'

/** Whoever reads CSV finds the end of a row in it, and some find nothing else. */
export const CSV_LINE_END = '\r\n'

/** By it programs of spreadsheets know that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What makes spreadsheets take a text for a formula, by OWASP's list: = + - @, tab, line ends, and the
 * full-width forms, which some of them read as the narrow ones. Some leave out spaces in front.
 */
const STARTS_FORMULA = /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * Where a cell goes on as a formula for who reads the file otherwise: many locales split at semicolons,
 * some programs at tabs, and to them a quotation mark in mid-field means nothing, so that line breaks
 * end rows as well. A sign with all that may stand between it and a formula, and the formula's first
 * character if there is one: so each character is looked at once.
 */
const MAY_GO_ON = /[;\t\r\n]["'\s]*([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])?/g
const SPLITS = /[;\t\r\n]/g

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/**
 * Numbers stay numbers, however they begin. A text gets an apostrophe wherever a formula would begin;
 * JSON, which has to stay the same value, an escape.
 */
export function csvCell(value: CellValue | undefined): string {
  if (value === undefined) return ''
  if (value.kind === 'number') return String(value.number)
  if (value.kind === 'json') return quoted(harmlessJson(value.source))
  const text = beforeFormulas(value.text, (sign) => `${sign}'`)
  return quoted(STARTS_FORMULA.test(text) ? `'${text}` : text)
}

/** The value as it is, for programs: a spreadsheet may run it. */
export function plainCsvCell(value: CellValue | undefined): string {
  if (value === undefined) return ''
  if (value.kind === 'number') return String(value.number)
  return quoted(value.kind === 'json' ? value.source : value.text)
}

/** A semicolon stands in strings alone, where it may be escaped; line breaks and tabs between tokens. */
function harmlessJson(source: string): string {
  return beforeFormulas(source, (sign) => (sign === ';' ? '\\u003b' : ' '))
}

/** The text with each sign replaced after which a formula would begin. */
function beforeFormulas(text: string, replace: (sign: string) => string): string {
  return text.replace(MAY_GO_ON, (found, formula: string | undefined) =>
    formula === undefined ? found : found.replaceAll(SPLITS, replace),
  )
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of one empty cell would be an empty line, which readers skip. */
export function csvRow(cells: readonly string[], delimiter: ',' | '\t' = ','): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.join(delimiter)
}
