// What is said about a record that stands on several lines: one finding, which each of its lines has.
import type { LineNumber } from '../base/units.ts'
import { type Message, msg } from '../i18n/message.ts'
import type { Finding } from './diagnostic.ts'

/** Of its first line. */
export const recordOverLines: Finding = {
  code: 'record-over-lines',
  severity: 'error',
  title: msg('One record on several lines'),
  message: msg(
    'Records that hold line breaks, in their strings or because they are pretty-printed. JSON Lines take each on one line.',
  ),
}

/** Of its other lines. A record thus reaches as far as this goes on, wherever its lines are. */
export const recordContinues: Finding = { ...recordOverLines, continuesLine: true }

/** `escapedBreaks`: of the line breaks in it, those that stand inside of a string. */
export function explainRecord(first: LineNumber, count: number, escapedBreaks: number): Message {
  const lines = { first, last: first + count - 1 }
  return escapedBreaks === 0
    ? msg(
        'Lines {first, number}–{last, number} are one record, written over several lines. Join them into one.',
        lines,
      )
    : msg(
        'Lines {first, number}–{last, number} are one record: {count, plural, one {a string in it holds a line break} other {strings in it hold # line breaks}}, which JSON writes as \\n. Join the lines into one.',
        { ...lines, count: escapedBreaks },
      )
}
