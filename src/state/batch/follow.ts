// Asks how batches are, for as long as any goes on: rarely, not without a network or a key, and not for a
// tab that nobody looks at. What happens in the page asks at once.
import type { Failure } from '../../base/failures.ts'
import type { Batch } from '../../batch/batchObject.ts'
import { HIDDEN_POLL_MS, pollDelay, pollState } from '../../batch/pollPlan.ts'
import { msg } from '../../i18n/message.ts'
import { oneAtATime } from '../pairing/oneAtATime.ts'
import { store } from '../store.ts'
import { lacksErrors, onBatchEnd, takeBatch } from './batchNews.ts'
import { batchStore, type Run, type RunPart } from './batchStore.ts'
import { apiKey } from './apiKey.ts'
import { accessOfNow, askApi } from './batchWorker.ts'
import { mayAskUnbidden } from './connection.ts'
import {
  advanceRun,
  cancelUnwanted,
  dropPart,
  isPending,
  onKeyRefused,
  releaseRoom,
} from './queue.ts'
import { batchRecordOf, type RunRecord } from './runRecord.ts'
import { changeRecord, findRun, hideRun, setNote, showRecord, updateRun } from './runs.ts'
import { runIdOf } from './storedRuns.ts'
import { isUploadedHere, stopAbandoned, stopUpload } from './uploads.ts'
import { pageWorld } from './world.ts'

/** Questions since something happened. */
let turn = 0
let wakes = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** The access with which the API has refused the key, or does not know a batch, by run and part. */
let refusedAccess: number | undefined
const unknownThere = new Map<string, number>()
/** What the last questions make wise to wait, in milliseconds. */
let leastMs = 0
let isListening = false

/** Milliseconds that a key which is being typed is given: each character is another one. */
const TYPING_MS = 1_500

/** Shows what is stored, and follows it from now on. Once is enough. */
export function followRuns(): void {
  for (const record of pageWorld().book.all()) showRecord(record)
  if (isListening) return
  isListening = true
  onKeyRefused(refuseKey)
  onBatchEnd(() => void releaseRoom(runsHere()))
  store.subscribe(forgetClosedDocuments)
  if (typeof window === 'undefined') return
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('online', wake)
  window.addEventListener('offline', wake)
  window.addEventListener('storage', ({ key }) => takeFromOtherTab(key))
}

/** Asks at once, and often again for a while. */
export function refreshNow(): void {
  unknownThere.clear()
  wake()
}

/** The same in a moment: what is typed may not be all. */
export function refreshSoon(): void {
  wakeAfter(TYPING_MS)
}

/** Asks at once: something has happened. */
function wake(): void {
  wakeAfter(0)
}

function wakeAfter(ms: number): void {
  wakes += 1
  turn = 0
  leastMs = 0
  schedule(ms)
}

/** `part`: its index. What is done until then stays, and is billed. */
export async function cancelBatch(run: string, part: number): Promise<void> {
  const shown = findRun(run)
  const before = shown?.parts[part]
  if (!shown || !before) return
  if (before.state === 'uploading' || (before.state === 'waiting' && !before.file)) {
    stopUpload(run)
  }
  await dropPart(run, part)
  const batch = findRun(run)?.parts[part]?.batch
  if (before.state !== 'running' || !batch) return
  const cancelled = await askApi((client) => client.cancelBatch(batch.id), shown.baseUrl)
  if (cancelled.ok) await takeBatch(run, part, cancelled.value)
  else setNote(run, part, cancelled.failure.message)
  wake()
}

