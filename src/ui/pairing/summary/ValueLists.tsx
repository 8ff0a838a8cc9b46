// What went wrong and how answers ended: values with the number of rows that have them.
import type { JSX } from 'react'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { groupNumber, percentOf } from '../../../state/formatNumber.ts'
import type { ModelCount, PairingFacts, PairingSummary } from '../../../contracts/pairingApi.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import { FilterItem } from './FilterItem.tsx'
import { isSameModel } from './sameModel.ts'
import styles from './SummaryPanel.module.css'
import { SummarySection } from './SummarySection.tsx'

/**
 * Values that are shown of each list at first, the most frequent ones; servers that put ids into error
 * codes make thousands.
 */
const FIRST = 12

interface SummaryProps {
  readonly summary: PairingSummary
}

export function UnusableList({
  summary: { unusable },
  checking,
}: SummaryProps & { readonly checking: PairingFacts['checkingJson'] }): JSX.Element | null {
  if (unusable.length === 0 && !checking) return null
  const percent = checking && percentOf(checking.done, checking.total)
  return (
    <SummarySection title="Not usable">
      <ul className={styles['list']}>
        {unusable.map(({ value, count }) => (
          <li key={value}>
            <FilterItem part={{ unusable: value }} count={count}>
              {UNUSABLE_TITLES[value]}
            </FilterItem>
          </li>
        ))}
      </ul>
      {checking && (
        <p className={styles['note']}>
          Checking JSON answers: {groupNumber(checking.done)} of {groupNumber(checking.total)} (
          {percent} %)
        </p>
      )}
    </SummarySection>
  )
}

export function ErrorList({ summary: { errors } }: SummaryProps): JSX.Element | null {
  if (errors.length === 0) return null
  return (
    <SummarySection title="Errors">
      <MoreList items={errors} first={FIRST} className={styles['list']}>
        {({ value, count, message }) => (
          <li key={value} className={styles['late']}>
            <FilterItem
              part={{ errorCode: value }}
              count={count}
              title={message === undefined ? value : `${value}\n${message}`}
              note={message}
            >
              <code className={styles['code']}>{value}</code>
            </FilterItem>
          </li>
        )}
      </MoreList>
    </SummarySection>
  )
}

export function StatusList({ summary: { statuses } }: SummaryProps): JSX.Element | null {
  if (statuses.length === 0) return null
  return (
    <SummarySection title="HTTP status">
      <MoreList items={statuses} first={FIRST} className={styles['list']}>
        {({ value, count }) => (
          <li key={value}>
            <FilterItem
              part={{ status: value }}
              count={count}
              title={value === 0 ? 'No connection' : undefined}
            >
              <code className={styles['code']}>{value}</code>
            </FilterItem>
          </li>
        )}
      </MoreList>
    </SummarySection>
  )
}

export function FinishReasonList({ summary: { finishReasons } }: SummaryProps): JSX.Element | null {
  if (finishReasons.length === 0) return null
  return (
    <SummarySection title="Finish reasons">
      <MoreList items={finishReasons} first={FIRST} className={styles['list']}>
        {({ value, count }) => (
          <li key={value}>
            <FilterItem part={{ finishReason: value }} count={count} title={value}>
              <code className={styles['code']}>{value}</code>
            </FilterItem>
          </li>
        )}
      </MoreList>
    </SummarySection>
  )
}

export function ModelList({ summary: { models } }: SummaryProps): JSX.Element | null {
  if (models.length === 0) return null
  return (
    <SummarySection title="Models">
      <MoreList items={models} first={FIRST} className={styles['list']}>
        {(model) => (
          <li key={`${model.asked ?? ''} ${model.answered ?? ''}`} className={styles['late']}>
            <ModelItem model={model} />
          </li>
        )}
      </MoreList>
    </SummarySection>
  )
}

function ModelItem({ model: { asked, answered, count } }: { model: ModelCount }): JSX.Element {
  const isSame = isSameModel(asked, answered)
  const words = `Asked: ${asked ?? 'not named'}\nAnswered: ${answered ?? 'not named'}`
  return (
    <FilterItem
      part={{ models: { asked: asked ?? null, answered: answered ?? null } }}
      count={count}
      title={words}
      note={
        // Where the job or a file that is not here names the model, there is nothing to compare.
        asked !== undefined &&
        asked !== answered && (
          <span data-other={!isSame || undefined} className={styles['answered']}>
            {!isSame && <span aria-hidden>▲ </span>}
            {answered === undefined ? 'no answer names a model' : `answered by ${answered}`}
            {!isSame && ', not what was asked for'}
          </span>
        )
      }
    >
      <code className={styles['code']}>{asked ?? answered}</code>
    </FilterItem>
  )
}
