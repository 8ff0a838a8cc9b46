// The bytes of replaced and added lines, append-only: `contentRef` numbers name them, 0 is none.
// A content is kept as a splice against the line as it is in the file, so that removing one comma
// from a line of any length costs 4 bytes:
//   varint prefix · varint suffix · varint n · n bytes
// means: the first `prefix` bytes of the original line, the n bytes, its last `suffix` bytes. With
// prefix = suffix = 0 that is a whole content, which needs no original. A contentRef is the address
// of such a record divided by 4.
import { assert } from '../base/assert.ts'

/** Bytes of a page. A record lies in one page, or in a buffer of its own that spans several. */
const PAGE_BITS = 20
const PAGE_BYTES = 1 << PAGE_BITS
const ALIGN = 4
/** Three varints of numbers below 2 ** 35. */
const HEADER_LIMIT = 15
/** The highest address that a 32-bit contentRef can name: 16 GiB. */
const ADDRESS_LIMIT = 2 ** 32 * ALIGN

/** A stored content. `inserted` is a view into the arena: copy what outlives the next change. */
export interface StoredContent {
  readonly prefix: number
  readonly suffix: number
  readonly inserted: Uint8Array
  /** Bytes of the whole content: prefix + inserted + suffix. */
  readonly byteLength: number
}

interface Page {
  readonly bytes: Uint8Array
  /** Address of bytes[0]. */
  readonly base: number
}

export class ContentArena {
  readonly #pages: Page[] = []
  /** Address of the next record. The first word is left out, so that no contentRef is 0. */
  #next = ALIGN

  /** The end of what is stored, for `truncate`. */
  get mark(): number {
    return this.#next
  }

  /** Bytes of the buffers held. */
  get heldBytes(): number {
    return this.#pages.length * PAGE_BYTES
  }

  /** Stores content[from, to) between `prefix` and `suffix` bytes of the original. */
  add(content: Uint8Array, from: number, to: number, prefix: number, suffix: number): number {
    const size = HEADER_LIMIT + (to - from)
    let page = this.#pages[Math.floor(this.#next / PAGE_BYTES)]
    if (page === undefined || this.#next - page.base + size > page.bytes.length) {
      const base = this.#pages.length * PAGE_BYTES
      const pages = Math.ceil((size + ALIGN) / PAGE_BYTES)
      page = { bytes: new Uint8Array(pages * PAGE_BYTES), base }
      for (let i = 0; i < pages; i++) this.#pages.push(page)
      this.#next = Math.max(base, ALIGN)
    }
    const address = this.#next
    assert(address + size < ADDRESS_LIMIT, 'more edited bytes than can be addressed')
    const { bytes, base } = page
    let at = writeVarint(bytes, address - base, prefix)
    at = writeVarint(bytes, at, suffix)
    at = writeVarint(bytes, at, to - from)
    bytes.set(from === 0 && to === content.length ? content : content.subarray(from, to), at)
    this.#next = base + Math.ceil((at + to - from) / ALIGN) * ALIGN
    return address / ALIGN
  }

  read(contentRef: number): StoredContent {
    const address = contentRef * ALIGN
    const page = this.#pages[Math.floor(address / PAGE_BYTES)]
    assert(contentRef > 0 && address < this.#next && page, 'contentRef of nothing')
    const { bytes } = page
    let at = address - page.base
    // The three varints in line: this runs once per edited line of an export.
    const numbers = [0, 0, 0]
    for (let i = 0; i < 3; i++) {
      let value = 0
      let scale = 1
      let byte: number
      do {
        byte = bytes[at++] as number
        value += (byte & 0x7f) * scale
        scale *= 0x80
      } while (byte >= 0x80)
      numbers[i] = value
    }
    const [prefix, suffix, length] = numbers as [number, number, number]
    return {
      prefix,
      suffix,
      inserted: bytes.subarray(at, at + length),
      byteLength: prefix + length + suffix,
    }
  }

  /** Forgets everything that was added after `mark`. */
  truncate(mark: number): void {
    assert(mark <= this.#next, 'truncation to a later mark')
    this.#next = mark
    this.#pages.length = Math.min(this.#pages.length, Math.ceil(mark / PAGE_BYTES))
    const last = this.#pages.at(-1)
    // A buffer of several pages stays whole in the table as long as its first page is used.
    if (last && last.base + last.bytes.length > this.#pages.length * PAGE_BYTES) {
      const pages = (last.base + last.bytes.length) / PAGE_BYTES
      while (this.#pages.length < pages) this.#pages.push(last)
    }
  }
}

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  let next = at
  while (rest >= 0x80) {
    bytes[next++] = (rest % 0x80) | 0x80
    rest = Math.floor(rest / 0x80)
  }
  bytes[next++] = rest
  return next
}
