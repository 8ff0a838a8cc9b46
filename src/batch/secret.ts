// A key of the user's. Whatever prints it, by mistake or on purpose, shows nothing of it; only
// `reveal` gives it away, and that is called where a request gets its headers.

/** What stands for it. */
const MARK = '•••'

/** Shorter ones, such as `EMPTY` or `ollama` of servers at home, are ordinary words. */
const LEAST = 8

/** So many characters in a row that are of the key as well are no chance; `sk-proj-` has eight. */
const RUN = 10

export class Secret {
  readonly #value: string
  /** All runs of RUN characters. */
  readonly #runs = new Set<string>()

  constructor(value: string) {
    this.#value = value
    for (let at = 0; at + RUN <= value.length; at++) this.#runs.add(value.slice(at, at + RUN))
  }

  get isEmpty(): boolean {
    return this.#value === ''
  }

  /** Never for a message, an address or anything that is kept. */
  reveal(): string {
    return this.#value
  }

  /** The text without the secret, as it is or percent-encoded, and without longer parts of it. */
  hideIn(text: string): string {
    if (this.#value.length < LEAST) return text
    let hidden = text
    for (const form of new Set([this.#value, encodeURIComponent(this.#value)])) {
      hidden = hidden.replaceAll(form, MARK)
    }
    return this.#hideRuns(hidden)
  }

  #hideRuns(text: string): string {
    const runs = this.#runs
    let hidden = ''
    let kept = 0
    for (let at = 0; at + RUN <= text.length; at++) {
      if (!runs.has(text.slice(at, at + RUN))) continue
      let end = at + RUN
      while (end < text.length && runs.has(text.slice(end + 1 - RUN, end + 1))) end++
      hidden += text.slice(kept, at) + MARK
      kept = end
      at = end - 1
    }
    return hidden + text.slice(kept)
  }

  toString(): string {
    return MARK
  }

  toJSON(): string {
    return MARK
  }

  /** What Node and its test runners print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MARK
  }
}
