// What is said about a pairing as a whole. Law: each count is the number of rows that the filter of
// its value selects.
import type { Message } from '../../i18n/message.ts'
import type { Bin } from '../distribution.ts'
import type { TokenName } from '../join/pairFilter.ts'
import type { CostSummary } from '../prices/costTally.ts'
import type { NearMiss } from '../recordKey.ts'
import type { Unusable } from '../usability.ts'
import type { UsageSums } from '../usage.ts'

/** A value that rows have, how many do, and a word of explanation. Most frequent first. */
export interface ValueCount<T = string> {
  readonly value: T
  readonly count: number
}

export interface ErrorCount extends ValueCount {
  /** Of one of them. */
  readonly message: Message | undefined
}

/** The model that was asked for and the one that answered; undefined where a line names none. */
export interface ModelCount {
  readonly asked: string | undefined
  readonly answered: string | undefined
  readonly count: number
}

/** How the counts of tokens of the answers are spread. */
export interface TokenSpread {
  readonly name: TokenName
  readonly bins: readonly Bin[]
  readonly median: number
  readonly p95: number
  readonly max: number
}

export interface PairingSummary {
  /** Of failed and unexpected answers that failed. */
  readonly errors: readonly ErrorCount[]
  /** Of answers that count: succeeded, failed and unexpected rows. */
  readonly finishReasons: readonly ValueCount[]
  /** Of answers that count. */
  readonly statuses: readonly ValueCount<number>[]
  /** Of succeeded answers. JSON reasons grow while `checkingJson` is there. */
  readonly unusable: readonly ValueCount<Unusable>[]
  /** Of rows that are not duplicates and name a model on either side. */
  readonly models: readonly ModelCount[]
  /** Over all answers that state usage: each of them was billed. */
  readonly usage: UsageSums
  /** Over the same answers; of names that are 0 everywhere there is none. */
  readonly spreads: readonly TokenSpread[]
  readonly cost: CostSummary
  /** Day of the price table, YYYY-MM-DD. */
  readonly pricesOf: string
  /** Missing requests that an unexpected answer nearly matches, by why it does not. */
  readonly nearMisses: readonly ValueCount<NearMiss>[]
}
