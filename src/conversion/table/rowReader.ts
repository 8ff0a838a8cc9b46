// Rows of a table, whatever they are. Papa Parse finds the fields; here is what it leaves open: texts that end
// within a row, and quotes that are never closed.
import type { ParseStepResult, Parser } from 'papaparse'
import { SEPARATOR_LINE } from './sniffTable.ts'

/** `unclosed`: a quote that opens a field is text. `malformed`: a quote within a quoted field is not doubled. */
export type RowProblem = 'unclosed' | 'malformed'

export interface RowSyntax {
  readonly delimiter: string
  /** Undefined: quotes are text like any other. */
  readonly quote: string | undefined
}

/** `row` counts from 1, blank ones and the header included. */
export type OnRow = (fields: string[], row: number, problem: RowProblem | undefined) => void

/**
 * Code units of a row over several lines. One that is longer is taken for a quote that nobody closed, so
 * that it costs one row and not the rest of the file.
 */
export const ROW_LIMIT = 4 * 1024 * 1024

export class RowReader {
  readonly #Parser: typeof Parser
  readonly #syntax: RowSyntax
  readonly #onRow: OnRow
  #newline: '\n' | '\r' = '\n'
  #row = 0
  /** Fields of the first row that is not blank. */
  #width = 0

  /** `parser`: the class of Papa Parse, which is loaded when it is needed. */
  constructor(parser: typeof Parser, syntax: RowSyntax, onRow: OnRow) {
    this.#Parser = parser
    this.#syntax = syntax
    this.#onRow = onRow
  }

  /** Rows until now, blank ones and the header included. */
  get row(): number {
    return this.#row
  }

  /** Rows that were read by other means. */
  pass(count: number): void {
    this.#row += count
  }

  /**
   * Hands on the rows of `text`, which begins with one; how many code units of it. `isLast`: no more come. What is
   * not whole stays.
   */
  read(text: string, newline: '\n' | '\r', isLast: boolean): number {
    this.#newline = newline
    let rest = text
    for (;;) {
      const { end, isUnclosed } = this.#readRows(rest, isLast)
      rest = rest.slice(end)
      if (!isUnclosed) return text.length - rest.length
      rest = rest.slice(this.#readBrokenRow(rest))
    }
  }

  /** Hands on whole rows; `end` is where the next one begins, whose quote may be unclosed. */
  #readRows(text: string, isLast: boolean): { end: number; isUnclosed: boolean } {
    const { delimiter, quote } = this.#syntax
    let end = 0
    let isUnclosed = false
    const parser = new this.#Parser({
      delimiter,
      newline: this.#newline,
      ...(quote === undefined ? { fastMode: true } : { quoteChar: quote }),
      step: ({ data, errors, meta }: ParseStepResult<string[][]>) => {
        const fields = data[0] as string[]
        const isBroken =
          errors.some(({ code }) => code === 'MissingQuotes') ||
          (errors.length > 0 &&
            this.#isUnclosed(text, end, meta.cursor, errors[0]?.index ?? 0, fields)) ||
          this.#isTooLong(text, end, meta.cursor)
        if (isBroken) {
          isUnclosed = true
          return parser.abort()
        }
        this.#handOn(text, end, meta.cursor, fields, errors.length > 0 ? 'malformed' : undefined)
        end = meta.cursor
      },
    })
    parser.parse(text, 0, !isLast)
    return { end, isUnclosed: isUnclosed || this.#isTooLong(text, end, text.length) }
  }

  /**
   * Whether the quoted field that begins before `field`, and has a stray quote, was never meant to go on
   * in the next line: the first quote after its own is on another line, or the row has come out too short
   * or too long.
   */
  #isUnclosed(text: string, from: number, to: number, field: number, fields: string[]): boolean {
    if (!this.#spansLines(text, from, to)) return false
    const quote = this.#syntax.quote as string
    let next = text.indexOf(quote, field)
    while (next >= 0 && text[next + 1] === quote) next = text.indexOf(quote, next + 2)
    const lineEnd = text.indexOf(this.#newline, field)
    const isElsewhere = lineEnd >= 0 && lineEnd < next
    return isElsewhere || (this.#width > 0 && fields.length !== this.#width)
  }

  #isTooLong(text: string, from: number, to: number): boolean {
    return to - from > ROW_LIMIT && this.#spansLines(text, from, to)
  }

  #spansLines(text: string, from: number, to: number): boolean {
    const lineEnd = text.indexOf(this.#newline, from)
    return lineEnd >= 0 && lineEnd < to - 1
  }

  /** The first line as a row, its unclosed quotes as text. Returns where the next line begins. */
  #readBrokenRow(text: string): number {
    const lineEnd = text.indexOf(this.#newline)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    const line = text.slice(0, lineEnd < 0 ? end : lineEnd)
    this.#handOn(text, 0, end, this.#fieldsOfLine(withoutCr(line)), 'unclosed')
    return end
  }

  #fieldsOfLine(line: string): string[] {
    const { delimiter, quote = '"' } = this.#syntax
    const fields: string[] = []
    for (let from = 0; ; ) {
      const parser = new this.#Parser({ delimiter, newline: this.#newline, quoteChar: quote })
      const { data, errors } = parser.parse(line.slice(from), 0, false) as {
        data: string[][]
        errors: { code: string; index: number }[]
      }
      const row = data[0] ?? ['']
      const missing = errors.find(({ code }) => code === 'MissingQuotes')
      if (!missing) return [...fields, ...row]
      // The parser tells where the text behind the quote begins.
      const start = from + missing.index - quote.length
      const next = line.indexOf(delimiter, start)
      fields.push(...row.slice(0, -1), line.slice(start, next < 0 ? undefined : next))
      if (next < 0) return fields
      from = next + delimiter.length
    }
  }

  #handOn(
    text: string,
    from: number,
    to: number,
    fields: string[],
    problem: RowProblem | undefined,
  ): void {
    this.#row++
    const last = fields.length - 1
    const value = fields[last] as string
    if (value.endsWith('\r') && this.#isBare(text, from, to, value))
      fields[last] = value.slice(0, -1)
    if (last === 0 && text.slice(from, to).trim() === '') return
    if (this.#row === 1 && SEPARATOR_LINE.test(text.slice(from, to).trim())) return
    if (this.#width === 0) this.#width = fields.length
    this.#onRow(fields, this.#row, problem)
  }

  /** Whether `value`, the last of its row, stands there without quotes: its CR belongs to the line end. */
  #isBare(text: string, from: number, to: number, value: string): boolean {
    if (this.#newline === '\r') return false
    const at = (text[to - 1] === '\n' ? to - 1 : to) - value.length
    const { delimiter } = this.#syntax
    return text.startsWith(value, at) && (at === from || text[at - 1] === delimiter)
  }
}

function withoutCr(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
