// What went wrong and how answers ended: values with the number of rows that have them.
import type { JSX } from 'react'
import { type Message, msg, share } from '../../../i18n/message.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import type { ModelCount, PairingFacts, PairingSummary } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import { partDone } from '../../../state/progressText.ts'
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
  const { t } = useTranslator()
  if (unusable.length === 0 && !checking) return null
  return (
    <SummarySection title={t(msg('Not usable'))}>
      <ul className={styles['list']}>
        {unusable.map(({ value, count }) => (
          <li key={value}>
            <FilterItem part={{ unusable: value }} count={count}>
              {t(UNUSABLE_TITLES[value])}
            </FilterItem>
          </li>
        ))}
      </ul>
      {checking && <p className={styles['note']}>{t(checkingText(checking))}</p>}
    </SummarySection>
  )
}

function checkingText({ done, total }: NonNullable<PairingFacts['checkingJson']>): Message {
  return msg('Checking JSON answers: {done, number} of {total, number} ({percent})', {
    done,
    total,
    percent: share(partDone(done, total)),
  })
}

export function ErrorList({ summary: { errors } }: SummaryProps): JSX.Element | null {
  const { t } = useTranslator()
  if (errors.length === 0) return null
  return (
    <SummarySection title={t(msg('Errors'))}>
      <MoreList items={errors} first={FIRST} className={styles['list']}>
        {({ value, count, message }) => (
          <li key={value} className={styles['late']}>
            <FilterItem
              part={{ errorCode: value }}
              count={count}
              title={message ? `${value}\n${t(message)}` : value}
              note={message && t(message)}
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
  const { t } = useTranslator()
  if (statuses.length === 0) return null
  return (
    <SummarySection title={t(msg('HTTP status'))}>
      <MoreList items={statuses} first={FIRST} className={styles['list']}>
        {({ value, count }) => (
          <li key={value}>
            <FilterItem
              part={{ status: value }}
              count={count}
              title={value === 0 ? t(msg('No connection')) : undefined}
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
  const { t } = useTranslator()
  if (finishReasons.length === 0) return null
  return (
    <SummarySection title={t(msg('Finish reasons'))}>
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
  const { t } = useTranslator()
  if (models.length === 0) return null
  return (
    <SummarySection title={t(msg('Models'))}>
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
  const { t } = useTranslator()
  const isSame = isSameModel(asked, answered)
  const none = msg('not named')
  const words = msg('Asked: {asked}\nAnswered: {answered}', {
    asked: asked ?? none,
    answered: answered ?? none,
  })
  return (
    <FilterItem
      part={{ models: { asked: asked ?? null, answered: answered ?? null } }}
      count={count}
      title={t(words)}
      note={
        // Where the job or a file that is not here names the model, there is nothing to compare.
        asked !== undefined &&
        asked !== answered && (
          <span data-other={!isSame || undefined} className={styles['answered']}>
            {!isSame && <span aria-hidden>▲ </span>}
            {t(answeredText(answered, isSame))}
          </span>
        )
      }
    >
      <code className={styles['code']}>{asked ?? answered}</code>
    </FilterItem>
  )
}

/** `isSame`: it is the model that was asked for. */
function answeredText(answered: string | undefined, isSame: boolean): Message {
  if (answered === undefined) return msg('no answer names a model')
  return isSame
    ? msg('answered by {model}', { model: answered })
    : msg('answered by {model}, not what was asked for', { model: answered })
}
