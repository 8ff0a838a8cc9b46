/**
 * What became of a line of requests or answers. Each line is in exactly one row: a request beside the
 * answer that counts, a request without answer (`missing`), an answer without request (`unexpected`),
 * and, as rows of their own, requests that repeat an id and answers that another one supersedes
 * (`duplicate`). So requests = succeeded + failed + missing + repeated requests. Where no requests take
 * part at all, answers succeeded or failed by themselves, and none is missing or unexpected.
 */
export type Outcome = 'succeeded' | 'failed' | 'missing' | 'unexpected' | 'duplicate'

/** Columns hold places in this list. */
export const OUTCOMES = [
  'succeeded',
  'failed',
  'missing',
  'unexpected',
  'duplicate',
] as const satisfies readonly Outcome[]
