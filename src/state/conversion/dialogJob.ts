// A conversion that a dialog started: a job of its document, shown in the dialog, and stopped with either.
import type { StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../base/failures.ts'
import type { Result } from '../../base/result.ts'
import type { NewFile } from '../../contracts/conversionApi.ts'
import type { OnProgress, Progress } from '../../contracts/progress.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure } from '../actions/messages.ts'
import { documentSlot } from '../documentScope.ts'
import { type DialogName, type DocumentKey, store } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'

/** What a dialog shows of its conversion. */
export interface RunningConversion {
  readonly running?:
    | { readonly jobId: string; readonly progress?: Progress | undefined }
    | undefined
  readonly problem?: Message | undefined
}

interface DialogJob<T, State extends RunningConversion> {
  readonly dialog: DialogName
  readonly state: StoreApi<State>
  /** Of what is converted, as it may be shown. */
  readonly name: string
  readonly start: (
    client: ConversionClient,
    jobId: string,
    onProgress: OnProgress,
  ) => Promise<Result<T>>
  /** True where the user is asked instead of told. */
  readonly asksAbout?: (failure: Failure) => boolean
}

/** A conversion ends with its document. */
const jobs = documentSlot<Set<string>>(
  () => new Set(),
  (ids) => {
    for (const id of ids) void conversionClient().cancel(id)
  },
)

/** Stops what runs from the dialog; it stays. */
export function cancelRunning(state: StoreApi<RunningConversion>): void {
  const { running } = state.getState()
  if (running) void conversionClient().cancel(running.jobId)
}

/**
 * What was made. Undefined where it failed, which the dialog or a message says; where it was stopped; and where
 * the dialog was closed or opened anew meanwhile, after which nothing is left of it.
 */
export async function runFromDialog<T extends NewFile, State extends RunningConversion>(
  key: DocumentKey,
  { asksAbout, dialog, name, start, state }: DialogJob<T, State>,
): Promise<T | undefined> {
  const client = conversionClient()
  const show = (shown: RunningConversion): void => state.setState(shown as Partial<State>)
  let jobId = ''
  // A job of the document as well: files that are dropped take the dialog away, and it goes on.
  const made = await runJob(
    key,
    msg('Converting {name}', { name }),
    (id, onProgress) => {
      jobId = id
      jobs.of(key).add(id)
      show({ running: { jobId }, problem: undefined })
      return start(client, id, (progress) => {
        onProgress(progress)
        if (state.getState().running?.jobId === id) show({ running: { jobId: id, progress } })
      })
    },
    { cancel: (id) => void client.cancel(id) },
  )
  jobs.of(key).delete(jobId)
  const isShown = state.getState().running?.jobId === jobId
  if (isShown) show({ running: undefined })
  if (made.ok) {
    if (isShown) return made.value
    // The dialog was closed as the last bytes were written.
    void client.discard(made.value.id)
    return undefined
  }
  if (!isShown || made.failure.kind === 'cancelled' || asksAbout?.(made.failure)) return undefined
  if (store.getState().dialog === dialog) show({ problem: made.failure.message })
  else showFailure(made.failure)
  return undefined
}
