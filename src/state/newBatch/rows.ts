// What the batch is made from: typed prompts, a file, or the lines of an open document.
import type { RowSource } from '../../contracts/templatesApi.ts'
import { newJobId } from '../actions/jobs.ts'
import { newBatchStore, type NewBatchState, type RowOrigin } from './newBatchStore.ts'
import { refresh, refreshSoon } from './refresh.ts'
import { discardUnwanted, dropFile } from './takenFile.ts'
import { templatesClient } from './templatesWorker.ts'

/** Milliseconds after the last key. */
const PAUSE_MS = 150

let timer: ReturnType<typeof setTimeout> | undefined
/** What was opened last, for another try. */
let latest: readonly [RowOrigin, RowSource, (() => void) | undefined] | undefined
let current: string | undefined

export function setPrompts(change: Partial<Pick<NewBatchState, 'text' | 'split'>>): void {
  dropFile()
  newBatchStore.setState({ ...change, origin: { kind: 'text' } })
  clearTimeout(timer)
  timer = setTimeout(() => void readPrompts(), PAUSE_MS)
}

/** Reads what was typed at once, where that still waits for a pause. */
export async function readTyped(): Promise<void> {
  if (timer !== undefined) await readPrompts()
}

/** What was typed is read no more: a file takes its place. */
export function forgetTyped(): void {
  clearTimeout(timer)
  timer = undefined
}

/** Back from a file or a document to what was typed. */
export function typePrompts(): void {
  setPrompts({})
}

async function readPrompts(): Promise<void> {
  const { text, split } = newBatchStore.getState()
  await openRows({ kind: 'text' }, { kind: 'text', text, split })
}

/**
 * Takes the place of the rows of before; what fails is told where they are chosen. `letGo` is called when
 * nothing of `source` is read any more.
 */
export async function openRows(
  origin: RowOrigin,
  source: RowSource,
  letGo?: () => void,
): Promise<void> {
  forgetTyped()
  if (current !== undefined) void templatesClient().cancel(current)
  const letGoBefore = latest?.[2]
  latest = [origin, source, letGo]
  const jobId = newJobId()
  current = jobId
  newBatchStore.setState(({ rows }) => ({
    origin,
    rows: { state: 'reading', facts: rows.facts },
    problem: undefined,
  }))
  const opened = await templatesClient().openRows(jobId, source, (progress) => {
    if (current !== jobId) return
    newBatchStore.setState(({ rows }) => ({ rows: { ...rows, progress } }))
  })
  if (letGoBefore !== letGo) letGoBefore?.()
  if (current !== jobId) return
  discardUnwanted()
  newBatchStore.setState({
    rows: opened.ok
      ? { state: 'ready', facts: opened.value }
      : { state: 'failed', problem: opened.failure.message },
  })
  await refresh()
}

/** After a failure. */
export function readRowsAgain(): void {
  if (latest) void openRows(...latest)
}

/** Another request is shown as the random one. */
export function drawAnother(): void {
  newBatchStore.setState({ random: Math.random() })
  refreshSoon()
}
