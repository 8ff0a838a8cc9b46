// The choices of 'Show pairs', with how many rows each has.
import { type Message, msg } from '../../i18n/message.ts'
import type { ShownOutcome } from '../../state/pairing/pairView.ts'
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { OUTCOME_LOOKS } from './outcomes.ts'

interface OutcomeChoice {
  readonly kind: ShownOutcome
  readonly title: Message
  /** Stands for the title where there is no room. */
  readonly mark?: string
  readonly countOf: (facts: PairingFacts) => number
}

const choices: readonly OutcomeChoice[] = [
  { kind: 'all', title: msg('All'), countOf: rowsOf },
  ...(['succeeded', 'failed', 'missing', 'unexpected', 'duplicate'] as const).map((kind) => ({
    kind,
    title: OUTCOME_LOOKS[kind].title,
    mark: OUTCOME_LOOKS[kind].shape,
    countOf: (facts: PairingFacts) => facts[kind],
  })),
  { kind: 'unusable', title: msg('Not usable'), mark: '⊘', countOf: unusableOf },
]

/** Without requests nothing is missing and no answer unexpected. */
export function outcomeChoices(hasRequests: boolean): readonly OutcomeChoice[] {
  return hasRequests
    ? choices
    : choices.filter(({ kind }) => kind !== 'missing' && kind !== 'unexpected')
}

/** Each line is in exactly one row. */
function rowsOf({ succeeded, failed, missing, unexpected, duplicate }: PairingFacts): number {
  return succeeded + failed + missing + unexpected + duplicate
}

function unusableOf({ summary }: PairingFacts): number {
  return summary?.unusable.reduce((sum, { count }) => sum + count, 0) ?? 0
}
