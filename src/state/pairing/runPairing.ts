// Joining the documents that take part: again whenever their list or the way they are read changes.
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { newJobId } from '../actions/jobs.ts'
import { shareUnchanged } from '../shareUnchanged.ts'
import { announceReady } from './announcePairs.ts'
import { refreshShownRows } from './pairView.ts'
import { hasAnswers, pairingStore } from './pairingStore.ts'
import { attachDocument, pairingClient, startPairingClient } from './pairingWorker.ts'
import { followSelection } from './selection.ts'

/** The job of the last joining; its facts go on coming after every change of a document. */
let lastJob: string | undefined

/** Pairs the documents of the store. Resolves when all outcomes are known, or it was stopped. */
export async function runPairing(): Promise<void> {
  const { sources } = pairingStore.getState()
  const before = lastJob
  const jobId = newJobId()
  lastJob = jobId
  if (before !== undefined) await pairingClient()?.cancel(before)
  if (lastJob !== jobId) return
  if (!hasAnswers(sources)) {
    pairingStore.setState({ facts: undefined, problem: undefined, shown: undefined })
    return
  }
  pairingStore.setState({ problem: undefined })
  const client = startPairingClient()
  // After the worker died none is attached.
  for (const { key } of sources) attachDocument(key)
  const result = await client.pair(sources, jobId, (facts) => takeFacts(jobId, facts))
  if (lastJob !== jobId) return
  if (result.ok) takeFacts(jobId, result.value)
  else if (!pairingStore.getState().facts?.failure) {
    pairingStore.setState({ problem: result.failure.message })
  }
}

/** Stops reading and joining; 'Pair again' begins again. */
export async function cancelPairing(): Promise<void> {
  if (lastJob !== undefined) await pairingClient()?.cancel(lastJob)
}

/** What comes from now on is of no interest. */
export function forgetPairing(): void {
  lastJob = undefined
}

function takeFacts(jobId: string, facts: PairingFacts): void {
  if (lastJob !== jobId) return
  const before = pairingStore.getState().facts
  // The last facts of a job can come twice, as the last report and as its answer.
  if (before?.state === 'ready' && facts.state === 'ready' && facts.revision < before.revision)
    return
  const shared = shareUnchanged(before, facts)
  if (shared === before) return
  pairingStore.setState({ facts: shared })
  const isOther = facts.revision !== before?.revision || facts.state !== before.state
  if (!isOther || facts.state !== 'ready') return
  if (before?.state !== 'ready') announceReady(shared)
  void refreshShownRows()
  void followSelection()
}
