// A batch of a run: its status, how far it is, its times, and what the API says is wrong.
import { Clock } from 'lucide-react'
import type { JSX } from 'react'
import type { Batch } from '../../../batch/batchObject.ts'
import { explainEnd, statusMeaning } from '../../../batch/statusWords.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { Run, RunPart } from '../../../state/batch/batchStore.ts'
import { cancelBatch } from '../../../state/batch/follow.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import { StepMark } from '../StepMark.tsx'
import { markOf } from '../stepLines.ts'
import { useNow } from '../useNow.ts'
import { BatchErrors } from './BatchErrors.tsx'
import styles from './RunItem.module.css'
import { canCancel, doneText, partStatus, partWord, wasDeleted } from './runSummary.ts'
import { clockSentence, timeLeft } from './timeLeft.ts'

export interface PartItemProps {
  readonly run: Run
  readonly part: RunPart
}

export function PartItem({ run, part }: PartItemProps): JSX.Element {
  const { t } = useTranslator()
  const isInFront = useActive((tab) => tab.key === run.documentKey)
  const { batch, note } = part
  const status = partStatus(part)
  const failed = batch?.counts.failed ?? 0
  // What is said of the end of a batch whose files are gone would read as if the API had lost them.
  const words =
    wasDeleted(part) && status !== 'failed'
      ? msg('Its files were deleted at the API.')
      : (note ?? (batch && status === batch.status ? meaningOf(batch) : undefined))
  return (
    <li
      className={styles['part']}
      data-part={part.index}
      data-status={status}
      data-batch-id={batch?.id}
    >
      <div className={styles['state']}>
        <StepMark mark={markOf(status, failed)} number={<Clock />} />
        <b>{t(partWord(part))}</b>
        {run.parts.length > 1 && (
          <span className={styles['of']}>
            {t(
              msg('part {part, number} of {count, number}', {
                part: part.index + 1,
                count: run.parts.length,
              }),
            )}
          </span>
        )}
        {(canCancel(part) || (part.state === 'uploading' && !isInFront)) && (
          <Button size="small" look="outlined" onClick={() => void cancelBatch(run.id, part.index)}>
            {t(msg('Cancel batch'))}
          </Button>
        )}
      </div>
      {part.endpoint !== undefined && (
        <p className={styles['facts']}>
          <code>{part.endpoint}</code>
        </p>
      )}
      <PartProgress run={run} part={part} />
      {words && <p className={styles['words']}>{t(words)}</p>}
      <Times part={part} isOne={run.parts.length === 1} />
      <ClockNote part={part} />
      {batch && (
        <p className={styles['id']}>
          <code>{batch.id}</code>
          <CopyButton text={batch.id} label={t(msg('Copy the id of the batch'))} />
        </p>
      )}
      <BatchErrors run={run} part={part} />
      {part.results.length > 0 && (
        <p className={styles['words']}>
          {t(
            msg('{count, plural, one {# file} other {# files}} of its results are open.', {
              count: part.results.length,
            }),
          )}
        </p>
      )}
    </li>
  )
}

function meaningOf(batch: Batch): Message {
  return explainEnd(batch) ?? statusMeaning(batch.status)
}

function PartProgress({ run, part }: PartItemProps): JSX.Element | null {
  const { t } = useTranslator()
  const { batch, requests, state } = part
  const name = run.fileName
  // How far an upload of the document in front is stands at the foot of the panel, where it can be cancelled.
  if (!batch || state === 'waiting' || state === 'uploading') {
    return (
      <p className={styles['words']}>
        {t(msg('{count, plural, one {# request} other {# requests}}', { count: requests }))}
      </p>
    )
  }
  const { completed, failed, total } = batch.counts
  const all = Math.max(total, requests)
  const done = completed + failed
  const text = doneText(done, failed, all)
  return (
    <div className={styles['progress']}>
      <ProgressBar
        label={t(
          run.parts.length === 1
            ? msg('Requests of {name} that are done', { name })
            : msg('Requests of part {part, number} of {name} that are done', {
                part: part.index + 1,
                name,
              }),
        )}
        done={done}
        total={all}
        valueText={t(text)}
      />
      <span>{t(text)}</span>
    </div>
  )
}

function ClockNote({ part }: { readonly part: RunPart }): JSX.Element | null {
  const { t } = useTranslator()
  const { batch, clockAhead } = part
  if (!batch || batch.endedAt !== undefined || clockAhead === undefined) return null
  return <p className={styles['words']}>{t(clockSentence(clockAhead))}</p>
}

interface TimesProps {
  readonly part: RunPart
  /** The run has no other; when it began stands above it. */
  readonly isOne: boolean
}

function Times({ part, isOne }: TimesProps): JSX.Element | null {
  const { t, date } = useTranslator()
  const { batch, state, clockAhead = 0 } = part
  // By the API's clock, which is the one that counts.
  const now = useNow() - clockAhead
  if (!batch) return null
  const time = (seconds: number) =>
    date(seconds * 1000, { dateStyle: 'medium', timeStyle: 'short' })
  const left = batch.expiresAt === undefined ? undefined : timeLeft(batch.expiresAt * 1000 - now)
  return (
    <dl className={styles['times']}>
      {!isOne && batch.createdAt > 0 && (
        <div>
          <dt>{t(msg('Created'))}</dt>
          <dd>{time(batch.createdAt)}</dd>
        </div>
      )}
      {batch.inProgressAt !== undefined && batch.endedAt === undefined && (
        <div>
          <dt>{t(msg('In progress since'))}</dt>
          <dd>{time(batch.inProgressAt)}</dd>
        </div>
      )}
      {batch.endedAt !== undefined && (
        <div>
          <dt>{t(msg('Ended at'))}</dt>
          <dd>{time(batch.endedAt)}</dd>
        </div>
      )}
      {state === 'running' && batch.expiresAt !== undefined && batch.endedAt === undefined && (
        <div>
          <dt>{t(msg('Expires'))}</dt>
          <dd>
            {left
              ? t(msg('in {time}', { time: left }))
              : t(msg('now; what is done by then is kept'))}
          </dd>
        </div>
      )}
    </dl>
  )
}
