// What is said about a record that stands on several lines: one finding, which each of its lines has.
import { groupNumber } from '../base/groupNumber.ts'
import type { LineNumber } from '../base/units.ts'
import type { Finding } from './diagnostic.ts'

/** Of its first line. */
export const recordOverLines: Finding = {
  code: 'record-over-lines',
  severity: 'error',
  title: 'One record on several lines',
  message:
    'Records that hold line breaks, in their strings or because they are pretty-printed. JSON Lines take each on one line.',
}

/** Of its other lines. A record thus reaches as far as this goes on, wherever its lines are. */
export const recordContinues: Finding = { ...recordOverLines, continuesLine: true }

/** `escapedBreaks`: of the line breaks in it, those that stand inside of a string. */
export function explainRecord(first: LineNumber, count: number, escapedBreaks: number): string {
  const lines = `Lines ${groupNumber(first)}–${groupNumber(first + count - 1)} are one record`
  if (escapedBreaks === 0) return `${lines}, written over several lines. Join them into one.`
  const breaks =
    escapedBreaks === 1
      ? 'a string in it holds a line break'
      : `strings in it hold ${groupNumber(escapedBreaks)} line breaks`
  return `${lines}: ${breaks}, which JSON writes as \\n. Join the lines into one.`
}
