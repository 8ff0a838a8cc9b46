// Which of the known keys a misspelt one was meant to be.

/** Letters that may be wrong in a key of this many; short keys are too much alike. */
function allowedErrors(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2
}

const SHORT_LETTERS = 4
const SHORTEST_LETTERS = 3

interface NearOptions {
  /** Letters that may be wrong at most; default 2. */
  readonly maxErrors?: number
  /**
   * Whether a word of three or four letters may lack one or have one too many, as `usr` does. For words that are wrong
   * in any case: `note` is a key of somebody's own, and near to `not`.
   */
  readonly inShortWords?: boolean
}

/**
 * The known key that is spelled nearly like `key`: apart from case, spaces and separators
 * (`maxTokens`, `max-tokens`), or but for some letters. Undefined when none is, or two are as near.
 */
export function nearestKey(
  key: string,
  known: readonly string[],
  { maxErrors = 2, inShortWords = false }: NearOptions = {},
): string | undefined {
  const plain = plainKey(key)
  const same = known.filter((one) => plainKey(one) === plain)
  if (plain === '' || same.length > 0) return same.length === 1 ? same[0] : undefined
  const isShort = plain.length >= SHORTEST_LETTERS && plain.length <= SHORT_LETTERS
  const likely = inShortWords && isShort ? 1 : allowedErrors(plain.length)
  const allowed = Math.min(maxErrors, likely)
  let best: string | undefined
  let bestErrors = allowed + 1
  let isTie = false
  for (const one of known) {
    const other = plainKey(one)
    if (isShort && other.length === plain.length) continue
    const errors = distance(plain, other, bestErrors)
    if (errors > bestErrors || errors > allowed) continue
    isTie = errors === bestErrors
    best = one
    bestErrors = errors
  }
  return isTie ? undefined : best
}

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[\s_.-]+/g, '')
}

/** Letters to insert, remove, replace or swap to make `a` of `b`; more than `limit` is not counted. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(
        (above[j - 1] as number) + (isSame ? 0 : 1),
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
      )
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (before[j - 2] as number) + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length] as number
}
