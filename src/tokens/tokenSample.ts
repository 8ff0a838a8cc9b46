// From counted lines to all: a ratio of tokens to bytes of text, and how far off that may be.
import { studentFactor } from './studentFactor.ts'

/** Lines that had a chance below 1. */
export class TokenSample {
  /** Of lines that were not taken: their text, and the sum of its squares. */
  #skippedText = 0
  #skippedText2 = 0
  /** Of those that were, each as many times as its chance says that there are others like it. */
  #weightedTokens = 0
  #weightedText = 0
  #weightedText2 = 0
  #lines = 0
  /** Sums for the squared errors by chances: see `#byChances`. */
  #tokens2 = 0
  #tokensText = 0
  #text2 = 0
  /** Sums of tokens a byte, line by line, and of their squares. */
  #ratios = 0
  #ratios2 = 0

  take(tokens: number, text: number, chance: number): void {
    if (text === 0) return
    this.#lines++
    this.#weightedTokens += tokens / chance
    this.#weightedText += text / chance
    this.#weightedText2 += (text / chance) ** 2
    const weight = (1 - chance) / (chance * chance)
    this.#tokens2 += weight * tokens * tokens
    this.#tokensText += weight * tokens * text
    this.#text2 += weight * text * text
    this.#ratios += tokens / text
    this.#ratios2 += (tokens / text) ** 2
  }

  skip(text: number): void {
    this.#skippedText += text
    this.#skippedText2 += text * text
  }

  get isEmpty(): boolean {
    return this.#skippedText === 0
  }

  /** Tokens a byte; undefined where nothing was taken. */
  get ratio(): number | undefined {
    return this.#weightedText > 0 ? this.#weightedTokens / this.#weightedText : undefined
  }

  /** The tokens of lines that were not taken, at that ratio. */
  estimate(ratio: number): number {
    return ratio * this.#skippedText
  }

  /**
   * Half the width of a 95 % interval, in tokens: the larger of two that are right for different files. With
   * few lines, by Student's t instead of the normal distribution. All that was estimated, where fewer than
   * two lines tell anything.
   */
  error(ratio: number): number {
    const freedom = this.#lines - 1
    if (this.isEmpty) return 0
    if (freedom < 1) return this.estimate(ratio)
    const variance = Math.max(this.#byChances(ratio), this.#byLengths(ratio))
    return studentFactor(freedom) * Math.sqrt((variance * this.#lines) / freedom)
  }

  /**
   * The variance of the ratio estimator of a sample in which each line had its own chance p (Särndal,
   * Swensson, Wretman: Model Assisted Survey Sampling, 5.6): the sum of (1 - p) / p² · (tokens - ratio · text)².
   * It knows nothing of lines of a kind that was not taken.
   */
  #byChances(ratio: number): number {
    return Math.max(0, this.#tokens2 - 2 * ratio * this.#tokensText + ratio * ratio * this.#text2)
  }

  /**
   * The variance if tokens a byte differ from line to line as they do among the lines that were taken, whatever
   * their length: a few huge lines that were not taken count as what they are.
   */
  #byLengths(ratio: number): number {
    const lines = this.#lines
    const spread = Math.max(
      0,
      this.#ratios2 / lines - (2 * ratio * this.#ratios) / lines + ratio * ratio,
    )
    const ofRatio = this.#weightedText2 / this.#weightedText ** 2
    return spread * (this.#skippedText2 + ofRatio * this.#skippedText ** 2)
  }
}
