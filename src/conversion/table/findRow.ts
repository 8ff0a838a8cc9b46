// The line in which a row of a table begins: rows before it may have line breaks in their values.
import type { Parser } from 'papaparse'
import type { LineFinder } from '../lineOfPart.ts'
import { RowReader, type RowSyntax } from './rowReader.ts'
import { newlineOf } from './tableReader.ts'

/** Code units that are read at once. */
const WINDOW = 256 * 1024

/** `wanted` counts as `OnRow` does. */
export function findRow(parser: typeof Parser, syntax: RowSyntax, wanted: number): LineFinder {
  let line: number | undefined
  let breaks = 0
  const reader = new RowReader(parser, syntax, (fields, row) => {
    if (row >= wanted) line ??= wanted + breaks
    for (const field of fields) breaks += field.split('\n').length - 1
  })
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let newline: '\n' | '\r' | undefined
  /** What has come and was not read: the beginning of a row. */
  let text = ''
  let needed = WINDOW
  function read(isLast: boolean): void {
    newline ??= newlineOf(text)
    text = text.slice(reader.read(text, newline, isLast))
    // A long row is not read anew for each piece of it.
    needed = Math.max(WINDOW, 2 * text.length)
  }
  return {
    push(bytes) {
      text += decoder.decode(bytes, { stream: true })
      if (text.length >= needed) read(false)
    },
    finish() {
      text += decoder.decode()
      read(true)
    },
    get line() {
      return line
    },
  }
}
