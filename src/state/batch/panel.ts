// The panel itself: open, closed, at which of its steps; and what follows when another document comes to the
// front.
import { activeDocument, type DocumentTab, store } from '../store.ts'
import { restoreAccess } from './access.ts'
import { batchStore, type Insistence, newBatchState, type Step } from './batchStore.ts'
import { dropEstimate } from './estimate.ts'
import { followRuns, refreshNow } from './follow.ts'
import { setBaseOfRuns } from './runBase.ts'
import { cancelTrials } from './trials.ts'
import { guardUploads } from './uploads.ts'

let wasOpened = false

/** The first time it also finds the runs of before a reload. */
export function openRunPanel(): void {
  store.setState(({ runCalls }) => ({ isRunOpen: true, runCalls: runCalls + 1 }))
  batchStore.setState({ isOpen: true })
  if (wasOpened) return
  wasOpened = true
  const isKnown = restoreAccess()
  followRuns()
  if (!isKnown) setBaseOfRuns()
  store.subscribe(({ documents, activeKey }) =>
    followDocument(documents.find(({ key }) => key === activeKey)),
  )
  followDocument(activeDocument())
  guardUploads()
  refreshNow()
}

/** What runs goes on, and is followed. */
export function closeRunPanel(): void {
  store.setState({ isRunOpen: false })
  batchStore.setState({ isOpen: false })
}

export function showStep(step: Step): void {
  batchStore.setState({ step })
}

/** The user goes on in spite of this, and of nothing else. */
export function insist(what: keyof Insistence, on: boolean): void {
  batchStore.setState(({ insists }) => ({ insists: { ...insists, [what]: on } }))
}

/** The document that the panel is about, and its state. */
let shown: { readonly key: string | undefined; readonly revision: number | undefined } | undefined

function followDocument(tab: DocumentTab | undefined): void {
  const key = tab?.key
  const revision = tab?.facts?.revision
  if (shown && key === shown.key && revision === shown.revision) return
  const isOther = shown?.key !== key
  const isFirst = shown === undefined
  shown = { key, revision }
  if (isFirst) return
  if (batchStore.getState().estimate !== newBatchState.estimate) dropEstimate()
  // What was insisted on was said of other lines.
  if (batchStore.getState().insists.lines) insist('lines', false)
  if (isOther && batchStore.getState().trials.length > 0) {
    cancelTrials()
    batchStore.setState({ trials: [] })
  }
}
