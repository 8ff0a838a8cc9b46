// One record that stands on several lines, although JSON Lines take one line each: because its strings
// hold raw line breaks, or because it was written with indentation among records that were not.

import { type JsonExtent, jsonExtent, skipSpaceBytes } from './jsonExtent.ts'

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b

/**
 * How far the record reaches whose first line begins at `from`; `bad` where no record begins. An array
 * whose elements are objects on lines of their own is not a record: these are the records.
 */
export function recordExtent(bytes: Uint8Array, from: number): JsonExtent {
  const at = skipSpaceBytes(bytes, from)
  const first = bytes[at]
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return { kind: 'bad', to: at }
  if (first === OPEN_BRACKET) {
    const element = skipSpaceBytes(bytes, at + 1)
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
 * The record on one line. A break between tokens goes, with the spaces around it; one inside of a string
 * becomes the escape of itself. `bytes`: its lines with their line ends, that of the last one apart. A
 * CR LF inside of a string is text where `isCrlfText` says so of its LF, and else a line break.
 * Undefined where a backslash stands before a break: what was meant cannot be told.
 */
export function joinRecord(
  bytes: Uint8Array,
  isCrlfText: (at: number) => boolean = () => false,
): JoinedRecord | undefined {
  // A break becomes two bytes, and one of CR LF four at most.
  const out = new Uint8Array(bytes.length * 2)
  let length = 0
  let inString = false
  let escapedBreaks = 0
  for (let at = 0; at < bytes.length; at++) {
    const c = bytes[at] as number
    if (c === LF) {
      const hasCr = at > 0 && bytes[at - 1] === CR
      if (inString) {
        if (hasCr) {
          length--
          if (isCrlfText(at)) length = put(out, length, ESCAPED_CR)
        }
        length = put(out, length, ESCAPED_LF)
        escapedBreaks++
      } else {
        while (length > 0 && isSpace(out[length - 1] as number)) length--
        while (at + 1 < bytes.length && isSpace(bytes[at + 1] as number)) at++
      }
      continue
    }
    out[length++] = c
    if (c === QUOTE) inString = !inString
    else if (c === BACKSLASH && inString) {
      const next = bytes[++at]
      if (next === undefined || next === LF || next === CR) return undefined
      out[length++] = next
    }
  }
  return { bytes: out.subarray(0, length), escapedBreaks }
}

const ESCAPED_CR = Uint8Array.of(BACKSLASH, 0x72)
const ESCAPED_LF = Uint8Array.of(BACKSLASH, 0x6e)

function put(out: Uint8Array, at: number, bytes: Uint8Array): number {
  out.set(bytes, at)
  return at + bytes.length
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === CR || c === LF
}
