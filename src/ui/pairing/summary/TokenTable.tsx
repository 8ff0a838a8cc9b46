// Tokens of the answers: how many in all, and how they are spread.
import type { JSX } from 'react'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'
import { shortNumber, TOKEN_ROWS } from './summaryMessages.ts'
import { TokenHistogram } from './TokenHistogram.tsx'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export function TokenTable({
  summary: { usage, spreads },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  const { t, number } = useTranslator()
  if (usage.answers === 0) return null
  const shown = TOKEN_ROWS.flatMap((row) => {
    const spread = spreads.find(({ name }) => name === row.name)
    return spread ? [{ ...row, spread, sum: usage[row.name] }] : []
  })
  return (
    <SummarySection
      title={t(msg('Tokens'))}
      aside={t(
        msg('of {count, plural, one {# answer} other {# answers}}', { count: usage.answers }),
      )}
    >
      {shown.map(({ name, title, label, spread, sum }) => (
        <div key={name} className={styles['tokens']} role="group" aria-label={t(label)}>
          <div className={styles['tokenLine']}>
            <span>{t(title)}</span>
            <b>{number(sum)}</b>
          </div>
          <TokenHistogram name={name} label={t(label)} bins={spread.bins} />
          <dl className={styles['spread']}>
            <Figure title={t(msg('median'))} value={spread.median} />
            <Figure title={t(msg('p95'))} value={spread.p95} />
            <Figure title={t(msg('max'))} value={spread.max} />
          </dl>
        </div>
      ))}
    </SummarySection>
  )
}

function Figure({ title, value }: { readonly title: string; readonly value: number }): JSX.Element {
  const translator = useTranslator()
  const { t } = translator
  return (
    <div title={t(msg('{title} {value, number}', { title, value }))}>
      <dt>{title}</dt>
      <dd>{shortNumber(value, translator)}</dd>
    </div>
  )
}
