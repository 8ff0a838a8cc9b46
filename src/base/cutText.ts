// Where a text may be cut so that people see whole characters on both sides: between graphemes, as
// `Intl.Segmenter` tells them, which is asked about what is near the place alone. A line may have 50 MB.
import type { TextOffset } from './units.ts'

/**
 * Code units within which what people see as one character ends. A longer one, such as a letter under a
 * hundred accents, is cut like any text: into code points.
 */
const LONGEST = 64

/** Code units of flags in a row that are looked back over: which two letters make one is counted. */
const LONGEST_FLAGS = 4096

let segmenter: Intl.Segmenter | undefined

/**
 * The beginning of a text: at most `length` code units, without a part of a character. The whole text where
 * it is no longer.
 */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, graphemeStart(text, length))
}

/** The same with an ellipsis, which is not counted, where the text is cut. */
export function shortText(text: string, length: number): string {
  return text.length <= length ? text : `${cutText(text, length)}…`
}

/** At the end of a cut JSON text. */
const PART_OF_ESCAPE = /(?<=(?<!\\)(?:\\\\)*)\\(?:u[\da-f]{0,3})?$/

/** A text as JSON: `length` code units at most, and an ellipsis and the closing quote where it is cut. */
export function shortJson(text: string, length: number): string {
  const shown = JSON.stringify(text.slice(0, graphemeEnd(text, length)))
  if (shown.length <= length) return shown
  return `${cutText(shown, length).replace(PART_OF_ESCAPE, '')}…"`
}

/** `at`, or where the character begins that it is inside of. Places outside the text become its ends. */
export function graphemeStart(text: string, at: TextOffset): TextOffset {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  if (isPlainEdge(text, at)) return at
  const from = windowStart(text, at)
  // What is on the right of an edge counts for one character.
  const start = from + graphemeAt(text.slice(from, at + 2), at - from).from
  if (start > from || from === 0) return start
  return splitsPair(text, at) ? at - 1 : at
}

/** `at`, or where the character ends that it is inside of. Places outside the text become its ends. */
export function graphemeEnd(text: string, at: TextOffset): TextOffset {
  const start = graphemeStart(text, at)
  if (start === at || at <= 0 || at >= text.length) return start
  const to = at + LONGEST + (splitsPair(text, at + LONGEST) ? 1 : 0)
  const end = start + graphemeAt(text.slice(start, to), at - start).to
  if (end < to || to >= text.length) return end
  return splitsPair(text, at) ? at + 1 : at
}

/** Whether `at` is inside of what people see as one character. @internal For tests. */
export function splitsGrapheme(text: string, at: TextOffset): boolean {
  return at > 0 && at < text.length && graphemeStart(text, at) !== at
}

/** The character of a short text that holds the code unit at `at`. */
function graphemeAt(text: string, at: TextOffset): { from: TextOffset; to: TextOffset } {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const found = segmenter.segment(text).containing(at)
  if (!found) return { from: at, to: at }
  return { from: found.index, to: found.index + found.segment.length }
}

/** Far enough before `at` to see the beginning of the character there. */
function windowStart(text: string, at: TextOffset): TextOffset {
  let from = Math.max(0, at - LONGEST)
  if (splitsPair(text, from)) from--
  const least = Math.max(0, from - LONGEST_FLAGS)
  while (from >= least + 2 && isFlagLetter(text, from) && isFlagLetter(text, from - 2)) from -= 2
  return from
}

/** Whether one of the letters of which two make a flag begins at `at`. */
function isFlagLetter(text: string, at: TextOffset): boolean {
  if (text.charCodeAt(at) !== 0xd83c) return false
  const low = text.charCodeAt(at + 1)
  return low >= 0xdde6 && low <= 0xddff
}

/** Whether `at` is between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: TextOffset): boolean {
  if (at <= 0 || at >= text.length) return false
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}

/** Most places in most texts, told without asking: between two characters that join with none. */
function isPlainEdge(text: string, at: TextOffset): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return isPlain(before) && isPlain(after) && !(before === 0x0d && after === 0x0a)
}

/** Whether a code unit is a character that joins with no other such one. */
function isPlain(unit: number): boolean {
  // Latin without combining marks.
  if (unit < 0x0300) return true
  // Greek and Cyrillic letters.
  if (unit < 0x0530) return unit >= 0x0370 && (unit < 0x0483 || unit > 0x0489)
  // Punctuation, but for joiners and marks of direction.
  if (unit < 0x2e80) return unit >= 0x2010 && unit <= 0x2027
  // CJK but for the marks of tones and of voiced kana; Hangul; full width.
  if (unit < 0xa000) return (unit < 0x302a || unit > 0x302f) && unit !== 0x3099 && unit !== 0x309a
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xff01 && unit <= 0xff9d)
}
