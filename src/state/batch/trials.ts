// Lines sent as ordinary requests before the file is: a wrong model name or parameter costs seconds then,
// and not a day.
import type { LineNumber } from '../../base/units.ts'
import { lineIndexOf } from '../../base/units.ts'
import type { RequestChoice, RequestLine } from '../../contracts/batchParts.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import { activeDocument, type DocumentKey } from '../store.ts'
import { batchStore, type Trial } from './batchStore.ts'
import { askApi, cancelAtApi } from './batchWorker.ts'

/** 1-based lines of the active document, or so many random ones; `lines: []` is the first valid line. */
export type TrialChoice = { readonly lines: readonly LineNumber[] } | { readonly random: number }

/** Requests under way at a time. */
const AT_ONCE = 3

/** The jobs of the latest trials. */
let running: { readonly jobIds: Set<string>; isStopped: boolean } | undefined

/**
 * Replaces the trials that are shown, which were paid for: not before there are others. They are paid for at the
 * standard price.
 */
export async function tryFirst(choice: TrialChoice): Promise<void> {
  cancelTrials()
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const mine = { jobIds: new Set<string>(), isStopped: false }
  running = mine
  batchStore.setState({ problem: undefined })
  const found = await requestsOf(tab.key, choice)
  if (running !== mine) return
  if ('problem' in found) {
    running = undefined
    batchStore.setState({ problem: found.problem })
    return
  }
  const { requests } = found
  batchStore.setState({
    trials: requests.map(({ line, customId }) => ({ line, customId, state: 'sending' })),
  })
  const queue = requests.map((request, at) => ({ request, at }))
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (mine.isStopped) return
      await tryOne(mine, next.request, next.at)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (running === mine) running = undefined
}

/** Those that were sent are billed; those that wait are not sent. */
export function cancelTrials(): void {
  if (!running) return
  running.isStopped = true
  for (const jobId of running.jobIds) cancelAtApi(jobId)
  running = undefined
  batchStore.setState(({ trials }) => ({
    trials: trials.map((trial) =>
      trial.state === 'sending' ? { ...trial, state: 'failed', problem: STOPPED } : trial,
    ),
  }))
}

const STOPPED = msg('Stopped before there was an answer.')

async function tryOne(
  mine: { readonly jobIds: Set<string>; readonly isStopped: boolean },
  request: RequestLine,
  at: number,
): Promise<void> {
  const show = (change: Partial<Trial>): void => {
    if (mine.isStopped) return
    batchStore.setState(({ trials }) => ({
      trials: trials.map((trial, place) => (place === at ? { ...trial, ...change } : trial)),
    }))
  }
  const { url, body } = request
  if (url === undefined || body === undefined) {
    show({ state: 'failed', problem: whyNoRequest(request) })
    return
  }
  const jobId = newJobId()
  mine.jobIds.add(jobId)
  const answer = await askApi((client) => client.send(url, body, jobId))
  mine.jobIds.delete(jobId)
  show(
    answer.ok
      ? { state: 'done', answer: answer.value }
      : { state: 'failed', problem: answer.failure.message },
  )
}

/** Nothing of such a line is sent. */
function whyNoRequest({ text }: RequestLine): Message {
  if (text.trim() === '') return msg('The line is blank, so there is nothing to send.')
  return isJson(text)
    ? msg('The line has no url or no body, so it is no request of a batch.')
    : msg('The line is not JSON, so it is no request of a batch.')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function requestsOf(
  key: DocumentKey,
  choice: TrialChoice,
): Promise<{ readonly requests: readonly RequestLine[] } | { readonly problem: Message }> {
  const wanted = await choiceOf(key, choice)
  if (!wanted) return { problem: NO_LINE }
  const found = await clientOf(key).requestsAt(wanted)
  if (!found.ok) return { problem: found.failure.message }
  return found.value.requests.length === 0 ? { problem: NO_LINE } : found.value
}

const NO_LINE = msg('There is no such line to try. Choose another one.')

/** Undefined where none of the lines is there. */
async function choiceOf(key: DocumentKey, choice: TrialChoice): Promise<RequestChoice | undefined> {
  if ('random' in choice) {
    return { kind: 'random', count: choice.random, seed: Math.floor(Math.random() * 2 ** 31) }
  }
  if (choice.lines.length === 0) return { kind: 'first' }
  const found = await Promise.all(
    choice.lines.map((line) => clientOf(key).lineIdAt(lineIndexOf(line))),
  )
  const ids = found.flatMap((one) => (one.ok && one.value.line ? [one.value.line.id] : []))
  return ids.length > 0 ? { kind: 'ids', ids } : undefined
}
