// The pair that the drawer shows. It stays the same pair when lines change and pairs are numbered again.
import type { RowIndex } from '../../base/units.ts'
import type { PairDetail, PairPlace, PairRow, PairView } from '../../contracts/pairingApi.ts'
import { activateDocument } from '../actions/documents.ts'
import { selectLine, setView } from '../actions/lines.ts'
import { findDocument } from '../store.ts'
import { oneAtATime } from './oneAtATime.ts'
import { type PairSelection, pairingStore } from './pairingStore.ts'
import { pairingClient } from './pairingWorker.ts'

/** Shows a row's pair in the drawer. */
export function openPair({ pair, requestLine, answerLine }: PairRow): void {
  select({ pair, requestLine, answerLine })
}

/** Shows the pair that a line is in. */
export async function openPairOfLine({ key, id, line }: PairPlace): Promise<void> {
  let pair: number | undefined
  try {
    pair = await pairingClient()?.pairOfLine(key, id)
  } catch {
    // The worker died, which is reported elsewhere.
  }
  if (pair === undefined) return
  select({ pair, requestLine: line, answerLine: line, place: { key, id } })
}

function select(chosen: Omit<PairSelection, 'jump'>): void {
  pairingStore.setState(({ selection }) => ({
    selection: { ...chosen, jump: (selection?.jump ?? 0) + 1 },
    isDrawerOpen: true,
    isDetailLoading: true,
    detailFailure: undefined,
  }))
  void readDetail()
}

/** The pair stays chosen. */
export function closePairDrawer(): void {
  pairingStore.setState({ isDrawerOpen: false })
}

/** Where the chosen pair is in a view; undefined when it is not in it, or none is chosen. */
export async function rowOfSelection(view: PairView): Promise<RowIndex | undefined> {
  const { selection } = pairingStore.getState()
  try {
    return selection && (await pairingClient()?.rowOfPair(view, selection.pair))
  } catch {
    // The worker died, which is reported elsewhere.
    return undefined
  }
}

/** To be called when pairs may be numbered again. */
export async function followSelection(): Promise<void> {
  const { selection } = pairingStore.getState()
  const client = pairingClient()
  if (!selection || !client) return
  const { place } = selection
  if (place) {
    let pair: number | undefined
    try {
      pair = await client.pairOfLine(place.key, place.id)
    } catch {
      // The worker died, which is reported elsewhere.
      return
    }
    if (pairingStore.getState().selection !== selection) return
    if (pair === undefined) {
      pairingStore.setState({ selection: undefined, detail: undefined, isDrawerOpen: false })
      return
    }
    if (pair !== selection.pair) pairingStore.setState({ selection: { ...selection, pair } })
  }
  await readDetail()
}

/** Shows a line of a pair in its document, ready to be edited. */
export function openLineOfPair({ key, id, line }: PairPlace): void {
  const tab = findDocument(key)
  if (!tab) return
  activateDocument(key)
  // A view that leaves the line out could not scroll to it.
  if (tab.view.kind !== 'all') setView({ kind: 'all' })
  selectLine({ id, index: line - 1 }, { openDrawer: true, focusEditor: true })
}

const readDetail = oneAtATime(async () => {
  const { selection } = pairingStore.getState()
  const client = pairingClient()
  if (!selection || !client) return
  const result = await client.readPair(selection.pair)
  // Otherwise it is asked for again.
  if (pairingStore.getState().selection?.jump !== selection.jump) return
  pairingStore.setState({ isDetailLoading: false })
  if (!result.ok) {
    pairingStore.setState({ detailFailure: result.failure, detail: undefined })
    return
  }
  const detail = result.value
  pairingStore.setState((state) => ({
    detail,
    detailFailure: undefined,
    ...(state.selection && {
      selection: { ...state.selection, place: placeOf(state.selection, detail) },
    }),
  }))
})

/** To be called when the worker was ended: it will not answer any more. */
export function forgetDetail(): void {
  readDetail.forget()
}

/** The line that tells the row from others with the same id. */
function placeOf(
  { place, requestLine, answerLine }: PairSelection,
  { requests, answers }: PairDetail,
): PairSelection['place'] {
  if (place) return place
  const own =
    requests.find((request) => request.line === requestLine) ??
    answers.find((answer) => answer.line === answerLine) ??
    requests[0] ??
    answers[0]
  return own && { key: own.key, id: own.id }
}
