// Cells of CSV by RFC 4180, made harmless for spreadsheets. Papa Parse was looked at: it escapes by type
// and not by column, knows no full-width forms, and wants whole rows, while a row of a group is
// written as its members come.
import type { FieldValue } from './fields.ts'

/**
 * What makes spreadsheets take a text for a formula, by OWASP's list: = + - @, tab, line ends, and the
 * full-width forms, which some of them read as the narrow ones.
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/** Numbers stay numbers, however they begin; a text that begins like a formula gets an apostrophe. */
export function csvCell(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (value.kind === 'number') return String(value.number)
  const text = value.kind === 'json' ? value.source : value.text
  // A JSON number is as harmless as any other.
  const isNumber = value.kind === 'json' && /^-?\d/.test(text)
  return quoted(!isNumber && STARTS_FORMULA.test(text) ? `'${text}` : text)
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of one empty cell would be an empty line, which readers skip. */
export function csvRow(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')
}
