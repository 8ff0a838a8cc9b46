// Ways into the pairing: the button, files that were opened together, files that come while it is
// shown; and the dialog of exports.
import { showMessage } from '../actions/messages.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import { msg } from '../../i18n/message.ts'
import { followDocuments } from './followDocuments.ts'
import { newPairing, pairingStore, phaseOf } from './pairingStore.ts'
import { onPairingCrash, startPairingClient, stopPairingClient } from './pairingWorker.ts'
import { recogniseDocuments } from './recogniseDocuments.ts'
import { refreshShownRows } from './pairView.ts'
import { forgetPairing, runPairing } from './runPairing.ts'
import { forgetDetail } from './selection.ts'
import { addSources } from './sources.ts'
import { loadExporters, openExportPairs } from './exportPairs.ts'

export { showOutcome } from './pairView.ts'
export { closePairDrawer } from './selection.ts'

/** Starts the worker ahead of need: the first pairing then waits for no network. */
export function preparePairing(): void {
  startPairingClient()
}

/** Shows the pairing and takes in all open documents that hold requests or answers. */
export async function pairDocuments(): Promise<void> {
  showPairing()
  const { sources, leftOut, recognising } = pairingStore.getState()
  const known = new Set([...sources.map(({ key }) => key), ...leftOut, ...recognising])
  const keys = store
    .getState()
    .documents.map((tab) => tab.key)
    .filter((key) => !known.has(key))
  if (keys.length > 0) await addToPairing(keys)
}

/** Takes in those of the documents that hold requests or answers. */
export async function addToPairing(keys: readonly DocumentKey[]): Promise<void> {
  begin()
  const readings = await recogniseDocuments(keys)
  const open = keys.filter((key) => findDocument(key))
  pairingStore.setState(({ leftOut }) => ({
    leftOut: [...leftOut, ...open.filter((key) => !readings.has(key) && !leftOut.includes(key))],
  }))
  if (readings.size === 0) return
  addSources(readings)
  await run()
}

/**
 * Pairs documents that were opened together when there are answers among them; requests alone stay as
 * they are. The pairing is shown unless the user has gone to work on a document meanwhile.
 */
export async function pairTogether(keys: readonly DocumentKey[]): Promise<void> {
  begin()
  const { tabChoices } = store.getState()
  const readings = await recogniseDocuments(keys)
  const roles = [...readings.values()].map(({ role }) => role)
  // Output and errors make a picture without the requests; a single file is looked at by itself.
  if (roles.length < 2 || !roles.includes('answers')) return
  pairingStore.setState(({ sources, leftOut }) => ({
    sources: [],
    // Of another batch, most likely, or useless; each can be taken in again.
    leftOut: [
      ...leftOut,
      ...sources.map(({ key }) => key),
      ...keys.filter((key) => findDocument(key) && !readings.has(key)),
    ],
  }))
  resetView()
  addSources(readings)
  if (isStillWaiting(tabChoices, keys)) showPairing()
  else offerPairing(readings)
  await run()
}

/** Begins again with the same documents, after it failed or was stopped. */
export async function rerunPairing(): Promise<void> {
  begin()
  await run()
}

/** Forgets the pairing and goes back to the lines of the active document. */
export function closePairing(): void {
  forgetPairing()
  stopPairingClient()
  refreshShownRows.forget()
  forgetDetail()
  pairingStore.setState(newPairing, true)
  store.setState({ isPairingShown: false, isPanelOpen: false })
}

/** Opens the ways out, when there is something to export. */
export function startExportPairs(): void {
  if (phaseOf(pairingStore.getState()) === 'ready') openExportPairs()
  else
    showMessage('status', msg('Requests and answers have to be read before they can be exported.'))
}

export function showPairing(): void {
  store.setState({ isPairingShown: true, isNewBatchShown: false, isPanelOpen: false })
}

async function run(): Promise<void> {
  await runPairing()
  // The dialog of exports then opens with its choices there, and the focus on one of them.
  await loadExporters()
}

function begin(): void {
  onPairingCrash((message) => {
    forgetPairing()
    pairingStore.setState({ problem: message, facts: undefined, shown: undefined, recognising: [] })
  })
  followDocuments()
}

/** What was filtered and chosen belongs to the pairing before. */
function resetView(): void {
  const { view, search, selection, isDrawerOpen, detail } = newPairing
  pairingStore.setState({ facts: undefined, view, search, selection, isDrawerOpen, detail })
}

/** The user has chosen no tab and opened no line since the files were dropped. */
function isStillWaiting(tabChoices: number, keys: readonly DocumentKey[]): boolean {
  if (store.getState().tabChoices !== tabChoices) return false
  return keys.every((key) => findDocument(key)?.isDrawerOpen !== true)
}

function offerPairing(readings: ReadonlyMap<DocumentKey, PairReading>): void {
  showMessage(
    'status',
    msg('{count, plural, one {# file} other {# files}} belong together and are paired.', {
      count: readings.size,
    }),
    {
      label: msg('Show pairs'),
      run: showPairing,
    },
  )
}
