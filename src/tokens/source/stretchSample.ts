// What a sample tells of all lines: neighbouring lines were counted at places spread evenly over the document,
// and the tokens of all are reckoned from their bytes.
import { studentFactor } from '../studentFactor.ts'

/** Fewer stretches tell nothing of how they differ. */
const LEAST_STRETCHES = 3

/** Neighbouring lines that were counted: bytes, and tokens by whatever they are told apart by. */
export interface SampledStretch {
  readonly bytes: number
  readonly tokens: ReadonlyMap<string, number>
}

export interface Reckoned {
  readonly tokens: number
  /** Half the width of a 95 % interval. */
  readonly error: number
}

/**
 * The ratio estimator of cluster sampling (Cochran: Sampling Techniques, 9.8): tokens a byte over all
 * stretches, and how far those of single stretches are from it. `pick`: whose tokens; all of them without it.
 * Undefined where nothing was sampled. Of few stretches all may be wrong.
 */
export function reckon(
  sample: readonly SampledStretch[],
  bytes: number,
  pick?: string,
): Reckoned | undefined {
  const stretches = sample.filter((each) => each.bytes > 0)
  const count = stretches.length
  const sampled = stretches.reduce((sum, each) => sum + each.bytes, 0)
  if (count === 0) return undefined
  const ratio = stretches.reduce((sum, each) => sum + tokensIn(each, pick), 0) / sampled
  const tokens = ratio * bytes
  if (count < LEAST_STRETCHES) return { tokens: Math.round(tokens), error: Math.ceil(tokens) }
  const squares = stretches.reduce(
    (sum, each) => sum + (tokensIn(each, pick) - ratio * each.bytes) ** 2,
    0,
  )
  const deviation = Math.sqrt(squares / (count * (count - 1))) / (sampled / count)
  return {
    tokens: Math.round(tokens),
    error: Math.ceil(studentFactor(count - 1) * deviation * bytes),
  }
}

function tokensIn({ tokens }: SampledStretch, pick: string | undefined): number {
  if (pick !== undefined) return tokens.get(pick) ?? 0
  let sum = 0
  for (const each of tokens.values()) sum += each
  return sum
}
