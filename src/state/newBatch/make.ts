// Makes the file, and opens it as a document or hands it to the browser's downloads.
import { msg } from '../../i18n/message.ts'
import type { NewFile } from '../../contracts/conversionApi.ts'
import { newJobId } from '../actions/jobs.ts'
import { showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { startDownload } from '../startDownload.ts'
import { store } from '../store.ts'
import { newBatchStore, type RowOrigin } from './newBatchStore.ts'
import { templateOf } from './formTemplate.ts'
import { readTyped } from './rows.ts'
import { templatesClient } from './templatesWorker.ts'

let current: string | undefined

/** Takes away the file that was saved last: nobody knows when the browser has read all of it. */
let discardSaved: (() => void) | undefined

interface Made extends Pick<NewFile, 'file'> {
  readonly discard: () => void
}

/** As a document of its own, in front of everything. */
export async function openAsDocument(): Promise<void> {
  const made = await make()
  if (!made) return
  store.setState({ isPairingShown: false })
  const [key] = openTabs([{ file: made.file }])
  if (key === undefined) made.discard()
  else keepMadeFile(key, made.discard)
}

export async function saveToFile(): Promise<void> {
  const made = await make()
  if (!made) return
  const { file, discard } = made
  discardSaved = discard
  startDownload(file, file.name)
  showMessage('status', msg('{name} was handed to the browser’s downloads.', { name: file.name }))
}

export function cancelMaking(): void {
  if (current !== undefined) void templatesClient().cancel(current)
}

/** Undefined when it was cancelled, or failed, which is told in the panel. */
async function make(): Promise<Made | undefined> {
  if (newBatchStore.getState().making) return undefined
  const jobId = newJobId()
  current = jobId
  newBatchStore.setState({ making: {}, problem: undefined })
  await readTyped()
  const state = newBatchStore.getState()
  discardSaved?.()
  discardSaved = undefined
  const client = templatesClient()
  const made = await client.make(
    { jobId, template: templateOf(state), name: nameOf(state.origin) },
    (progress) => newBatchStore.setState({ making: { progress } }),
  )
  newBatchStore.setState({ making: undefined })
  if (made.ok) {
    const { file, id } = made.value
    return { file, discard: () => void client.discard(id) }
  }
  if (made.failure.kind !== 'cancelled') newBatchStore.setState({ problem: made.failure.message })
  return undefined
}

function nameOf(origin: RowOrigin): string {
  return origin.kind === 'text'
    ? 'batch.jsonl'
    : `${origin.name.replace(/\.[^.]*$/, '')}-batch.jsonl`
}
