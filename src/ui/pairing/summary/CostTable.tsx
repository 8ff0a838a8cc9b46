// What the answers cost as a batch, and what they would have cost one by one.
import type { JSX } from 'react'
import { countOf } from '../../../state/formatNumber.ts'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import { formatUsd } from './formatUsd.ts'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'

/** Models that are shown at first. */
const FIRST = 20

export function CostTable({
  summary: { cost: costs, pricesOf, usage },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  if (usage.answers === 0) return null
  const { cost, saved, unpricedAnswers, models } = costs
  const priced = models.filter((model) => model.cost !== undefined)
  const unpriced = models.filter((model) => model.cost === undefined)
  return (
    <SummarySection title="Cost" aside={priced.length > 0 ? `prices of ${pricesOf}` : undefined}>
      {priced.length > 0 && (
        <dl className={styles['entries']}>
          <Entry title="Batch price" value={formatUsd(cost.batch)} isMain />
          <Entry title="Standard price" value={formatUsd(cost.standard)} />
          <Entry title="Saved" value={formatUsd(saved)} />
        </dl>
      )}
      {models.length > 1 && priced.length > 0 && (
        <MoreList items={priced} first={FIRST} className={styles['perModel']}>
          {(model) => (
            <li key={model.model ?? ''}>
              <code title={model.model}>{model.model ?? 'no model named'}</code>
              <span>{formatUsd(model.cost?.batch ?? 0)}</span>
            </li>
          )}
        </MoreList>
      )}
      {unpricedAnswers > 0 && (
        <p className={styles['note']}>
          {priced.length > 0 && 'Not counted: '}
          {countOf(unpricedAnswers, 'answer')} of {namesOf(unpriced)}, which the price table does
          not know.
        </p>
      )}
    </SummarySection>
  )
}

interface EntryProps {
  readonly title: string
  readonly value: string
  readonly isMain?: boolean
}

function Entry({ title, value, isMain = false }: EntryProps): JSX.Element {
  return (
    <div className={styles['entry']} data-main={isMain || undefined}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Models that are named; the others are counted. */
const NAMED = 3

function namesOf(models: readonly { readonly model: string | undefined }[]): string {
  const names = models.slice(0, NAMED).map(({ model }) => model ?? 'a model without name')
  const more = models.length - names.length
  return more > 0 ? `${names.join(', ')} and ${countOf(more, 'more model')}` : names.join(', ')
}
