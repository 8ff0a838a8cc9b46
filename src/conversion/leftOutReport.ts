// What no line was made of, counted whole and kept in part: a file in which every row is wrong takes no more
// memory than a clean one.
import type { Message } from '../i18n/message.ts'
import type { LeftOut } from './defineSource.ts'

/** Parts that are kept with their reasons: some megabytes. */
export const DETAILS_KEPT = 10_000
/** Reasons that are told apart; the sentences are those of the sources, and few. */
const REASONS_KEPT = 100

/** Parts whose reasons are one sentence, whatever its values are. */
export interface LeftOutReason {
  /** As it was said first. */
  readonly reason: Message
  /** All parts that have it, also those that are not kept. */
  readonly count: number
}

export interface LeftOutSummary {
  /** Parts of the file that are in no line. */
  readonly lost: number
  /** Parts of which a line was made, and not as they stand. */
  readonly changed: number
  /** What is said of the file as a whole, then the first of both in its order; DETAILS_KEPT at most. */
  readonly details: readonly LeftOut[]
  /** `row` of a part is that of a table, whose rows may have several lines. */
  readonly hasRows: boolean
  /** The most frequent first. */
  readonly reasons: readonly LeftOutReason[]
}

export class LeftOutReport {
  readonly #hasRows: boolean
  #lost = 0
  #changed = 0
  readonly #ofFile: LeftOut[] = []
  readonly #details: LeftOut[] = []
  readonly #reasons = new Map<string, { readonly reason: Message; count: number }>()

  /** `hasRows`: the source counts rows that are not lines. */
  constructor(hasRows: boolean) {
    this.#hasRows = hasRows
  }

  add(part: LeftOut): void {
    this.#count(part)
    if (this.#details.length < DETAILS_KEPT) this.#details.push(withOwnText(part))
  }

  /** A part that stands for many, and is known at the end: it has its place however many came before. */
  addOfFile(part: LeftOut): void {
    this.#count(part)
    this.#ofFile.push(part)
  }

  summary(): LeftOutSummary {
    const details = [...this.#ofFile, ...this.#details].slice(0, DETAILS_KEPT)
    const reasons = [...this.#reasons.values()].toSorted((a, b) => b.count - a.count)
    return {
      lost: this.#lost,
      changed: this.#changed,
      details,
      hasRows: this.#hasRows,
      reasons,
    }
  }

  #count({ isLost, reason }: LeftOut): void {
    if (isLost) this.#lost++
    else this.#changed++
    const sentence = JSON.stringify(reason.source)
    const known = this.#reasons.get(sentence)
    if (known) known.count++
    else if (this.#reasons.size < REASONS_KEPT) this.#reasons.set(sentence, { reason, count: 1 })
  }
}

/** A piece of a long text keeps the whole of it in memory; a copy does not. */
function withOwnText(part: LeftOut): LeftOut {
  if (part.text === undefined) return part
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(part.text),
  )
  return { ...part, text }
}
