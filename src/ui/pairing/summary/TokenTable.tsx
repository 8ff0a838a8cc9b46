// Tokens of the answers: how many in all, and how they are spread.
import type { JSX } from 'react'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'
import { shortNumber, TOKEN_ROWS } from './summaryMessages.ts'
import { TokenHistogram } from './TokenHistogram.tsx'

export function TokenTable({
  summary: { usage, spreads },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  if (usage.answers === 0) return null
  const shown = TOKEN_ROWS.flatMap((row) => {
    const spread = spreads.find(({ name }) => name === row.name)
    return spread ? [{ ...row, spread, sum: usage[row.name] }] : []
  })
  return (
    <SummarySection title="Tokens" aside={`of ${countOf(usage.answers, 'answer')}`}>
      {shown.map(({ name, title, spread, sum }) => (
        <div key={name} className={styles['tokens']} role="group" aria-label={`${title} tokens`}>
          <div className={styles['tokenLine']}>
            <span>{title}</span>
            <b>{groupNumber(sum)}</b>
          </div>
          <TokenHistogram name={name} label={`${title} tokens`} bins={spread.bins} />
          <dl className={styles['spread']}>
            <Figure title="median" value={spread.median} />
            <Figure title="p95" value={spread.p95} />
            <Figure title="max" value={spread.max} />
          </dl>
        </div>
      ))}
    </SummarySection>
  )
}

function Figure({ title, value }: { readonly title: string; readonly value: number }): JSX.Element {
  return (
    <div title={`${title} ${groupNumber(value)}`}>
      <dt>{title}</dt>
      <dd>{shortNumber(value)}</dd>
    </div>
  )
}
