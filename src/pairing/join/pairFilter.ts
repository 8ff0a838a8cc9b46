import type { Outcome } from '../outcome.ts'
import type { NearMiss } from '../recordKey.ts'
import type { Unusable } from '../usability.ts'
import type { TokenCounts } from '../usage.ts'

export type TokenName = keyof TokenCounts

/**
 * Rows that fit all that is given. An answer *counts* that stands in a row that is not a duplicate; what
 * answers say is asked of those alone, except for tokens, since superseded answers were billed too.
 */
export interface PairFilter {
  readonly outcome?: Outcome | undefined
  /** Of answers that count and are failures. */
  readonly errorCode?: string | undefined
  /** Of answers that count. */
  readonly finishReason?: string | undefined
  /** Of answers that count. */
  readonly status?: number | undefined
  /** Of succeeded rows. `none`: answers that can be used as they are, or that no one has validated yet. */
  readonly unusable?: Unusable | 'any' | 'none' | undefined
  /**
   * `asked` and `answered` as in ModelCount; null where no line of the row names one. Rows that are no
   * duplicates.
   */
  readonly models?: { readonly asked: string | null; readonly answered: string | null } | undefined
  /** from ≤ tokens < to. All answers that state their usage, duplicates too. */
  readonly tokens?:
    | { readonly name: TokenName; readonly from: number; readonly to: number }
    | undefined
  /** Missing requests, each for one reason: see `PairingSummary.nearMisses`. */
  readonly nearMiss?: NearMiss | 'any' | undefined
  /** Rows that the current search found. */
  readonly matches?: true | undefined
  /** Rows of one group of `PairView.group`. null: ids that the pattern does not match. */
  readonly group?: string | null | undefined
}
