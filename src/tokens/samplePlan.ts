// Which lines of a large file are counted. Each line has a chance that depends on its length and on what
// came before it, not on luck; whether it is taken follows a sequence that spreads evenly over any stretch
// of lines. So the same file gives the same estimate, and the chances are known, which is what an error can
// be told from.

/** Of what may be counted, the share for the beginning, whatever follows: it tells what to expect. */
const FIRST_SHARE = 1 / 20

/** Lines that a sample has at least, about: fewer tell little of how lines differ. */
const LEAST_LINES = 60

/** The golden ratio less one: its multiples, without their whole part, are as even as any can be. */
const GOLDEN = 0.6180339887498949

export class SamplePlan {
  readonly #totalBytes: number
  readonly #budget: number
  /** Of the lines so far: their text, its power of 1.5, what is expected to be counted, their number. */
  #text = 0
  #text15 = 0
  #expected = 0
  #lines = 0

  /** `totalBytes`: of the file. `budget`: bytes of text to be counted. */
  constructor(totalBytes: number, budget: number) {
    this.#totalBytes = totalBytes
    this.#budget = budget
  }

  /**
   * The chance of the next line, above 0 and at most 1. `text`: its bytes of text; `end`: where it ends in
   * the file.
   */
  chanceOf(text: number, end: number): number {
    const isFirst = this.#text < FIRST_SHARE * this.#budget
    this.#text += text
    this.#text15 += text ** 1.5
    this.#lines++
    const chance = isFirst ? 1 : Math.min(1, this.#wantedChance(text, end))
    this.#expected += chance * text
    return chance
  }

  /** Whether the line that `chanceOf` was asked of last is taken. */
  isTaken(chance: number): boolean {
    return chance === 1 || (this.#lines * GOLDEN) % 1 < chance
  }

  #wantedChance(text: number, end: number): number {
    const left = Math.max(0, this.#budget - this.#expected)
    const rest = this.#totalBytes - end
    const textToCome = text + rest * (this.#text / Math.max(1, end))
    if (left >= textToCome) return 1
    // How far off the tokens of a line are grows with its length, as does the work of counting it: least error
    // for the work have chances that grow with the root of the length.
    const text15ToCome = textToCome * (this.#text15 / Math.max(1, this.#text))
    const byBudget = (left / Math.max(1, text15ToCome)) * Math.sqrt(text)
    const lines = (this.#totalBytes * this.#lines) / Math.max(1, end)
    return Math.max(byBudget, LEAST_LINES / lines)
  }
}
