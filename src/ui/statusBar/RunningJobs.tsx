// Reading and other long work of the active document: how far, and a way to stop it.
import { X } from 'lucide-react'
import type { JSX } from 'react'
import { cancelJob } from '../../state/actions/jobs.ts'
import { cancelReading } from '../../state/actions/reading.ts'
import { formatBytes, formatProgress, percentOf } from '../../state/formatNumber.ts'
import { useApp } from '../../state/hooks.ts'
import type { DocumentTab, RunningJob } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { statusOf } from './statusOf.ts'
import styles from './RunningJobs.module.css'

export function RunningJobs({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const jobs = useApp((state) => state.jobs)
  return (
    <>
      {statusOf(tab) === 'reading' && <Reading tab={tab} />}
      {jobs
        .filter((job) => job.key === tab.key)
        .map((job) => (
          <Running key={job.jobId} job={job} />
        ))}
    </>
  )
}

function Running({ job: { jobId, title, progress } }: { readonly job: RunningJob }): JSX.Element {
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <div className={styles['job']}>
      <ProgressBar label={title} done={done} total={total} valueText={formatProgress(progress)} />
      <span className={styles['text']}>
        {title}
        {total > 0 && ` ${percentOf(done, total)} %`}
      </span>
      <Button size="small" aria-label={`Cancel: ${title}`} onClick={() => void cancelJob(jobId)}>
        <X aria-hidden /> Cancel
      </Button>
    </div>
  )
}

function Reading({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const { facts, name } = tab
  const done = facts?.readBytes ?? 0
  const total = facts?.totalBytes ?? 0
  return (
    <div className={styles['job']}>
      <ProgressBar label={`Reading ${name}`} done={done} total={total} />
      <span className={styles['bytes']}>
        {total > 0 ? `${formatBytes(done)} of ${formatBytes(total)}` : 'Reading'}
      </span>
      <Button size="small" aria-label="Cancel reading" onClick={() => void cancelReading()}>
        <X aria-hidden /> Cancel
      </Button>
    </div>
  )
}
