// How many rows each outcome has.
import type { JSX } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
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
  const { t } = useTranslator()
  const isAsked = hasRequests(facts.sources)
  const shown = rows.filter(({ outcome }) => isAsked || !OF_REQUESTS.includes(outcome))
  const unusable = sumOf(facts.summary?.unusable ?? [])
  const most = Math.max(1, ...shown.map(({ outcome }) => facts[outcome]))
  return (
    <SummarySection
      title={t(msg('Outcomes'))}
      aside={t(isAsked ? linesText(facts) : answersText(facts))}
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
                title={t(meaning)}
              >
                <span className={styles['shape']} data-tone={tone} aria-hidden>
                  {shape}
                </span>
                {t(title)}
              </FilterItem>
              {outcome === 'succeeded' && unusable > 0 && (
                <div className={styles['usable']}>
                  <FilterItem
                    part={{ unusable: 'none' }}
                    count={facts.succeeded - unusable}
                    title={t(msg('Answers that can be used as they are'))}
                  >
                    {t(msg('Usable'))}
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

function linesText({ requests, answers }: PairingFacts): Message {
  return msg(
    '{requests, plural, one {# request} other {# requests}} · {answers, plural, one {# answer} other {# answers}}',
    { requests, answers },
  )
}

function answersText({ answers }: PairingFacts): Message {
  return msg('{count, plural, one {# answer} other {# answers}}', { count: answers })
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
