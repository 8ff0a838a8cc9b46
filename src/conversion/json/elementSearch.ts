// Where reading can go on after an element whose end cannot be told. Only there where the next element
// surely begins: after a comma, with the same first key as all elements have, at the same indentation; and,
// where there is no indentation, only if no object inside of an element begins with that key.

import type { ByteOffset } from '../../base/units.ts'
import { type JsonReader, MARGIN, type Reading, isSpace } from './jsonReader.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const LF = 0x0a

/** Elements in which the first key is looked for a second time. */
const OBSERVED = 256
const LONGEST_KEY = 128

/**
 * Bytes that may be read again in vain, and how much of that comes back with each byte that goes by: in a
 * file in which all is broken, nothing is read more than a few times.
 */
const PATIENCE = 64 * 1024 * 1024
const PATIENCE_PER_BYTE = 2

export class ElementSearch {
  readonly #reader: JsonReader
  #observed = 0
  /** With its quotes, as it stands in the file: the first key of the first element. */
  #key: Uint8Array | undefined
  /** Another object than an element begins with it, or with what cannot be compared. */
  #isAmbiguous = false
  #patience = PATIENCE
  #searched: ByteOffset = 0

  constructor(reader: JsonReader) {
    this.#reader = reader
  }

  /** Whole elements, as lines. */
  observe(lines: Uint8Array): void {
    for (let from = 0; this.#observed < OBSERVED && from < lines.length; ) {
      const lf = lines.indexOf(LF, from)
      const to = lf < 0 ? lines.length : lf
      const line = lines.subarray(from, to)
      if (this.#observed === 0) this.#key = firstKey(line, 0)?.slice()
      const key = this.#key
      if (!key || countOf(line, key) !== 1 || !equals(firstKey(line, 0), key)) {
        this.#isAmbiguous = true
      }
      this.#observed++
      from = to + 1
    }
  }

  /**
   * After the element that began at `start` and is spoilt by the byte at `reader.at`: puts `reader.at` where
   * the next one begins. False where there is none to be found: all has been read then.
   */
  *findNext(start: ByteOffset): Reading<boolean> {
    const reader = this.#reader
    const like = this.#likeAt(start)
    this.#patience += PATIENCE_PER_BYTE * (reader.at - this.#searched)
    this.#patience = Math.min(PATIENCE, this.#patience)
    this.#searched = reader.at
    let from = reader.at
    if (reader.at - start <= this.#patience) {
      this.#patience -= reader.at - start
      from = start + 1
    }
    reader.at = from
    for (;;) {
      const { window, readableFrom } = reader
      const comma = window.indexOf(COMMA, reader.at - readableFrom)
      if (comma < 0) {
        reader.at = reader.end
        if (reader.isLast) return false
        reader.kept = undefined
        yield
        continue
      }
      const at = like && elementAfter(window, comma, like)
      reader.at = readableFrom + (at === undefined ? comma + 1 : comma)
      if (at === 'cut') {
        if (reader.isLast) {
          reader.at = reader.end
          return false
        }
        reader.kept = undefined
        yield
      } else if (at !== undefined) {
        reader.at = readableFrom + at
        return true
      }
    }
  }

  /** What the next element begins like; undefined where nothing safe can be said. */
  #likeAt(start: ByteOffset): ElementStart | undefined {
    const { readableFrom } = this.#reader
    // What may have come by chance is not looked at.
    const window = this.#reader.bytes(readableFrom, this.#reader.at)
    const at = start - readableFrom
    const indent = indentOf(window, at)
    const opener = window[at] as number
    const key = this.#key ?? firstKey(window, at)?.slice()
    const isIndented = indent !== undefined && indent > 0
    if (!isIndented && (this.#isAmbiguous || this.#observed === 0 || !key)) return undefined
    return { opener, indent, key: opener === OPEN_BRACE ? key : undefined }
  }
}

interface ElementStart {
  readonly opener: number
  /** Bytes before it on its line; undefined where it does not begin one. */
  readonly indent: number | undefined
  readonly key: Uint8Array | undefined
}

/** Where an element like this begins after the comma at `comma`; `cut`: more bytes are needed to tell. */
function elementAfter(
  bytes: Uint8Array,
  comma: number,
  { opener, indent, key }: ElementStart,
): number | 'cut' | undefined {
  let at = comma + 1
  while (at < bytes.length && at - comma < MARGIN && isSpace(bytes[at] as number)) at++
  if (at === bytes.length) return 'cut'
  if (bytes[at] !== opener || indentOf(bytes, at) !== indent) return undefined
  if (!key) return at
  let from = at + 1
  while (from < bytes.length && from - at < MARGIN && isSpace(bytes[from] as number)) from++
  if (from + key.length > bytes.length) return 'cut'
  return equals(bytes.subarray(from, from + key.length), key) ? at : undefined
}

/** Bytes between the line feed before `at` and it, if they are blank. */
function indentOf(bytes: Uint8Array, at: number): number | undefined {
  let from = at
  while (from > 0 && at - from < MARGIN && bytes[from - 1] !== LF) {
    if (!isSpace(bytes[from - 1] as number)) return undefined
    from--
  }
  return bytes[from - 1] === LF ? at - from : undefined
}

/** The first key of the object at `at`, with its quotes; undefined where it has none that is easily told. */
function firstKey(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (bytes[at] !== OPEN_BRACE) return undefined
  let from = at + 1
  while (from - at < MARGIN && isSpace(bytes[from] ?? 0)) from++
  if (bytes[from] !== QUOTE) return undefined
  const to = bytes.indexOf(QUOTE, from + 1) + 1
  if (to <= 0 || to - from > LONGEST_KEY) return undefined
  const key = bytes.subarray(from, to)
  return key.includes(BACKSLASH) ? undefined : key
}

/** How many objects of a line begin with the key. */
function countOf(line: Uint8Array, key: Uint8Array): number {
  let count = 0
  for (let at = line.indexOf(OPEN_BRACE); at >= 0; at = line.indexOf(OPEN_BRACE, at + 1)) {
    let from = at + 1
    while (isSpace(line[from] ?? 0)) from++
    if (equals(line.subarray(from, from + key.length), key)) count++
  }
  return count
}

function equals(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((c, i) => c === b[i])
}
