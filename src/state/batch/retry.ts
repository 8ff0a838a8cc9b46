// Sending again what has no good answer: the retry file of the pairing, as a new document that is ready to be
// sent. What may have an answer is never sent again: first everything that was paid for has to be here.
import { type Message, msg, sentences } from '../../i18n/message.ts'
import { activateDocument } from '../actions/documents.ts'
import { newJobId } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
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

let isRunning = false

/** Failed, missing and expired requests as a new document, with the panel at 'send'. */
export async function retryFailed(run: string): Promise<void> {
  const shown = findRun(run)
  if (!shown || isRunning) return
  isRunning = true
  try {
    const problem = await retry(shown)
    if (problem) showMessage('alert', problem)
  } finally {
    isRunning = false
  }
}

async function retry(run: Run): Promise<Message | undefined> {
  const rounds = roundsOf(run)
  const going = rounds.find((round) => !isOver(round))
  if (going) {
    return msg(
      'Requests of {name} are still on their way: sent again now they would be paid for twice. Retry when that batch has ended.',
      { name: going.fileName },
    )
  }
  const opened = await openRounds(run.id)
  if (!opened?.isWhole) {
    return msg(
      'Not all results are here, so requests that were answered would be sent again. Get the results first.',
    )
  }
  if (opened.answers.length === 0) return sendWhole(rounds[0] ?? run)
  if (opened.input.length === 0) {
    return msg(
      'Without the input there is nothing to send again. Open it and pair it with the results.',
    )
  }
  if (!isPaired(opened)) {
    return msg(
      'The results could not be paired with their input. Look at the pairing, and write the retry file there.',
    )
  }
  return openRetryFile(run, rounds)
}

/** Nothing ran, so there is nothing to pair: all of it can be sent again. */
function sendWhole(first: Run): Message | undefined {
  const key = openInputOf(first)
  if (key === undefined) {
    return msg('Nothing of {name} was run. Open it again to send it.', { name: first.fileName })
  }
  activateDocument(key)
  markRetry(key, first.id)
  goToSend()
  showMessage('status', msg('Nothing of it was run, so all of it can be sent again.'))
  return undefined
}

/** The pairing has read all of it, and nothing else. */
function isPaired({ input, answers }: OpenedResults): boolean {
  const { sources, facts } = pairingStore.getState()
  const wanted = [...input, ...answers].sort()
  const paired = sources.map(({ key }) => key).sort()
  return facts?.state === 'ready' && JSON.stringify(wanted) === JSON.stringify(paired)
}

async function openRetryFile(run: Run, rounds: readonly Run[]): Promise<Message | undefined> {
  const client = pairingClient()
  if (!client) return msg('The pairing was closed. Pair the documents again.')
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
    return undefined
  }
  const { files, written, leftOut } = exported.value
  const [firstLeft, ...otherLeft] = leftOut.map(leftOutText)
  if (written === 0) {
    const nothing = msg('There is nothing to send again: every request has an answer.')
    return firstLeft ? sentences(firstLeft, ...otherLeft) : nothing
  }
  const stem = stemOf((rounds[0] ?? run).fileName)
  const name = rounds.length === 1 ? `${stem}-retry.jsonl` : `${stem}-retry-${rounds.length}.jsonl`
  // The limits of a batch cut it again when it is sent.
  const file = await joinFiles(
    files.map(({ blob }) => blob),
    name,
  )
  const [key] = openTabs([{ file }])
  if (key === undefined) return undefined
  markRetry(key, run.id)
  activateDocument(key)
  goToSend()
  const text = msg(
    '{count, plural, one {# request} other {# requests}} to send again: look at them, then press “Upload and start”.',
    { count: written },
  )
  showMessage('status', firstLeft ? sentences(text, firstLeft, ...otherLeft) : text)
  return undefined
}

/** One press is left: whoever got here has a connection, and whether it still works is found out meanwhile. */
function goToSend(): void {
  batchStore.setState({ step: 'send' })
  if (!isConnectionFine()) void checkConnection()
}
