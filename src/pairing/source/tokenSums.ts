// How the counts of tokens of lines of one shape come from the numbers that are captured of each:
// every count is a sum of some of them. Which ones is found by trying the provider's reader on a line
// with numbers that tell their sums apart, and is believed when it holds for the line's own numbers.
import { TOKEN_NAMES, type TokenCounts } from '../usage.ts'
import { type CapturedPlace, withValues } from '../plans/capturedPlaces.ts'
import { type PairPlan, WORDS_CAPTURE } from '../plans/pairPlan.ts'

/** A count of tokens, by its place in TOKEN_NAMES, and the captures that add up to it. */
export interface TokenSum {
  readonly name: number
  readonly captures: readonly number[]
}

export interface TokenSums {
  /** Captures that are counts, in lines of the shape. */
  readonly captures: readonly number[]
  /** When the plan's tie does not hold, or there is none. */
  readonly apart: readonly TokenSum[]
  readonly tied: readonly TokenSum[]
}

const NO_SUMS: TokenSums = { captures: [], apart: [], tied: [] }

type Places = readonly (readonly CapturedPlace[])[]

/** Whether the first capture of the plan's tie is the sum of the others. `values` is by capture. */
export function isTied(tie: PairPlan['tie'], values: ArrayLike<number>): boolean {
  if (!tie) return false
  let sum = 0
  for (const part of tie.parts) sum += values[part] as number
  return values[tie.whole] === sum
}

/**
 * The sums for lines of the shape of a line; undefined when there are none that hold. `places`: of
 * the captures in it; `read`: what the reader makes of it at the moment.
 */
export function findTokenSums(
  plan: PairPlan,
  places: Places,
  read: () => TokenCounts | undefined,
): TokenSums | undefined {
  const own = read()
  if (!own) return NO_SUMS
  const counts: number[] = []
  for (let capture = 1; capture < WORDS_CAPTURE; capture++) {
    const found = places[capture] ?? []
    if (!found.some(({ value }) => isSafeCount(value))) continue
    if (found.length > 1 || !found[0]?.isLast) return undefined
    counts.push(capture)
  }
  const values = new Float64Array(WORDS_CAPTURE)
  for (const capture of counts) values[capture] = places[capture]?.[0]?.value as number
  const { tie } = plan
  const apart = probe(places, counts, undefined, read)
  const canTie = tie !== undefined && counts.includes(tie.whole)
  const tied = canTie ? probe(places, counts, tie, read) : apart
  if (!apart || !tied) return undefined
  const sums = { captures: counts, apart, tied }
  return isSum(isTied(tie, values) ? tied : apart, values, own) ? sums : undefined
}

/** Two scales: what is not a sum does not look like one in both. */
const SCALES = [1, 7]
const BASE = 16

function probe(
  places: Places,
  counts: readonly number[],
  tie: PairPlan['tie'],
  read: () => TokenCounts | undefined,
): readonly TokenSum[] | undefined {
  let found: readonly TokenSum[] | undefined
  for (const scale of SCALES) {
    const values = new Float64Array(WORDS_CAPTURE)
    for (const capture of counts) values[capture] = scale * BASE ** (capture - 1)
    if (tie) values[tie.whole] = tie.parts.reduce((sum, part) => sum + (values[part] as number), 0)
    const tokens = withValues(
      counts.map((capture) => [places[capture]?.[0] as CapturedPlace, values[capture] as number]),
      read,
    )
    const sums = tokens && sumsOf(tokens, scale, counts)
    if (!sums || (found && JSON.stringify(found) !== JSON.stringify(sums))) return undefined
    found = sums
  }
  return found
}

/** Each digit of a count says whether a capture is in it. */
function sumsOf(
  tokens: TokenCounts,
  scale: number,
  counts: readonly number[],
): readonly TokenSum[] | undefined {
  const sums: TokenSum[] = []
  for (const [name, key] of TOKEN_NAMES.entries()) {
    const captures: number[] = []
    let rest = tokens[key]
    for (let capture = 1; rest > 0; capture++) {
      const digit = rest % BASE
      if (digit !== 0 && (digit !== scale || !counts.includes(capture))) return undefined
      if (digit !== 0) captures.push(capture)
      rest = Math.floor(rest / BASE)
    }
    if (captures.length > 0) sums.push({ name, captures })
  }
  return sums
}

function isSum(sums: readonly TokenSum[], values: ArrayLike<number>, own: TokenCounts): boolean {
  return TOKEN_NAMES.every((key, name) => {
    const captures = sums.find((sum) => sum.name === name)?.captures ?? []
    return own[key] === captures.reduce((total, capture) => total + (values[capture] as number), 0)
  })
}

/** What readers take for a count. */
function isSafeCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
