// Builds the columns of `PairLines`, entry by entry.
import { lastAtMost } from '../../base/bisect.ts'
import type { RequestLines, TokenColumns } from '../pairLines.ts'
import { TOKEN_NAMES, type TokenCounts } from '../usage.ts'

/** Columns have 32 bits; no answer has so many tokens. */
export const MAX_TOKENS = 0xffff_ffff

/** The share of a buffer of keys that is used when to copy them would cost more than the rest. */
const MIN_FULL = 0.8

/** Shorter runs of bytes are copied quicker one by one than by a call. */
const SHORT = 48

export interface FinishedColumns {
  readonly lines: Omit<RequestLines, 'role' | 'classes'>
  readonly tokens: TokenColumns
}

export class PairColumns {
  #count = 0
  readonly #capacity: number
  readonly #ids: Float64Array<ArrayBuffer>
  readonly #byteLengths: Uint32Array<ArrayBuffer>
  readonly #keyEnds: Uint32Array<ArrayBuffer>
  readonly #keyKinds: Uint8Array<ArrayBuffer>
  readonly #classOf: Uint16Array<ArrayBuffer>
  #keyBytes: Uint8Array<ArrayBuffer>
  #keyLength = 0
  /** By place in TOKEN_NAMES; there when some entry has such tokens. */
  readonly #tokens: (Uint32Array<ArrayBuffer> | undefined)[] = TOKEN_NAMES.map(() => undefined)

  /** `capacity`: entries at most. */
  constructor(capacity: number) {
    this.#capacity = capacity
    this.#ids = new Float64Array(capacity)
    this.#byteLengths = new Uint32Array(capacity)
    this.#keyEnds = new Uint32Array(capacity)
    this.#keyKinds = new Uint8Array(capacity)
    this.#classOf = new Uint16Array(capacity)
    this.#keyBytes = new Uint8Array(Math.max(64, capacity * 16))
  }

  get count(): number {
    return this.#count
  }

  /** Whether the ids ascend. */
  get isAscending(): boolean {
    for (let i = 1; i < this.#count; i++) {
      if ((this.#ids[i] as number) < (this.#ids[i - 1] as number)) return false
    }
    return true
  }

  /** Finds the entry of an id, undefined for one without; for the entries that there are now. */
  entryById(): (id: number) => number | undefined {
    const entries = new Map<number, number>()
    const ids = this.#ids
    // Lines of the file mostly come first and ascend: those are found by bisection.
    let sorted = 0
    while (sorted < this.#count && (sorted === 0 || at(sorted) > at(sorted - 1))) sorted++
    for (let i = sorted; i < this.#count; i++) entries.set(at(i), i)
    return (id) => {
      const late = entries.get(id)
      if (late !== undefined) return late
      const place = lastAtMost(ids, sorted, id)
      return place >= 0 && ids[place] === id ? place : undefined
    }
    function at(i: number): number {
      return ids[i] as number
    }
  }

  /** Begins an entry; its tokens are 0 until `setTokens`. */
  add(id: number, byteLength: number, classPlace: number): void {
    const entry = this.#count++
    this.#ids[entry] = id
    this.#byteLengths[entry] = byteLength
    this.#classOf[entry] = classPlace
    this.#keyEnds[entry] = this.#keyLength
  }

  /** The key of the entry that was begun last: [from, to) of `bytes`. */
  setKey(kind: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    let at = this.#keyLength
    if (at + length > this.#keyBytes.length) this.#growKeys(at + length)
    const keys = this.#keyBytes
    if (length < SHORT) for (let i = from; i < to; i++) keys[at++] = bytes[i] as number
    else keys.set(bytes.subarray(from, to), at)
    this.#keyLength += length
    this.#keyEnds[this.#count - 1] = this.#keyLength
    this.#keyKinds[this.#count - 1] = kind
  }

  /** Of the entry that was begun last. `name`: place in TOKEN_NAMES; `count` at most MAX_TOKENS. */
  setTokens(name: number, count: number): void {
    if (count === 0) return
    const column = (this.#tokens[name] ??= new Uint32Array(this.#capacity))
    column[this.#count - 1] = count
  }

  setAllTokens(counts: TokenCounts): void {
    for (let i = 0; i < TOKEN_NAMES.length; i++) {
      this.setTokens(i, Math.min(counts[TOKEN_NAMES[i] as keyof TokenCounts], MAX_TOKENS))
    }
  }

  /**
   * The columns, which own their buffers. `order`: the entries in the order that is wanted; as they
   * were added when absent.
   */
  finish(order?: Uint32Array): FinishedColumns {
    const count = this.#count
    const tokens: { -readonly [Name in keyof TokenCounts]?: Uint32Array<ArrayBuffer> } = {}
    TOKEN_NAMES.forEach((name, i) => {
      const column = this.#tokens[i]
      if (column) tokens[name] = arranged(column, count, order)
    })
    const lines = {
      count,
      ids: arranged(this.#ids, count, order),
      byteLengths: arranged(this.#byteLengths, count, order),
      ...this.#arrangedKeys(order),
      keyKinds: arranged(this.#keyKinds, count, order),
      classOf: arranged(this.#classOf, count, order),
    }
    return { lines, tokens }
  }

  #arrangedKeys(order: Uint32Array | undefined): Pick<RequestLines, 'keyBytes' | 'keyEnds'> {
    const count = this.#count
    if (!order) {
      const isNearlyFull = this.#keyLength >= MIN_FULL * this.#keyBytes.length
      return {
        keyBytes: isNearlyFull
          ? this.#keyBytes.subarray(0, this.#keyLength)
          : this.#keyBytes.slice(0, this.#keyLength),
        keyEnds: arranged(this.#keyEnds, count, undefined),
      }
    }
    const keyBytes = new Uint8Array(this.#keyLength)
    const keyEnds = new Uint32Array(count)
    let at = 0
    for (let i = 0; i < count; i++) {
      const entry = order[i] as number
      const from = entry === 0 ? 0 : (this.#keyEnds[entry - 1] as number)
      const to = this.#keyEnds[entry] as number
      for (let byte = from; byte < to; byte++) keyBytes[at++] = this.#keyBytes[byte] as number
      keyEnds[i] = at
    }
    return { keyBytes, keyEnds }
  }

  #growKeys(needed: number): void {
    const wider = new Uint8Array(Math.max(needed, Math.ceil(this.#keyBytes.length * 1.5)))
    wider.set(this.#keyBytes)
    this.#keyBytes = wider
  }
}

type Column =
  | Float64Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>

function arranged<Type extends Column>(
  column: Type,
  count: number,
  order: Uint32Array | undefined,
): Type {
  if (!order) return (column.length === count ? column : column.slice(0, count)) as Type
  const sorted = new (column.constructor as new (length: number) => Type)(count)
  for (let i = 0; i < count; i++) sorted[i] = column[order[i] as number] as number
  return sorted
}
