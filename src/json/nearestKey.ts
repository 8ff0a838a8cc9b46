// Which of the known keys a misspelt one was meant to be.

/** Letters that may be wrong in a key of this many. */
function allowedErrors(length: number): number {
  return length < 3 ? 0 : length < 9 ? 1 : 2
}

/** Short keys of as many letters are too much alike: in those a letter may be missing, or be one too many. */
const SHORT_LETTERS = 4

/**
 * The known key that is spelled nearly like `key`: apart from case, spaces and separators
 * (`maxTokens`, `max-tokens`), or but for `maxErrors` letters. Undefined when none is, or two are as near.
 */
export function nearestKey(
  key: string,
  known: readonly string[],
  maxErrors = 2,
): string | undefined {
  const plain = plainKey(key)
  const same = known.filter((one) => plainKey(one) === plain)
  if (plain === '' || same.length > 0) return same.length === 1 ? same[0] : undefined
  const allowed = Math.min(maxErrors, allowedErrors(plain.length))
  let best: string | undefined
  let bestErrors = allowed + 1
  let isTie = false
  for (const one of known) {
    const other = plainKey(one)
    if (plain.length <= SHORT_LETTERS && other.length === plain.length) continue
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
