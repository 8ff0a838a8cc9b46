// Reading and other long work of the active document: how far, and a way to stop it.
import { X } from 'lucide-react'
import type { JSX } from 'react'
import { bytes, msg, share } from '../../i18n/message.ts'
import { cancelJob } from '../../state/actions/jobs.ts'
import { cancelReading } from '../../state/actions/reading.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { partDone, progressText } from '../../state/progressText.ts'
import type { DocumentTab, RunningJob } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { statusOf } from './statusOf.ts'
import styles from './RunningJobs.module.css'

export function RunningJobs({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const jobs = useApp((state) => state.jobs).filter((job) => job.key === tab.key)
  // What runs before anything is known of the lines runs instead of reading: the file is unpacked.
  const isReading = statusOf(tab) === 'reading' && (tab.facts !== undefined || jobs.length === 0)
  return (
    <>
      {isReading && <Reading tab={tab} />}
      {jobs.map((job) => (
        <Running key={job.jobId} job={job} />
      ))}
    </>
  )
}

function Running({ job: { jobId, title, progress } }: { readonly job: RunningJob }): JSX.Element {
  const { t } = useTranslator()
  const { done, total } = progress ?? { done: 0, total: 0 }
  const part = share(partDone(done, total))
  const valueText = progressText(progress)
  return (
    <div className={styles['job']}>
      <ProgressBar
        label={t(title)}
        done={done}
        total={total}
        valueText={valueText && t(valueText)}
      />
      <span className={styles['text']}>
        {total > 0 ? t(msg('{title} {part}', { title, part })) : t(title)}
      </span>
      <Button
        size="small"
        aria-label={t(msg('Cancel: {title}', { title }))}
        onClick={() => void cancelJob(jobId)}
      >
        <X aria-hidden /> {t(msg('Cancel'))}
      </Button>
    </div>
  )
}

function Reading({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const { t } = useTranslator()
  const { facts, name } = tab
  const done = facts?.readBytes ?? 0
  const total = facts?.totalBytes ?? 0
  return (
    <div className={styles['job']}>
      <ProgressBar label={t(msg('Reading {name}', { name }))} done={done} total={total} />
      <span className={styles['bytes']}>
        {total > 0
          ? t(msg('{done} of {total}', { done: bytes(done), total: bytes(total) }))
          : t(msg('Reading'))}
      </span>
      <Button
        size="small"
        aria-label={t(msg('Cancel reading'))}
        onClick={() => void cancelReading()}
      >
        <X aria-hidden /> {t(msg('Cancel'))}
      </Button>
    </div>
  )
}