/** The first page of the account's batches, or the next one. */
export async function loadOthers(): Promise<void> {
  const { state, after, batches } = batchStore.getState().others
  if (state === 'loading') return
  const access = accessOfNow()
  const kept = after === undefined ? [] : batches
  batchStore.setState({ others: { state: 'loading', batches: kept, after } })
  const page = await askApi((client) =>
    after === undefined ? client.batches() : client.batches(after),
  )
  if (access !== accessOfNow()) {
    if (batchStore.getState().others.state === 'loading') {
      batchStore.setState({ others: { state: 'none', batches: [] } })
    }
    return
  }
  if (!page.ok) {
    const { message: problem } = page.failure
    batchStore.setState({ others: { state: 'failed', batches: kept, after, problem } })
    return
  }
  const known = new Set([...ownBatchIds(), ...kept.map(({ id }) => id)])
  const others = page.value.batches.filter(({ id }) => !known.has(id))
  batchStore.setState({
    others: { state: 'done', batches: [...kept, ...others], after: page.value.after },
  })
}

/** Makes a run of a batch that was not started here. */
export function adoptBatch(batch: Batch): void {
  if (ownBatchIds().includes(batch.id)) return
  const record: RunRecord = {
    id: `adopted_${batch.id}`,
    fileName: `${batch.id}.jsonl`,
    endpoint: batch.endpoint,
    baseUrl: batchStore.getState().access.baseUrl,
    startedAt: batch.createdAt * 1000,
    isKeyless: apiKey() ? undefined : true,
    metadata: {},
    parts: [
      {
        state: 'running',
        requests: batch.counts.total,
        bytes: 0,
        refused: [],
        batch: batchRecordOf(batch),
      },
    ],
  }
  pageWorld().book.write(record)
  showRecord(record)
  batchStore.setState(({ others }) => ({
    others: { ...others, batches: others.batches.filter(({ id }) => id !== batch.id) },
  }))
  void nameAdopted(record.id, batch)
  void takeBatch(record.id, 0, batch).then(refreshNow)
}

/** By its input, which has a name that people know. */
async function nameAdopted(id: string, { inputFileId }: Batch): Promise<void> {
  if (inputFileId === undefined) return
  const files = await askApi((client) => client.files())
  const file = files.ok && files.value.find((one) => one.id === inputFileId)
  if (!file || file.name === '') return
  await changeRecord(id, (record) => ({
    ...record,
    fileName: file.name,
    parts: record.parts.map((part) => ({ ...part, file, bytes: file.bytes })),
  }))
}

function ownBatchIds(): readonly string[] {
  return batchStore
    .getState()
    .runs.flatMap(({ parts }) => parts.flatMap(({ batch }) => batch?.id ?? []))
}

/** Runs at the server of now; others are followed when that is set again. */
function runsHere(): readonly Run[] {
  const { runs, access } = batchStore.getState()
  return runs.filter(({ baseUrl }) => baseUrl === access.baseUrl)
}

function schedule(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void poll(), ms)
}

const poll = oneAtATime(async () => {
  const seen = wakes
  sayWhatIsElsewhere()
  const state = stateOfNow()
  batchStore.setState({ paused: state === 'ask' || state === 'ended' ? undefined : state })
  if (state !== 'ask') return
  for (const run of runsHere()) await followRun(run)
  // Something happened meanwhile and has its own turn, or nothing will.
  if (seen !== wakes || stateOfNow() === 'ended') return
  const delay = pollDelay(turn, pageWorld().random(), leastMs)
  turn += 1
  schedule(pageWorld().isVisible() ? delay : Math.max(delay, HIDDEN_POLL_MS))
})

/** Runs at another server are not asked about: the key of this one is none of its business. */
function sayWhatIsElsewhere(): void {
  const { runs, access } = batchStore.getState()
  for (const { id, baseUrl, parts } of runs) {
    for (const part of parts) {
      const key = `${id} ${part.index}`
      if (baseUrl !== access.baseUrl && (isAskedAbout(part) || isPending(part))) {
        elsewhere.add(key)
        setNote(
          id,
          part.index,
          msg(
            'This is at {baseUrl}. Set that base URL and its key in the first step to follow it.',
            {
              baseUrl,
            },
          ),
        )
      } else if (elsewhere.delete(key)) setNote(id, part.index, undefined)
    }
  }
}

const elsewhere = new Set<string>()

