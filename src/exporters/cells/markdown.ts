// Markdown out of values that may hold anything.
import { cutText } from '../../base/cutText.ts'

/** UTF-16 code units of a value that are shown. */
const LONGEST = 200

/** A value on one line, with nothing in it that Markdown or HTML would act upon. */
export function escapeMarkdown(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  const line = value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
  const isLong = line.length > LONGEST
  const shown = cutText(line, LONGEST)
  return (
    escapeSigns(shown)
      // At the beginning of a line these make lists and rules.
      .replace(/^([+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d+)([.)])/, '$1\\$2') + (isLong ? '…' : '')
  )
}

/** A whole value in a cell of a table. Line breaks stay, as HTML: a row has to stay one line. */
export function markdownCell(value: string): string {
  return (
    value
      .split(/\r\n|[\n\r]/)
      // oxlint-disable-next-line no-control-regex -- control characters are what it is about
      .map((line) => escapeSigns(line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')))
      .join('<br>')
      .trim()
  )
}

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&#$]/g, '\\$&')
}

export type Align = 'left' | 'right'

/** Cells are Markdown already. '' for a table without rows. */
export function markdownTable(
  columns: readonly (readonly [title: string, align: Align])[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return ''
  const head = columns.map(([title]) => title)
  const rule = columns.map(([, align]) => (align === 'right' ? '--:' : '---'))
  return [head, rule, ...rows].map(markdownRow).join('')
}

/** Cells are Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}
