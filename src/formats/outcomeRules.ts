// Rules about what a result says, for the formats of all providers: the line is good, and its news are
// bad. What makes an answer useless is the same here as in a pairing (pairing/usability.ts), as far as
// a line tells it without its request.
import type { LineRule } from './defineFormat.ts'

export type ResultOutcome =
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'cutOff'
  | 'filtered'
  | 'refused'
  | 'empty'

interface OutcomeWords {
  readonly code: string
  readonly title: string
  readonly message: string
}

const WORDS: Readonly<Record<ResultOutcome, OutcomeWords>> = {
  failed: {
    code: 'request-failed',
    title: 'Request failed',
    message: 'The request failed.',
  },
  expired: {
    code: 'request-expired',
    title: 'Request expired',
    message: 'The batch ended before this request was run. Send it again.',
  },
  cancelled: {
    code: 'request-cancelled',
    title: 'Request was cancelled',
    message: 'The batch was cancelled before this request was run.',
  },
  cutOff: {
    code: 'answer-cut-off',
    title: 'Answer was cut off',
    message: 'The answer ended at the limit of its length. Raise the limit and send it again.',
  },
  filtered: {
    code: 'answer-filtered',
    title: 'Answer was filtered',
    message: 'A content filter stopped the answer.',
  },
  refused: {
    code: 'answer-refused',
    title: 'Model refused to answer',
    message: 'The model refused to answer.',
  },
  empty: {
    code: 'answer-empty',
    title: 'Answer is empty',
    message: 'There is nothing in the answer.',
  },
}

/** One piece of news about a result. */
export interface News {
  readonly outcome: ResultOutcome
  /** The index in `reads` of the value to point at. */
  readonly at: number
  /** Where the line says more than the outcome does. */
  readonly message?: string
}

/** A rule for each outcome, from what `newsOf` makes of the values at `reads`. */
export function outcomeRules(
  { reads, anyOrder }: Pick<LineRule, 'reads' | 'anyOrder'>,
  newsOf: (values: readonly unknown[]) => readonly News[],
): readonly LineRule[] {
  return Object.entries(WORDS).map(([outcome, { code, title, message }]) => ({
    code,
    title,
    severity: 'attention',
    reads,
    ...(anyOrder !== undefined && { anyOrder }),
    check(values) {
      const news = newsOf(values).find((one) => one.outcome === outcome)
      return news && { message: news.message ?? message, at: news.at }
    },
  }))
}
