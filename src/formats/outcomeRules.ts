// Rules about what a result says, for the formats of all providers: the line is good, and its news are
// bad. What makes an answer useless is the same here as in a pairing (pairing/usability.ts), as far as
// a line tells it without its request.
import { type Message, msg } from '../i18n/message.ts'
import type { LineRule } from './defineFormat.ts'

export type ResultOutcome =
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'cutOff'
  | 'filtered'
  | 'refused'
  | 'empty'
  | 'brokenJson'

interface OutcomeWords {
  readonly code: string
  readonly title: Message
  readonly message: Message
}

const WORDS: Readonly<Record<ResultOutcome, OutcomeWords>> = {
  failed: {
    code: 'request-failed',
    title: msg('Request failed'),
    message: msg('The request failed.'),
  },
  expired: {
    code: 'request-expired',
    title: msg('Request expired'),
    message: msg('The batch ended before this request was run. Send it again.'),
  },
  cancelled: {
    code: 'request-cancelled',
    title: msg('Request was cancelled'),
    message: msg('The batch was cancelled before this request was run.'),
  },
  cutOff: {
    code: 'answer-cut-off',
    title: msg('Answer was cut off'),
    message: msg('The answer ended at the limit of its length. Raise the limit and send it again.'),
  },
  filtered: {
    code: 'answer-filtered',
    title: msg('Answer was filtered'),
    message: msg('A content filter stopped the answer.'),
  },
  refused: {
    code: 'answer-refused',
    title: msg('Model refused to answer'),
    message: msg('The model refused to answer.'),
  },
  empty: {
    code: 'answer-empty',
    title: msg('Answer is empty'),
    message: msg('There is nothing in the answer.'),
  },
  brokenJson: {
    code: 'answer-json-broken',
    title: msg('JSON of the answer does not end'),
    message: msg(
      'The answer begins as a JSON object and does not end as one: it was cut off, or words follow. As JSON it cannot be read; send it again.',
    ),
  },
}

/** One piece of news about a result. */
export interface News {
  readonly outcome: ResultOutcome
  /** The index in `reads` of the value to point at. */
  readonly at: number
  /** Where the line says more than the outcome does. */
  readonly message?: Message
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
