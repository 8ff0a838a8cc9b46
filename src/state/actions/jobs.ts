// Long work that shows its progress in the status bar and can be cancelled by its id.
import type { OnProgress } from '../../contracts/progress.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { type DocumentKey, store } from '../store.ts'
import { dismissMessage, showMessage } from './messages.ts'

let lastJob = 0

export function newJobId(): string {
  lastJob += 1
  return `job-${lastJob}`
}

interface JobOptions {
  readonly isExport?: boolean
  /** How another worker than the document's is told to stop. */
  readonly cancel?: (jobId: string) => void
}

/** Of jobs that other workers do. */
const cancels = new Map<string, (jobId: string) => void>()

/**
 * Runs `work` as a job of a document and shows its progress under `title` until it settles.
 * `work` gets the id to hand to the worker and a listener for progress.
 */
export async function runJob<T>(
  key: DocumentKey,
  title: Message,
  work: (jobId: string, onProgress: OnProgress) => Promise<T>,
  { isExport = false, cancel }: JobOptions = {},
): Promise<T> {
  const jobId = newJobId()
  if (cancel) cancels.set(jobId, cancel)
  store.setState((state) => ({
    jobs: [...state.jobs, { jobId, key, title, isExport }],
  }))
  try {
    return await work(jobId, (progress) => {
      store.setState((state) => ({
        jobs: state.jobs.map((job) => (job.jobId === jobId ? { ...job, progress } : job)),
      }))
    })
  } finally {
    cancels.delete(jobId)
    store.setState((state) => ({ jobs: state.jobs.filter((job) => job.jobId !== jobId) }))
  }
}

/**
 * Starts a change of a document and settles as it does. The change comes after work of the worker that
 * runs already: as long as it waits, a message says for what and offers to cancel that.
 */
export async function explainWait<T>(key: DocumentKey, start: () => Promise<T>): Promise<T> {
  // Before it starts: the change may be a job itself.
  const job = store.getState().jobs.find((entry) => entry.key === key)
  const change = start()
  if (!job) return change
  const message = showMessage(
    'status',
    msg('“{title}” is still running. The change is made when it has ended.', { title: job.title }),
    { label: msg('Cancel that'), run: () => void cancelJob(job.jobId) },
  )
  try {
    return await change
  } finally {
    dismissMessage(message)
  }
}

/** The work then resolves with a failure of kind `cancelled`. Nothing happens when it has ended. */
export async function cancelJob(jobId: string): Promise<void> {
  const job = store.getState().jobs.find((entry) => entry.jobId === jobId)
  const cancel = cancels.get(jobId)
  if (cancel) cancel(jobId)
  else if (job && hasClient(job.key)) await clientOf(job.key).cancel(jobId)
}

export function dropJobsOf(key: DocumentKey): void {
  store.setState((state) => ({ jobs: state.jobs.filter((job) => job.key !== key) }))
}
