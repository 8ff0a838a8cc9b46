// What JSON requests want, by number: the requests of a file mostly want the same, which is kept once.
import { exactJson } from '../jsonReading.ts'
import type { WantsJson } from '../requestReading.ts'

/** Numbers below this one stand for no particular wish. */
export const FIRST_WISH = 3

/** The request was not read yet. */
export const UNREAD = 0
/** It wants no JSON after all, or cannot be read. */
export const WANTS_NONE = 1
/** What it wants is not kept: it has to be read again beside its answer. */
export const NOT_KEPT = 2

/** Code units of schemas that are kept; a file where each request has its own may have gigabytes. */
const KEPT_LENGTH = 8_000_000

export class WantedJson {
  readonly #wishes: WantsJson[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keptLength: number
  #length = 0

  constructor(keptLength = KEPT_LENGTH) {
    this.#keptLength = keptLength
  }

  numberOf(wish: WantsJson | undefined): number {
    if (!wish) return WANTS_NONE
    const text = wish.schema === undefined ? '' : exactJson(wish.schema)
    if (text === undefined) return NOT_KEPT
    // Whether the provider promises to keep to the schema makes no difference to the validation.
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    if (this.#length + text.length > this.#keptLength) return NOT_KEPT
    this.#length += text.length
    const number = FIRST_WISH + this.#wishes.push(wish) - 1
    this.#numbers.set(text, number)
    return number
  }

  /** Undefined for numbers that stand for no particular wish. */
  wishOf(number: number): WantsJson | undefined {
    return this.#wishes[number - FIRST_WISH]
  }
}
