// Tells a file of lines from one whole array and from pretty-printed values. A value counts as
// spread over lines only when the following lines really continue it: a lines file whose first line
// is broken stays a lines file, and so does one with raw line feeds inside strings.

import { jsonExtent, skipSpaceBytes } from './jsonExtent.ts'

/**
 * - `json-array`: the file is one array, over several lines, or on one line with only objects in it
 * - `wrapped-array`: the file is one object over several lines, and a key of it holds an array of objects
 * - `pretty-printed`: most of the lines are inside values that span several, and these values are not
 *   outnumbered by records on one line: a few pretty-printed records do not make a file of lines another
 */
export type JsonLayout = 'lines' | 'json-array' | 'wrapped-array' | 'pretty-printed'

/** Line feeds that a value must have crossed well before damage in it is forgiven. */
const CONVINCING = 3

const LF = 0x0a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const QUOTE = 0x22
const COMMA = 0x2c

const utf8 = new TextDecoder()

/** `head`: UTF-8 without BOM, from the start of the file; `isWhole`: it is all of the file. */
export function sniffLayout(head: Uint8Array, isWhole: boolean): JsonLayout {
  let spreadLines = 0
  let spreadValues = 0
  let singles = 0
  let records = 0
  const first = skipSpaceBytes(head, 0)
  let at = first
  while (at < head.length) {
    const { kind, to } = jsonExtent(head, at)
    const crossed = countLineFeeds(head, at, to)
    const isSpread =
      kind === 'complete' ? crossed > 0 : crossed >= (kind === 'cut' && !isWhole ? 1 : CONVINCING)
    if (at === first && head[at] === OPEN_BRACKET) {
      const isAll = kind === 'complete' ? isBlank(head, to, isWhole) : isSpread || !isWhole
      if (isAll && kind !== 'bad' && (isSpread || holdsObjects(head, at, to))) return 'json-array'
      if (isSpread && kind === 'bad') return 'json-array'
    }
    if (at === first && isSpread && kind !== 'bad' && wrappedArray(head, at)) {
      if (kind === 'complete' ? isBlank(head, to, isWhole) : true) return 'wrapped-array'
    }
    if (isSpread) {
      spreadLines += crossed + 1
      spreadValues++
    } else {
      singles++
      // An object that is indented, or follows its key, is a part of one that is spread.
      if (kind === 'complete' && head[at] === OPEN_BRACE && beginsLine(head, at)) records++
    }
    at =
      kind === 'complete'
        ? nextStart(head, to)
        : skipSpaceBytes(head, nextLine(head, isSpread ? to : at))
  }
  return spreadLines > singles && spreadValues >= records ? 'pretty-printed' : 'lines'
}

function beginsLine(bytes: Uint8Array, at: number): boolean {
  return at === 0 || bytes[at - 1] === LF
}

export interface WrappedArray {
  readonly key: string
  /** Where the array begins. */
  readonly at: number
}

/** The first array of objects that is the value of a key of the object at `from`. */
export function wrappedArray(bytes: Uint8Array, from: number): WrappedArray | undefined {
  let at = skipSpaceBytes(bytes, from)
  if (bytes[at] !== OPEN_BRACE) return undefined
  do {
    const keyFrom = skipSpaceBytes(bytes, at + 1)
    const key = jsonExtent(bytes, keyFrom)
    if (key.kind !== 'complete' || bytes[keyFrom] !== QUOTE) return undefined
    const colon = skipSpaceBytes(bytes, key.to)
    const value = skipSpaceBytes(bytes, colon + 1)
    const extent = jsonExtent(bytes, value)
    if (bytes[value] === OPEN_BRACKET && holdsObjects(bytes, value, extent.to)) {
      return { key: utf8.decode(bytes.subarray(keyFrom + 1, key.to - 1)), at: value }
    }
    if (extent.kind !== 'complete') return undefined
    at = skipSpaceBytes(bytes, extent.to)
  } while (bytes[at] === COMMA)
  return undefined
}

/** Elements of the array at `from`, and how far they could be counted. */
export function countElements(
  bytes: Uint8Array,
  from: number,
): { readonly elements: number; readonly to: number; readonly isAll: boolean } {
  let elements = 0
  let at = skipSpaceBytes(bytes, from + 1)
  for (;;) {
    const element = jsonExtent(bytes, at)
    if (element.kind !== 'complete') {
      return { elements, to: at, isAll: bytes[at] === CLOSE_BRACKET }
    }
    elements++
    at = skipSpaceBytes(bytes, element.to)
    if (bytes[at] !== COMMA) return { elements, to: at, isAll: bytes[at] === CLOSE_BRACKET }
    at = skipSpaceBytes(bytes, at + 1)
  }
}

function countLineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) count++
  return count
}

/** Whether only whitespace follows, to the end of the file. */
export function isBlank(bytes: Uint8Array, from: number, isWhole: boolean): boolean {
  return isWhole && skipSpaceBytes(bytes, from) === bytes.length
}

function nextLine(bytes: Uint8Array, from: number): number {
  const lf = bytes.indexOf(LF, from)
  return lf < 0 ? bytes.length : lf + 1
}

/** After a complete value: the next one, past a comma; or the next line when something else follows. */
function nextStart(bytes: Uint8Array, from: number): number {
  const at = skipSpaceBytes(bytes, from)
  return bytes[at] === 0x2c ? skipSpaceBytes(bytes, at + 1) : at
}

/** Whether all elements of the array at `from` that lie before `to` are objects, and there is one. */
function holdsObjects(bytes: Uint8Array, from: number, to: number): boolean {
  let at = skipSpaceBytes(bytes, from + 1)
  if (bytes[at] !== 0x7b) return false
  while (at < to && bytes[at] === 0x7b) {
    const element = jsonExtent(bytes, at)
    if (element.kind !== 'complete') return element.kind === 'cut'
    at = skipSpaceBytes(bytes, element.to)
    if (bytes[at] !== 0x2c) return true
    at = skipSpaceBytes(bytes, at + 1)
  }
  return at >= to
}
