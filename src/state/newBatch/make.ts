// Makes the file, and opens it as a document or hands it to the browser's downloads.
import { msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { startDownload } from '../startDownload.ts'
import { store } from '../store.ts'
import { newBatchStore, type RowOrigin } from './newBatchStore.ts'
import { templateOf } from './formTemplate.ts'
import { readTyped } from './rows.ts'
import { templatesClient } from './templatesWorker.ts'

let current: string | undefined

/** As a document of its own, in front of everything. */
export async function openAsDocument(): Promise<void> {
  const file = await make()
  if (!file) return
  store.setState({ isPairingShown: false })
  openTabs([{ file }])
}

export async function saveToFile(): Promise<void> {
  const file = await make()
  if (!file) return
  startDownload(file, file.name)
  showMessage('status', msg('{name} was handed to the browser’s downloads.', { name: file.name }))
}

export function cancelMaking(): void {
  if (current !== undefined) void templatesClient().cancel(current)
}

/** Undefined when it was cancelled, or failed, which is told in the panel. */
async function make(): Promise<File | undefined> {
  if (newBatchStore.getState().making) return undefined
  const jobId = newJobId()
  current = jobId
  newBatchStore.setState({ making: {}, problem: undefined })
  await readTyped()
  const state = newBatchStore.getState()
  const made = await templatesClient().make(
    { jobId, template: templateOf(state), name: nameOf(state.origin) },
    (progress) => newBatchStore.setState({ making: { progress } }),
  )
  newBatchStore.setState({ making: undefined })
  if (made.ok) return made.value
  if (made.failure.kind !== 'cancelled') newBatchStore.setState({ problem: made.failure.message })
  return undefined
}

function nameOf(origin: RowOrigin): string {
  return origin.kind === 'text'
    ? 'batch.jsonl'
    : `${origin.name.replace(/\.[^.]*$/, '')}-batch.jsonl`
}
