// A batch of a run: its status, how far it is, its times, and what the API says is wrong.
import type { JSX } from 'react'
import { explainEnd, statusMeaning } from '../../../batch/statusWords.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { Run, RunPart } from '../../../state/batch/batchStore.ts'
import { cancelBatch } from '../../../state/batch/follow.ts'
import { useTranslator } from '../../../state/language.ts'
import { progressText } from '../../../state/progressText.ts'
import { Button } from '../../controls/Button.tsx'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import { StepMark } from '../StepMark.tsx'
import { markOf } from '../stepLines.ts'
import { useNow } from '../useNow.ts'
import { BatchErrors } from './BatchErrors.tsx'
import styles from './RunItem.module.css'
import { canCancel, partStatus, partWord } from './runSummary.ts'
import { timeLeft } from './timeLeft.ts'

export interface PartItemProps {
  readonly run: Run
  readonly part: RunPart
}

export function PartItem({ run, part }: PartItemProps): JSX.Element {
  const { t } = useTranslator()
  const { batch, note } = part
  const status = partStatus(part)
  const failed = batch?.counts.failed ?? 0
  const words = note ?? (batch && status === batch.status ? meaningOf(part) : undefined)
  return (
    <li
      className={styles['part']}
      data-part={part.index}
      data-status={status}
      data-batch-id={batch?.id}
    >
      <div className={styles['state']}>
        <StepMark mark={markOf(status, failed)} />
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
        {canCancel(part) && (
          <Button size="small" look="outlined" onClick={() => void cancelBatch(run.id, part.index)}>
            {t(msg('Cancel batch'))}
          </Button>
        )}
      </div>
      <PartProgress run={run} part={part} />
      {words && <p className={styles['words']}>{t(words)}</p>}
      <Times part={part} />
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

function meaningOf({ batch }: RunPart): Message | undefined {
  return batch && (explainEnd(batch) ?? statusMeaning(batch.status))
}

function PartProgress({ run, part }: PartItemProps): JSX.Element | null {
  const { t } = useTranslator()
  const { batch, progress, requests, state } = part
  const name = run.fileName
  if (state === 'uploading') {
    const text = progressText(progress)
    return (
      <div className={styles['progress']}>
        <ProgressBar
          label={t(msg('Uploading {name}', { name }))}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          valueText={text && t(text)}
        />
        <span>{text && t(text)}</span>
      </div>
    )
  }
  if (!batch || state === 'waiting') {
    return (
      <p className={styles['words']}>
        {t(msg('{count, plural, one {# request} other {# requests}}', { count: requests }))}
      </p>
    )
  }
  const { completed, failed, total } = batch.counts
  const all = Math.max(total, requests)
  const done = completed + failed
  const text =
    failed > 0
      ? msg('{done, number} of {total, number}, {failed, number} failed', {
          done,
          total: all,
          failed,
        })
      : msg('{done, number} of {total, number}', { done, total: all })
  return (
    <div className={styles['progress']}>
      <ProgressBar
        label={t(msg('Requests of {name} that are done', { name }))}
        done={done}
        total={all}
        valueText={t(text)}
      />
      <span>{t(text)}</span>
    </div>
  )
}

function Times({ part: { batch, state } }: { readonly part: RunPart }): JSX.Element | null {
  const { t, date } = useTranslator()
  const now = useNow()
  if (!batch) return null
  const time = (seconds: number) =>
    date(seconds * 1000, { dateStyle: 'medium', timeStyle: 'short' })
  const left = batch.expiresAt === undefined ? undefined : timeLeft(batch.expiresAt * 1000 - now)
  return (
    <dl className={styles['times']}>
      {batch.createdAt > 0 && (
        <div>
          <dt>{t(msg('Created'))}</dt>
          <dd>{time(batch.createdAt)}</dd>
        </div>
      )}
      {batch.inProgressAt !== undefined && (
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
