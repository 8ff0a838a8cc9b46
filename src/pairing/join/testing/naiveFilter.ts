// What a filter says about a row, as its doc comment words it, over plain objects.
import type { RecordKey } from '../../recordKey.ts'
import { nearMissOf } from '../../testing/plainKeys.ts'
import type { NearMiss } from '../../recordKey.ts'
import type { Unusable } from '../../usability.ts'
import type { PairFilter } from '../pairFilter.ts'
import type { NaivePairs, NaiveRow } from './naiveJoin.ts'
import type { PlainAnswer, PlainRequest } from './plainLines.ts'

export interface NaiveVerdicts extends NaivePairs {
  /** By answer. */
  readonly verdicts: readonly ('unvalidated' | 'fits' | 'not-json' | 'schema-mismatch')[]
}

export function requestOf({ requests }: NaivePairs, row: NaiveRow): PlainRequest | undefined {
  return row.request === undefined ? undefined : requests[row.request]
}

export function answerOf({ answers }: NaivePairs, row: NaiveRow): PlainAnswer | undefined {
  return row.answer === undefined ? undefined : answers[row.answer]
}

function naiveKey(pairs: NaivePairs, row: NaiveRow): RecordKey {
  return (requestOf(pairs, row) ?? answerOf(pairs, row))?.key ?? { kind: 'missing' }
}

export function naiveText(pairs: NaivePairs, row: NaiveRow): string {
  const key = naiveKey(pairs, row)
  return key.kind === 'missing' ? '' : key.text
}

export function naiveUnusable(pairs: NaiveVerdicts, row: NaiveRow): Unusable | undefined {
  if (row.outcome !== 'succeeded') return undefined
  const own = answerOf(pairs, row)?.is.unusable
  if (own !== undefined) return own
  const verdict = pairs.verdicts[row.answer as number]
  return verdict === 'not-json' || verdict === 'schema-mismatch' ? verdict : undefined
}

/** Rows on the other side that nearly match, with the reason. */
export function naiveNear(pairs: NaivePairs, row: NaiveRow): { why: NearMiss; row: number }[] {
  const other = row.outcome === 'missing' ? 'unexpected' : 'missing'
  if (row.outcome !== 'missing' && row.outcome !== 'unexpected') return []
  return pairs.rows.flatMap((each, place) => {
    if (each.outcome !== other) return []
    const why = nearMissOf(naiveKey(pairs, row), naiveKey(pairs, each))
    return why === undefined ? [] : [{ why, row: place }]
  })
}

/** The closest. */
export function naiveWhy(pairs: NaivePairs, row: NaiveRow): NearMiss | undefined {
  const found = naiveNear(pairs, row).map(({ why }) => why)
  return (['notText', 'spaces', 'type'] as const).find((why) => found.includes(why))
}

export function naiveFits(pairs: NaiveVerdicts, row: NaiveRow, filter: PairFilter): boolean {
  const answer = answerOf(pairs, row)
  const request = requestOf(pairs, row)
  const counts = row.outcome !== 'duplicate' && answer !== undefined
  const { outcome, errorCode, finishReason, status, unusable, models, tokens, nearMiss } = filter
  if (outcome !== undefined && row.outcome !== outcome) return false
  if (errorCode !== undefined) {
    if (!counts || answer.is.isSuccess || answer.is.errorCode !== errorCode) return false
  }
  if (finishReason !== undefined && !(counts && answer.is.finishReason === finishReason))
    return false
  if (status !== undefined && !(counts && answer.is.status === status)) return false
  if (unusable !== undefined) {
    const reason = naiveUnusable(pairs, row)
    if (row.outcome !== 'succeeded') return false
    if (unusable === 'none' ? reason !== undefined : reason === undefined) return false
    if (unusable !== 'any' && unusable !== 'none' && unusable !== reason) return false
  }
  if (models !== undefined) {
    if (row.outcome === 'duplicate') return false
    if ((request?.is.model ?? null) !== models.asked) return false
    if ((answer?.is.model ?? null) !== models.answered) return false
  }
  if (tokens !== undefined) {
    if (!answer?.is.statesUsage) return false
    const value = answer.tokens[tokens.name]
    if (value < tokens.from || value >= tokens.to) return false
  }
  if (nearMiss !== undefined) {
    const why = row.outcome === 'missing' ? naiveWhy(pairs, row) : undefined
    if (why === undefined || (nearMiss !== 'any' && nearMiss !== why)) return false
  }
  return true
}
