// What the answers cost as a batch, and what they would have cost one by one.
import type { JSX } from 'react'
import type { PairingSummary } from '../../../contracts/pairingApi.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import { formatUsd } from '../../controls/formatUsd.ts'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'
import { listOf, type ListValue, type Message, msg, type Value } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

/** Models that are shown at first. */
const FIRST = 20

export function CostTable({
  summary: { cost: costs, pricesOf, usage },
}: {
  readonly summary: PairingSummary
}): JSX.Element | null {
  const translator = useTranslator()
  const { t } = translator
  if (usage.answers === 0) return null
  const { cost, saved, unpricedAnswers, models } = costs
  const priced = models.filter((model) => model.cost !== undefined)
  const unpriced = models.filter((model) => model.cost === undefined)
  return (
    <SummarySection
      title={t(msg('Cost'))}
      aside={priced.length > 0 ? t(msg('prices of {date}', { date: pricesOf })) : undefined}
    >
      {priced.length > 0 && (
        <dl className={styles['entries']}>
          <Entry title={t(msg('Batch price'))} value={formatUsd(cost.batch, translator)} isMain />
          <Entry title={t(msg('Standard price'))} value={formatUsd(cost.standard, translator)} />
          <Entry title={t(msg('Saved'))} value={formatUsd(saved, translator)} />
        </dl>
      )}
      {models.length > 1 && priced.length > 0 && (
        <MoreList items={priced} first={FIRST} className={styles['perModel']}>
          {(model) => (
            <li key={model.model ?? ''}>
              <code title={model.model}>{model.model ?? t(msg('no model named'))}</code>
              <span>{formatUsd(model.cost?.batch ?? 0, translator)}</span>
            </li>
          )}
        </MoreList>
      )}
      {unpricedAnswers > 0 && (
        <p className={styles['note']}>
          {t(unpricedText(unpricedAnswers, unpriced, priced.length > 0))}
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

/** `areOthersPriced`: the answers of other models are counted. */
function unpricedText(
  count: number,
  unpriced: readonly { readonly model: string | undefined }[],
  areOthersPriced: boolean,
): Message {
  const models = namesOf(unpriced)
  return areOthersPriced
    ? msg(
        'Not counted: {count, plural, one {# answer} other {# answers}} of {models}, which the price table does not know.',
        { count, models },
      )
    : msg(
        '{count, plural, one {# answer} other {# answers}} of {models}, which the price table does not know.',
        { count, models },
      )
}

function namesOf(models: readonly { readonly model: string | undefined }[]): ListValue {
  const names: Value[] = models
    .slice(0, NAMED)
    .map(({ model }) => model ?? msg('a model without name'))
  const count = models.length - names.length
  if (count > 0) {
    names.push(msg('{count, plural, one {# more model} other {# more models}}', { count }))
  }
  return listOf(names, 'and')
}
