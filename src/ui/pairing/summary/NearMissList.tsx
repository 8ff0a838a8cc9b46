// Ids that look alike and are not joined.
import type { JSX } from 'react'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import { FilterItem } from './FilterItem.tsx'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'
import { nearMissSentence, nearMissGroupTitle } from './summaryMessages.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export function NearMissList({
  summary: { nearMisses },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  const { t } = useTranslator()
  if (nearMisses.length === 0) return null
  return (
    <SummarySection title={t(msg('Near misses'))}>
      <ul className={styles['list']}>
        {nearMisses.map(({ value, count }) => (
          <li key={value}>
            <FilterItem
              part={{ nearMiss: value }}
              count={count}
              title={t(msg('Show the requests without answer that this is about'))}
              note={t(nearMissSentence(value, count))}
            >
              {t(nearMissGroupTitle(value))}
            </FilterItem>
          </li>
        ))}
      </ul>
    </SummarySection>
  )
}
