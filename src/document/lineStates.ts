// One 16-bit word per line, of the file and added, and the counts over them. Chunked, so that growth
// never copies.
//   bits 0-11  finding set id; what it means is for the session to say
//   bit 12     matches the current search
//   bit 13     differs from the file, or was added
//   bit 14     not in the document: deleted, or added by a change that is undone
//   bit 15     ends with CR LF (for a line without a line end: would, if it got one)
// Invariant: the counts equal those of a pass over all words without bit 14 (checkInvariants).
import { assert } from '../base/assert.ts'
import { ADDED_SLOT } from './lineSlot.ts'

export const FINDING_SET_MASK = 0x0fff
/** Finding set ids are below this. */
export const FINDING_SET_LIMIT = 0x1000
export const MATCH_BIT = 0x1000
export const EDITED_BIT = 0x2000
export const DELETED_BIT = 0x4000
export const CRLF_BIT = 0x8000
/** Different words there are: the length of tables that are indexed by a word. */
export const WORD_LIMIT = 0x10000

/** Lines per chunk. */
export const CHUNK_BITS = 20
const CHUNK = 1 << CHUNK_BITS
const IN_CHUNK = CHUNK - 1

export class LineStates {
  readonly #original: Uint16Array<ArrayBuffer>[] = []
  readonly #added: Uint16Array[] = []
  #originalCount = 0
  #addedCount = 0
  /** [finding set]: lines in the document that have it. */
  readonly histogram = new Uint32Array(FINDING_SET_LIMIT)
  /** [finding set]: lines in the document that have it and match the current search. */
  readonly matchHistogram = new Uint32Array(FINDING_SET_LIMIT)
  #present = 0
  #edited = 0
  #matches = 0
  #editedMatches = 0
  #crlf = 0
  #originalCrlf = 0
  /** Chunks in which bit 12 may be set; no others are looked at to clear it, nor take memory then. */
  readonly #marked = new Set<Uint16Array>()
  #lastMarked: Uint16Array | undefined

  get originalCount(): number {
    return this.#originalCount
  }

  get addedCount(): number {
    return this.#addedCount
  }

  /** Lines in the document: neither deleted nor undone. */
  get presentCount(): number {
    return this.#present
  }

  get editedCount(): number {
    return this.#edited
  }

  get matchCount(): number {
    return this.#matches
  }

  /** Lines that match and differ from the file, or were added. */
  get editedMatchCount(): number {
    return this.#editedMatches
  }

  /** Lines in the document with bit 15. */
  get crlfCount(): number {
    return this.#crlf
  }

  /** Lines of the file that end with CR LF, edited and deleted ones included. */
  get originalCrlfCount(): number {
    return this.#originalCrlf
  }

  /** The chunk that holds a line's word, at `slot & (2 ** CHUNK_BITS - 1)`. */
  chunkOf(slot: number): Uint16Array {
    const chunks = slot < ADDED_SLOT ? this.#original : this.#added
    return chunks[(slot & (ADDED_SLOT - 1)) >>> CHUNK_BITS] as Uint16Array
  }

  has(slot: number): boolean {
    return slot < ADDED_SLOT
      ? slot >= 0 && slot < this.#originalCount
      : slot - ADDED_SLOT < this.#addedCount
  }

  word(slot: number): number {
    return this.chunkOf(slot)[slot & IN_CHUNK] as number
  }

  write(slot: number, word: number): void {
    const chunk = this.chunkOf(slot)
    const at = slot & IN_CHUNK
    this.#count(chunk[at] as number, -1)
    chunk[at] = word
    this.#count(word, 1)
    if ((word & MATCH_BIT) !== 0 && chunk !== this.#lastMarked) {
      this.#lastMarked = chunk
      this.#marked.add(chunk)
    }
  }

  /** Adds lines of the file. `crlfFlag` is the bit in `flags` that says that a line ends with CR LF. */
  appendOriginal(
    count: number,
    findingSets: ArrayLike<number>,
    flags: ArrayLike<number>,
    crlfFlag: number,
  ): void {
    const { histogram } = this
    let crlf = 0
    // Neighbours are mostly alike: they are written together.
    for (let i = 0; i < count; ) {
      const slot = this.#originalCount + i
      const at = slot & IN_CHUNK
      if (at === 0) this.#original.push(new Uint16Array(CHUNK))
      const chunk = this.#original[slot >>> CHUNK_BITS] as Uint16Array
      const findingSet = findingSets[i] as number
      const isCrlf = (flags[i] as number) & crlfFlag
      assert(findingSet < FINDING_SET_LIMIT, 'findingSet id out of range')
      const limit = Math.min(count, i + CHUNK - at)
      let end = i + 1
      while (
        end < limit &&
        findingSets[end] === findingSet &&
        ((flags[end] as number) & crlfFlag) === isCrlf
      )
        end++
      // A chunk begins with zeros, and takes no memory where nothing is written.
      const word = isCrlf ? findingSet | CRLF_BIT : findingSet
      if (word !== 0) chunk.fill(word, at, at + end - i)
      histogram[findingSet] = (histogram[findingSet] as number) + end - i
      if (isCrlf) crlf += end - i
      i = end
    }
    this.#originalCount += count
    this.#present += count
    this.#crlf += crlf
    this.#originalCrlf += crlf
  }

