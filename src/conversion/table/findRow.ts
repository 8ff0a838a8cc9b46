// The line in which a row of a table begins: rows before it may have line breaks in their values.
import type { Parser } from 'papaparse'
import type { LineFinder } from '../lineOfPart.ts'
import { RowReader, type RowSyntax } from './rowReader.ts'

/** `wanted` counts as `OnRow` does. */
export function findRow(parser: typeof Parser, syntax: RowSyntax, wanted: number): LineFinder {
  let line: number | undefined
  let breaks = 0
  const reader = new RowReader(parser, syntax, (fields, row) => {
    if (row >= wanted) line ??= wanted + breaks
    for (const field of fields) breaks += field.split('\n').length - 1
  })
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return {
    push: (bytes) => reader.push(decoder.decode(bytes, { stream: true })),
    finish: () => reader.finish(),
    get line() {
      return line
    },
  }
}
