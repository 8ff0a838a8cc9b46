// Tokens that an answer was billed for, in the words of one API for all: names differ, and so does
// what is counted inside what.

/**
 * Counts of tokens. Parts are inside their whole: `cached`, `cacheWritten` inside `prompt`;
 * `cacheWrittenHour` inside `cacheWritten`; `reasoning` inside `completion`.
 */
export interface TokenCounts {
  readonly prompt: number
  /** Read from a prompt cache. */
  readonly cached: number
  /** Written to a prompt cache, which some providers bill higher. */
  readonly cacheWritten: number
  /** Of those, written to be kept for an hour, which Anthropic bills higher still. */
  readonly cacheWrittenHour: number
  readonly completion: number
  readonly reasoning: number
  readonly total: number
}

export const TOKEN_NAMES = [
  'prompt',
  'cached',
  'cacheWritten',
  'cacheWrittenHour',
  'completion',
  'reasoning',
  'total',
] as const satisfies readonly (keyof TokenCounts)[]

/** What a line states; `undefined` for what it does not. */
export type StatedCounts = { readonly [Name in keyof TokenCounts]?: number | undefined }

/** Fills in what is not stated; undefined when neither prompt, completion nor total is. */
export function tokenCounts(stated: StatedCounts): TokenCounts | undefined {
  const { prompt, completion, total } = stated
  if (prompt === undefined && completion === undefined && total === undefined) return undefined
  return {
    prompt: prompt ?? 0,
    cached: stated.cached ?? 0,
    cacheWritten: stated.cacheWritten ?? 0,
    cacheWrittenHour: stated.cacheWrittenHour ?? 0,
    completion: completion ?? 0,
    reasoning: stated.reasoning ?? 0,
    total: total ?? (prompt ?? 0) + (completion ?? 0),
  }
}

/** Sums over answers. */
export type UsageSums = { -readonly [Name in keyof TokenCounts]: TokenCounts[Name] } & {
  /** Answers that stated their usage. */
  answers: number
}

export function emptyUsage(): UsageSums {
  return {
    answers: 0,
    prompt: 0,
    cached: 0,
    cacheWritten: 0,
    cacheWrittenHour: 0,
    completion: 0,
    reasoning: 0,
    total: 0,
  }
}

/**
 * Adds an answer's counts to `sums`, or takes them away again when `times` is -1. Sums of whole
 * numbers below 2^53 are exact, so the two undo each other.
 */
export function addUsage(sums: UsageSums, counts: TokenCounts, times: 1 | -1 = 1): void {
  for (const name of TOKEN_NAMES) sums[name] += times * counts[name]
  sums.answers += times
}

/** Adds the sums over other answers. */
export function addSums(sums: UsageSums, others: UsageSums): void {
  for (const name of TOKEN_NAMES) sums[name] += others[name]
  sums.answers += others.answers
}
