// When commands make sense.
import { hasClient } from '../../state/clients.ts'
import { activeDocument, type DocumentTab, store } from '../../state/store.ts'

/** The lines of a document are shown: what is out of sight is left alone. */
export function hasDocument(): boolean {
  return activeDocument() !== undefined && !isPairingShown() && !store.getState().isNewBatchShown
}

export function isPairingShown(): boolean {
  return store.getState().isPairingShown
}

/** The document that is shown has been read and takes edits. */
export function isReady(): boolean {
  const tab = activeDocument()
  return hasDocument() && tab?.facts?.state === 'ready' && hasClient(tab.key)
}

/** Runs something with the document in front, if there is one. */
export function withDocument(run: (tab: DocumentTab) => void): () => void {
  return () => {
    const tab = activeDocument()
    if (tab) run(tab)
  }
}
