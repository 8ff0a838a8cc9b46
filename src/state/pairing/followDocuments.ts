// Keeps the pairing in step with the open documents: one that is closed takes no longer part, one that
// got a new worker is asked there.
import { findDocument, store } from '../store.ts'
import { pairingStore } from './pairingStore.ts'
import {
  attachDocument,
  detachDocument,
  isAttached,
  outdatedDocuments,
  pairingClient,
} from './pairingWorker.ts'
import { runPairing } from './runPairing.ts'

let isFollowing = false

/** Begins to follow; once is enough. */
export function followDocuments(): void {
  if (isFollowing) return
  isFollowing = true
  store.subscribe(follow)
}

function follow(): void {
  const isClosedOut = forgetClosed()
  const isAskedAnew = attachAnew()
  if (isClosedOut || isAskedAnew) void runPairing()
}

/** Whether one of those that are closed took part. */
function forgetClosed(): boolean {
  const { sources, leftOut } = pairingStore.getState()
  const open = sources.filter(({ key }) => findDocument(key))
  const openLeftOut = leftOut.filter((key) => findDocument(key))
  if (open.length === sources.length && openLeftOut.length === leftOut.length) return false
  pairingStore.setState({ sources: open, leftOut: openLeftOut })
  return open.length < sources.length
}

/** Whether one that takes part has a worker that was not asked before. */
function attachAnew(): boolean {
  if (!pairingClient()) return false
  for (const key of outdatedDocuments()) detachDocument(key)
  const { sources } = pairingStore.getState()
  return sources.filter(({ key }) => !isAttached(key) && attachDocument(key)).length > 0
}