function stateOfNow() {
  const parts = runsHere().flatMap(({ id, parts: all }) =>
    all.map((part) => ({ part, key: `${id} ${part.index}` })),
  )
  const isKnown = ({ key }: { readonly key: string }): boolean =>
    unknownThere.get(key) !== accessOfNow()
  const { isOnline, isVisible } = pageWorld()
  return pollState({
    running: parts.filter((entry) => isAskedAbout(entry.part) && isKnown(entry)).length,
    waiting: parts.filter(({ part }) => isPending(part)).length,
    isOnline: isOnline(),
    isVisible: isVisible(),
    mayAsk: mayAskUnbidden() && refusedAccess !== accessOfNow(),
  })
}

/** It runs, or another tab uploads it, or it failed and nobody knows why. */
function isAskedAbout({ state, batch, problems, file }: RunPart): boolean {
  if (state === 'uploading' || (state === 'waiting' && !file)) return true
  return state === 'running' || (batch !== undefined && !problems && lacksErrors(batch))
}

async function followRun({ id }: Run): Promise<void> {
  const run = findRun(id)
  if (!run) return
  if (!isUploadedHere(id)) await stopAbandoned(id)
  for (const part of run.parts) {
    if (refusedAccess === accessOfNow()) return
    if (part.batch && part.state !== 'uploading' && isAskedAbout(part)) {
      await followPart(run, part, part.batch)
    }
  }
  if (findRun(id)?.parts.some(isPending)) await advanceRun(id)
}

async function followPart(run: Run, part: RunPart, known: Batch): Promise<void> {
  const key = `${run.id} ${part.index}`
  if (unknownThere.get(key) === accessOfNow()) return
  const batch = await askApi((client) => client.batch(known.id), run.baseUrl)
  if (!batch.ok) {
    handleFailure(run, part, batch.failure)
    return
  }
  setNote(run.id, part.index, undefined)
  if (batch.value.status !== known.status) turn = 0
  await takeBatch(run.id, part.index, batch.value)
  // It failed, and the API does not say why.
  if (lacksErrors(batch.value)) unknownThere.set(key, accessOfNow())
  const { book } = pageWorld()
  const isUnwanted = book.read(run.id)?.parts[part.index]?.isUnwanted === true
  const { status } = batch.value
  if (isUnwanted && (status === 'validating' || status === 'in_progress')) {
    await cancelUnwanted(run, part.index, batch.value.id)
  }
}

function handleFailure(run: Run, part: RunPart, { code, message }: Failure): void {
  if (code === 'api-key-refused') {
    refuseKey()
    batchStore.setState({ problem: message })
    return
  }
  if (code === 'api-not-found' || code === 'api-not-allowed' || code === 'api-refused') {
    // Another key, project or organisation may know it.
    unknownThere.set(`${run.id} ${part.index}`, accessOfNow())
  }
  if (code === 'api-rate-limit') leastMs = HIDDEN_POLL_MS
  setNote(run.id, part.index, message)
}

function refuseKey(): void {
  refusedAccess = accessOfNow()
  batchStore.setState({ paused: 'no-key' })
}

function takeFromOtherTab(key: string | null): void {
  const id = runIdOf(key)
  if (id === undefined) return
  const record = pageWorld().book.read(id)
  if (record) showRecord(record)
  else hideRun(id)
  wake()
}

function forgetClosedDocuments(): void {
  const open = new Set(store.getState().documents.map(({ key }) => key))
  for (const { id, documentKey, parts } of batchStore.getState().runs) {
    if (documentKey !== undefined && !open.has(documentKey)) {
      updateRun(id, { documentKey: undefined })
    }
    forgetClosedResults(id, parts, open)
  }
}

function forgetClosedResults(
  id: string,
  parts: readonly RunPart[],
  open: ReadonlySet<string>,
): void {
  if (parts.every(({ results }) => results.every((key) => open.has(key)))) return
  batchStore.setState(({ runs }) => ({
    runs: runs.map((run) =>
      run.id === id
        ? {
            ...run,
            parts: run.parts.map((part) => ({
              ...part,
              results: part.results.filter((key) => open.has(key)),
            })),
          }
        : run,
    ),
  }))
}
