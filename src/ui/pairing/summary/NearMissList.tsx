// Ids that look alike and are not joined.
import type { JSX } from 'react'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import { FilterItem } from './FilterItem.tsx'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'
import { nearMissSentence, nearMissGroupTitle } from './summaryMessages.ts'

export function NearMissList({
  summary: { nearMisses },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  if (nearMisses.length === 0) return null
  return (
    <SummarySection title="Near misses">
      <ul className={styles['list']}>
        {nearMisses.map(({ value, count }) => (
          <li key={value}>
            <FilterItem
              part={{ nearMiss: value }}
              count={count}
              title="Show the requests without answer that this is about"
              note={nearMissSentence(value, count)}
            >
              {nearMissGroupTitle(value)}
            </FilterItem>
          </li>
        ))}
      </ul>
    </SummarySection>
  )
}
