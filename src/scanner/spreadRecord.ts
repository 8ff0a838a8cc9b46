// One record that stands on several lines, although JSON Lines take one line each: because its strings
// hold raw line breaks, or because it was written with indentation among records that were not.

import { type JsonExtent, jsonExtent, skipSpace } from './jsonExtent.ts'

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b

/**
 * How far the record reaches whose first line begins at `from`; `bad` where no record begins. An array
 * whose elements are objects on lines of their own is no record: these are the records.
 */
export function recordExtent(bytes: Uint8Array, from: number): JsonExtent {
  const at = skipSpace(bytes, from)
  const first = bytes[at]
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return { kind: 'bad', to: at }
  if (first === OPEN_BRACKET) {
    const element = skipSpace(bytes, at + 1)
    const isNextLine = bytes.subarray(at, element).includes(LF)
    if (isNextLine && bytes[element] === OPEN_BRACE) return { kind: 'bad', to: element }
  }
  return jsonExtent(bytes, at, { mayBreak: true })
}

export interface JoinedRecord {
  readonly bytes: Uint8Array
  /** Line breaks that stood inside of strings and are escapes now. */
  readonly escapedBreaks: number
}

/**
 * The record on one line. A break between tokens goes, with the indentation after it; one inside of a
 * string becomes the escape of itself. `isCrlf`: whether the break after line i is text as CR LF.
 * Undefined where a backslash stands before a break: what was meant cannot be told.
 */
export function joinRecord(
  lines: readonly Uint8Array[],
  isCrlf: (line: number) => boolean,
): JoinedRecord | undefined {
  const out = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 4, 0))
  let length = 0
  let inString = false
  let escapedBreaks = 0
  for (const [i, line] of lines.entries()) {
    let at = inString ? 0 : skipSpace(line, 0)
    const from = at
    for (; at < line.length; at++) {
      const c = line[at]
      if (c === QUOTE) inString = !inString
      else if (c === BACKSLASH && inString) at++
    }
    if (at > line.length) return undefined
    out.set(line.subarray(from), length)
    length += line.length - from
    if (i === lines.length - 1) break
    if (!inString) {
      while (length > 0 && isSpace(out[length - 1] as number)) length--
      continue
    }
    const escape = isCrlf(i) ? '\\r\\n' : '\\n'
    for (const letter of escape) out[length++] = letter.charCodeAt(0)
    escapedBreaks++
  }
  return { bytes: out.subarray(0, length), escapedBreaks }
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === CR
}