  /** The words of the lines of the file, in order, chunk by chunk: the live arrays. */
  originalWords(): Uint16Array<ArrayBuffer>[] {
    return this.#original.map((chunk, i) => chunk.subarray(0, this.#originalCount - i * CHUNK))
  }

  /**
   * Copies the words of lines of the file from line `firstLine` (0-based) on, as many as there are and have room.
   */
  copyOriginal(firstLine: number, words: Uint16Array): void {
    const count = Math.max(0, Math.min(words.length, this.#originalCount - firstLine))
    for (let i = 0; i < count; ) {
      const chunk = this.chunkOf(firstLine + i)
      const start = (firstLine + i) & IN_CHUNK
      const part = chunk.subarray(start, start + Math.min(count - i, chunk.length - start))
      words.set(part, i)
      i += part.length
    }
  }

  /**
   * Takes the place of all `appendOriginal`s; the array becomes the table's own. False, and nothing
   * happens, when a word is not one of an untouched line.
   */
  restoreOriginal(words: Uint16Array<ArrayBuffer>): boolean {
    assert(this.#originalCount === 0, 'states are restored while there are none')
    const counts = new Uint32Array(WORD_LIMIT)
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as number
      counts[word] = (counts[word] as number) + 1
    }
    const touched = MATCH_BIT | EDITED_BIT | DELETED_BIT
    if (counts.some((count, word) => count > 0 && (word & touched) !== 0)) return false
    for (const word of counts.keys()) {
      const count = counts[word] as number
      const findingSet = word & FINDING_SET_MASK
      this.histogram[findingSet] = (this.histogram[findingSet] as number) + count
      if ((word & CRLF_BIT) !== 0) this.#crlf += count
    }
    for (let from = 0; from < words.length; from += CHUNK) {
      this.#original.push(words.subarray(from, from + CHUNK))
    }
    this.#originalCount = words.length
    this.#originalCrlf = this.#crlf
    this.#present = words.length
    return true
  }

  /** Makes room for added lines, which are not in the document until their word is written. */
  reserveAdded(count: number, isCrlf: boolean): void {
    const word = DELETED_BIT | EDITED_BIT | (isCrlf ? CRLF_BIT : 0)
    for (let i = 0; i < count; i++) {
      const slot = this.#addedCount++
      if ((slot & IN_CHUNK) === 0) this.#added.push(new Uint16Array(CHUNK))
      const chunk = this.#added[slot >>> CHUNK_BITS] as Uint16Array
      chunk[slot & IN_CHUNK] = word
    }
  }

  /** Lines in the document whose finding set has a 1 in `members`. */
  countOf(members: Uint8Array): number {
    return sumOf(this.histogram, members)
  }

  /** Of those, the ones that match. */
  matchCountOf(members: Uint8Array): number {
    return sumOf(this.matchHistogram, members)
  }

  /** Every word that a line in the document has, and few others: what no line can be need not be looked for. */
  possibleWords(): number[] {
    let words: number[] = []
    this.histogram.forEach((count, findingSet) => {
      if (count > 0) words.push(findingSet)
    })
    const bits = [
      [this.#matches, MATCH_BIT],
      [this.#edited, EDITED_BIT],
      [this.#crlf, CRLF_BIT],
    ] as const
    for (const [count, bit] of bits) {
      if (count > 0) words = words.flatMap((word) => [word, word | bit])
    }
    return words
  }

  clearMatches(): void {
    for (const chunk of this.#marked) {
      for (let i = 0; i < chunk.length; i++) chunk[i] = (chunk[i] as number) & ~MATCH_BIT
    }
    this.#marked.clear()
    this.#lastMarked = undefined
    this.#matches = 0
    this.#editedMatches = 0
    this.matchHistogram.fill(0)
  }

  #count(word: number, by: number): void {
    if ((word & DELETED_BIT) !== 0) return
    const findingSet = word & FINDING_SET_MASK
    this.histogram[findingSet] = (this.histogram[findingSet] as number) + by
    this.#present += by
    if ((word & EDITED_BIT) !== 0) this.#edited += by
    if ((word & MATCH_BIT) !== 0) {
      this.matchHistogram[findingSet] = (this.matchHistogram[findingSet] as number) + by
      this.#matches += by
      if ((word & EDITED_BIT) !== 0) this.#editedMatches += by
    }
    if ((word & CRLF_BIT) !== 0) this.#crlf += by
  }
}

function sumOf(histogram: Uint32Array, members: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < histogram.length; i++) {
    if (members[i] === 1) sum += histogram[i] as number
  }
  return sum
}

/** The word with another finding set. */
export function withFindingSet(word: number, findingSet: number): number {
  assert(findingSet < FINDING_SET_LIMIT, 'findingSet id out of range')
  return (word & ~FINDING_SET_MASK) | findingSet
}
