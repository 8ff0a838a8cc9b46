// How many tokens a text has, before anything of it is counted.

/** Tokens a byte of a line, about: most of it is text, and some its envelope. */
export const USUAL_RATIO = 0.25

export interface UsualTokens {
  readonly tokens: number
  /**
   * Right within ± so many: lines that are little but an envelope have next to none, Chinese as UTF-8 and code up to
   * twice as many.
   */
  readonly error: number
}

/** Of lines of so many bytes. */
export function usualTokens(bytes: number): UsualTokens {
  const tokens = Math.round(bytes * USUAL_RATIO)
  return { tokens, error: tokens }
}
