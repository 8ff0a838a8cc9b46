// A run: its file, its parts, and what can be done with it as a whole.
import { type JSX, useId } from 'react'
import { msg } from '../../../i18n/message.ts'
import { type Run, useBatch } from '../../../state/batch/batchStore.ts'
import { deleteRemote, openResults, saveResults } from '../../../state/batch/results.ts'
import { retryFailed, sendRest } from '../../../state/batch/retry.ts'
import { resumeRun } from '../../../state/batch/send.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import fields from '../fields.module.css'
import { stepAside } from '../stepAside.ts'
import { PartItem } from './PartItem.tsx'
import styles from './RunItem.module.css'
import {
  doneText,
  hasResults,
  hasExpired,
  hasStopped,
  isOver,
  summariseRun,
  unanswered,
  wasDeleted,
} from './runSummary.ts'

export interface RunItemProps {
  readonly run: Run
  readonly isNewest: boolean
}

export function RunItem({ run, isNewest }: RunItemProps): JSX.Element {
  const { t, date } = useTranslator()
  const id = useId()
  const before = useBatch(({ runs }) => runs.find((each) => each.id === run.retryOf))
  const started = date(run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={styles['run']} data-run={run.id}>
      <h4 id={id} className={styles['name']} title={run.fileName}>
        {run.fileName}
      </h4>
      <p className={styles['facts']}>
        {run.startedAt > 0 && <span>{started}</span>}
        <code>{run.endpoint}</code>
      </p>
      {run.retryOf !== undefined && (
        <p className={styles['facts']}>
          {before
            ? t(msg('Sends again what failed of {name}', { name: before.fileName }))
            : t(msg('Sends again what failed of an earlier run'))}
        </p>
      )}
      {run.parts.length > 1 && <WholeProgress run={run} />}
      <ul className={styles['parts']}>
        {run.parts.map((part) => (
          <PartItem key={part.index} run={run} part={part} />
        ))}
      </ul>
      <RunActions run={run} labelId={id} isNewest={isNewest} />
    </li>
  )
}

/** Of several batches that are followed as one. */
function WholeProgress({ run }: { readonly run: Run }): JSX.Element {
  const { t } = useTranslator()
  const { completed, failed, total } = summariseRun(run)
  const text = t(doneText(completed + failed, failed, total))
  return (
    <div className={styles['progress']}>
      <ProgressBar
        label={t(msg('Requests of {name} that are done', { name: run.fileName }))}
        done={completed + failed}
        total={total}
        valueText={text}
      />
      <span>{text}</span>
    </div>
  )
}

interface RunActionsProps extends RunItemProps {
  /** Of the name of the file: there are as many of these buttons as runs. */
  readonly labelId: string
}

function RunActions({ run, labelId, isNewest }: RunActionsProps): JSX.Element | null {
  const { t } = useTranslator()
  const failed = unanswered(run)
  const isDone = isOver(run)
  const canDelete =
    isDone &&
    run.parts.some(
      (part) => !wasDeleted(part) && (part.batch !== undefined || part.file !== undefined),
    )
  if (!hasResults(run) && !isDone && !hasStopped(run)) return null
  return (
    <div className={fields['actions']} role="group" aria-labelledby={labelId}>
      {hasResults(run) && (
        <>
          <Button
            size="small"
            look={isNewest ? 'primary' : 'outlined'}
            title={t(msg('Opens them here, beside their requests'))}
            onClick={() => void openResults(run.id).then(stepAside)}
          >
            {t(msg('Download results'))}
          </Button>
          <Button
            size="small"
            look="outlined"
            title={t(msg('As files, as they came from the API'))}
            onClick={() => void saveResults(run.id)}
          >
            {t(msg('Save results'))}
          </Button>
        </>
      )}
      {failed > 0 && (
        <Button size="small" look="outlined" onClick={() => void retryFailed(run.id)}>
          {t(msg('Retry what failed ({count, number})', { count: failed }))}
        </Button>
      )}
      {failed > 0 && hasExpired(run) && (
        <Button size="small" look="outlined" onClick={() => void sendRest(run.id)}>
          {t(msg('Send the rest as a new batch ({count, number})', { count: failed }))}
        </Button>
      )}
      {hasStopped(run) && (
        <Button
          size="small"
          look={isNewest && !hasResults(run) ? 'primary' : 'outlined'}
          onClick={() => void resumeRun(run.id)}
        >
          {t(msg('Go on uploading'))}
        </Button>
      )}
      {canDelete && (
        <Button size="small" look="danger" onClick={() => deleteRemote(run.id)}>
          {t(msg('Delete remote files'))}
        </Button>
      )}
    </div>
  )
}
