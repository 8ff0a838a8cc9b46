// Cuts lines into parts that stay within the limits, each as full as it can be, in order.
import { failureOf } from '../../base/failures.ts'
import { assert } from '../../base/assert.ts'
import type { PartLimits, ValueCount } from '../../contracts/batchParts.ts'
import { MAX_PART_VALUES } from '../../contracts/batchParts.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { bytes, msg } from '../../i18n/message.ts'
import type { RequestKind } from './requestReader.ts'

/** Lines that follow one another. */
export interface CutPart {
  readonly lines: number
  readonly bytes: number
  readonly items: number
  readonly endpoint: string | undefined
  readonly urls: readonly ValueCount[]
  readonly models: readonly ValueCount[]
  readonly modelCount: number
}

export class PartCutter {
  readonly #limits: PartLimits
  readonly #kindOf: (kind: number) => RequestKind
  /** Lines of the open part by kind. */
  readonly #counts = new Map<number, number>()
  #lines = 0
  #bytes = 0
  #items = 0
  /** The kind of the line before, how many lines in a row have it, and its items. */
  #kind = -1
  #run = 0
  #kindItems = 0

  /** `kindOf`: what the numbers of kinds mean that `add` gets. */
  constructor(limits: PartLimits, kindOf: (kind: number) => RequestKind) {
    assert(limits.lines >= 1, 'a part holds a line')
    this.#limits = limits
    this.#kindOf = kindOf
  }

  /**
   * Adds a line of so many bytes, its line end included. Returns the part that it had no room in, which is
   * then complete; the line begins the next. Throws ReadFailure for a line that no part can hold;
   * `number`: as people count it.
   */
  add(length: number, kind: number, number: () => number): CutPart | undefined {
    if (kind !== this.#kind) {
      this.#endRun()
      this.#kind = kind
      this.#kindItems = this.#kindOf(kind).items
    }
    const items = this.#kindItems
    let done: CutPart | undefined
    if (!this.#hasRoom(length, items)) {
      done = this.finish()
      if (!this.#hasRoom(length, items)) throw this.#tooLarge(length, items, number())
    }
    this.#lines++
    this.#bytes += length
    this.#items += items
    this.#run++
    return done
  }

  /** The part that is open; undefined when no line is in it. */
  finish(): CutPart | undefined {
    this.#endRun()
    if (this.#lines === 0) return undefined
    const urls = this.#valuesOf(({ url }) => url)
    const models = this.#valuesOf(({ model }) => model)
    const [usual] = urls
    const part: CutPart = {
      lines: this.#lines,
      bytes: this.#bytes,
      items: this.#items,
      endpoint: usual?.lines === this.#lines ? usual.value : undefined,
      urls: urls.slice(0, MAX_PART_VALUES),
      models: models.slice(0, MAX_PART_VALUES),
      modelCount: models.length,
    }
    this.#counts.clear()
    this.#lines = 0
    this.#bytes = 0
    this.#items = 0
    return part
  }

  #endRun(): void {
    if (this.#run === 0) return
    this.#counts.set(this.#kind, (this.#counts.get(this.#kind) ?? 0) + this.#run)
    this.#run = 0
  }

  #hasRoom(length: number, items: number): boolean {
    const limits = this.#limits
    return (
      this.#lines < limits.lines &&
      this.#bytes + length <= limits.bytes &&
      this.#items + items <= (limits.items ?? Number.POSITIVE_INFINITY)
    )
  }

  /** Most frequent first, those as frequent in the order in which they were first seen. */
  #valuesOf(valueOf: (kind: RequestKind) => string | undefined): ValueCount[] {
    const counts = new Map<string, number>()
    for (const [kind, lines] of this.#counts) {
      const value = valueOf(this.#kindOf(kind))
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + lines)
    }
    return Array.from(counts, ([value, lines]) => ({ value, lines })).sort(
      (a, b) => b.lines - a.lines,
    )
  }

  #tooLarge(length: number, items: number, line: number): ReadFailure {
    const { bytes: maxBytes, items: maxItems = 0 } = this.#limits
    const message =
      length > maxBytes
        ? msg(
            'Line {line, number} alone has {size}, more than a batch may have ({limit}). Shorten or delete it.',
            { line, size: bytes(length), limit: bytes(maxBytes) },
          )
        : msg(
            'Line {line, number} alone has {items, number} inputs, more than a batch may have ({limit, number}). Split or delete it.',
            { line, items, limit: maxItems },
          )
    return new ReadFailure(failureOf('line-too-large', message))
  }
}
