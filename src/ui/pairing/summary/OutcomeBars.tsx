// How many rows each outcome has.
import type { JSX } from 'react'
import { groupNumber } from '../../../state/formatNumber.ts'
import { hasRequests } from '../../../state/pairing/pairingStore.ts'
import type { Outcome, PairingFacts } from '../../../contracts/pairingApi.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import { FilterItem } from './FilterItem.tsx'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'

const rows: readonly {
  readonly outcome: Outcome
  readonly tone: 'ok' | 'err' | 'warn' | 'plain'
}[] = [
  { outcome: 'succeeded', tone: 'ok' },
  { outcome: 'failed', tone: 'err' },
  { outcome: 'missing', tone: 'warn' },
  { outcome: 'unexpected', tone: 'warn' },
  { outcome: 'duplicate', tone: 'plain' },
]

/** Said of answers by the requests that there are. */
const OF_REQUESTS: readonly Outcome[] = ['missing', 'unexpected']

export function OutcomeBars({ facts }: { readonly facts: PairingFacts }): JSX.Element {
  const isAsked = hasRequests(facts.sources)
  const shown = rows.filter(({ outcome }) => isAsked || !OF_REQUESTS.includes(outcome))
  const unusable = sumOf(facts.summary?.unusable ?? [])
  const most = Math.max(1, ...shown.map(({ outcome }) => facts[outcome]))
  return (
    <SummarySection
      title="Outcomes"
      aside={`${isAsked ? `${groupNumber(facts.requests)} requests · ` : ''}${groupNumber(facts.answers)} answers`}
    >
      <ul className={styles['list']}>
        {shown.map(({ outcome, tone }) => {
          const { title, shape, meaning } = OUTCOME_LOOKS[outcome]
          return (
            <li key={outcome} data-outcome={outcome} data-count={facts[outcome]}>
              <FilterItem
                part={{ outcome }}
                count={facts[outcome]}
                share={facts[outcome] / most}
                tone={tone}
                title={meaning}
              >
                <span className={styles['shape']} data-tone={tone} aria-hidden>
                  {shape}
                </span>
                {title}
              </FilterItem>
              {outcome === 'succeeded' && unusable > 0 && (
                <div className={styles['usable']}>
                  <FilterItem
                    part={{ unusable: 'none' }}
                    count={facts.succeeded - unusable}
                    title="Answers that can be used as they are"
                  >
                    Usable
                  </FilterItem>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </SummarySection>
  )
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
