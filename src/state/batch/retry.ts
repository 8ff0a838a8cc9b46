// Sending again what has no good answer: the retry file of the pairing, as a new document that is ready to be
// sent. What may have an answer is never sent again: first everything that was paid for has to be here.
import { type Message, msg, sentences } from '../../i18n/message.ts'
import { activateDocument } from '../actions/documents.ts'
import { newJobId } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { activeDocument, type DocumentKey, findDocument, store } from '../store.ts'
import { leftOutText } from '../pairing/exportMessages.ts'
import { pairingStore } from '../pairing/pairingStore.ts'
import { pairingClient } from '../pairing/pairingWorker.ts'
import { checkConnection } from './access.ts'
import { batchStore, type Run } from './batchStore.ts'
import { isConnectionFine } from './connection.ts'
import { joinFiles, stemOf } from './resultFiles.ts'
import { openRounds, type OpenedResults } from './results.ts'
import { markRetry } from './retryMark.ts'
import { isOver, roundsOf } from './rounds.ts'
import { findRun, openInputOf } from './runs.ts'
import { uploadAndStart } from './send.ts'
import { pageWorld } from './world.ts'

let isRunning = false

/** Failed, missing and expired requests as a new document, with the panel at 'send'. */
export async function retryFailed(run: string): Promise<void> {
  await alone(run, async (shown) => {
    const { problem, key, text } = await retry(shown)
    if (text) showMessage('status', text)
    // One press is left. Whether the connection still works is found out meanwhile.
    if (key !== undefined && !isConnectionFine()) void checkConnection()
    return problem
  })
}

/** The same, and sent as the run was. Whatever keeps it from being sent is shown at 'send'. */
export async function sendRest(run: string): Promise<void> {
  await alone(run, async (shown) => {
    const { problem, key } = await retry(shown)
    if (key === undefined || !(await isRead(key))) return problem
    if (!isConnectionFine()) await checkConnection()
    const { metadata = {}, fileExpiry, outputExpiry } = pageWorld().book.read(run) ?? {}
    // Another document may have been brought to the front meanwhile.
    if (activeDocument()?.key !== key) return problem
    await uploadAndStart({ selection: 'all', metadata, fileExpiry, outputExpiry })
    return problem
  })
}

async function alone(run: string, work: (run: Run) => Promise<Message | undefined>): Promise<void> {
  const shown = findRun(run)
  if (!shown || isRunning) return
  isRunning = true
  try {
    const problem = await work(shown)
    if (problem) showMessage('alert', problem)
  } finally {
    isRunning = false
  }
}

/** Whether all of it was read, as soon as that is known. */
function isRead(key: DocumentKey): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      const tab = findDocument(key)
      const isReady = tab?.facts?.state === 'ready'
      if (tab && !isReady && !tab.crash && !tab.readFailure) return
      stop()
      resolve(isReady)
    }
    const stop = store.subscribe(look)
    look()
  })
}

interface Retried {
  readonly problem?: Message | undefined
  /** The document that is ready to be sent. */
  readonly key?: DocumentKey | undefined
  /** What there is to send. */
  readonly text?: Message | undefined
}

async function retry(run: Run): Promise<Retried> {
  const rounds = roundsOf(run)
  const going = rounds.find((round) => !isOver(round))
  if (going) {
    const problem = msg(
      'Requests of {name} are still on their way: sent again now they would be paid for twice. Retry when that batch has ended.',
      { name: going.fileName },
    )
    return { problem }
  }
  const opened = await openRounds(run.id)
  if (!opened?.isWhole) {
    const problem = msg(
      'Not all results are here, so requests that were answered would be sent again. Get the results first.',
    )
    return { problem }
  }
  if (opened.answers.length === 0) return sendWhole(rounds[0] ?? run)
  if (opened.input.length === 0) {
    const problem = msg(
      'Without the input there is nothing to send again. Open it and pair it with the results.',
    )
    return { problem }
  }
  if (!isPaired(opened)) {
    const problem = msg(
      'The results could not be paired with their input. Look at the pairing, and write the retry file there.',
    )
    return { problem }
  }
  return openRetryFile(run, rounds)
}

/** Nothing ran, so there is nothing to pair: all of it can be sent again. */
function sendWhole(first: Run): Retried {
  const key = openInputOf(first)
  if (key === undefined) {
    const { fileName: name } = first
    return { problem: msg('Nothing of {name} was run. Open it again to send it.', { name }) }
  }
  activateDocument(key)
  markRetry(key, first.id)
  batchStore.setState({ step: 'send' })
  return { key, text: msg('Nothing of it was run, so all of it can be sent again.') }
}

/** The pairing has read all of it, and nothing else. */
function isPaired({ input, answers }: OpenedResults): boolean {
  const { sources, facts } = pairingStore.getState()
  const wanted = [...input, ...answers].sort()
  const paired = sources.map(({ key }) => key).sort()
  return facts?.state === 'ready' && JSON.stringify(wanted) === JSON.stringify(paired)
}

async function openRetryFile(run: Run, rounds: readonly Run[]): Promise<Retried> {
  const client = pairingClient()
  if (!client) return { problem: msg('The pairing was closed. Pair the documents again.') }
  const exported = await client.exportBlobs(
    {
      jobId: newJobId(),
      exporterId: 'retry',
      view: { filter: {}, order: 'requests' },
      options: { resend: ['failed', 'missing'] },
    },
    () => {},
  )
  if (!exported.ok) {
    showFailure(exported.failure)
    return {}
  }
  const { files, written, leftOut } = exported.value
  const [firstLeft, ...otherLeft] = leftOut.map(leftOutText)
  if (written === 0) {
    const nothing = msg('There is nothing to send again: every request has an answer.')
    return { problem: firstLeft ? sentences(firstLeft, ...otherLeft) : nothing }
  }
  const stem = stemOf((rounds[0] ?? run).fileName)
  const name = rounds.length === 1 ? `${stem}-retry.jsonl` : `${stem}-retry-${rounds.length}.jsonl`
  // The limits of a batch cut it again when it is sent.
  const file = await joinFiles(
    files.map(({ blob }) => blob),
    name,
  )
  const [key] = openTabs([{ file }])
  if (key === undefined) return {}
  markRetry(key, run.id)
  activateDocument(key)
  batchStore.setState({ step: 'send' })
  const text = msg(
    '{count, plural, one {# request} other {# requests}} to send again: look at them, then press “Upload and start”.',
    { count: written },
  )
  return { key, text: firstLeft ? sentences(text, firstLeft, ...otherLeft) : text }
}
