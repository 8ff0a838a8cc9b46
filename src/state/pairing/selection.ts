// The pair that the drawer shows. It stays the same pair when lines change and pairs are numbered again.
import type { Result } from '../../base/result.ts'
import type { RowIndex } from '../../base/units.ts'
import type {
  FoundPair,
  PairDetail,
  PairPlace,
  PairRow,
  PairView,
} from '../../contracts/pairingApi.ts'
import { activateDocument } from '../actions/documents.ts'
import { selectLine, setView } from '../actions/lines.ts'
import { findDocument } from '../store.ts'
import { upToDate } from '../upToDate.ts'
import { announcePair } from './announcePairs.ts'
import { oneAtATime } from './oneAtATime.ts'
import { type PairSelection, pairingStore } from './pairingStore.ts'
import { pairingClient } from './pairingWorker.ts'

/** Shows a row's pair in the drawer. */
export function openPair({ pair, requestLine, answerLine }: PairRow): void {
  select({ pair, requestLine, answerLine })
}

/** Shows the pair that a line is in. */
export async function openPairOfLine({ key, id, line }: PairPlace): Promise<void> {
  const found = await findPair({ key, id })
  const pair = found?.ok ? found.value.pair : undefined
  // It left the pairing, or the worker died, which is reported elsewhere.
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
  const client = pairingClient()
  if (!selection || !client) return undefined
  const found = await client.rowOfPair(view, selection.pair)
  // Rows that fail say why where they are shown.
  return found.ok ? found.value.row : undefined
}

/** To be called when pairs may be numbered again. */
export async function followSelection(): Promise<void> {
  const { selection } = pairingStore.getState()
  const client = pairingClient()
  if (!selection || !client) return
  const { place } = selection
  if (place) {
    const found = await findPair(place)
    // The worker died, which is reported elsewhere.
    if (!found?.ok) return
    if (pairingStore.getState().selection !== selection) return
    const { pair } = found.value
    if (pair === undefined) {
      pairingStore.setState({ selection: undefined, detail: undefined, isDrawerOpen: false })
      return
    }
    if (pair !== selection.pair) pairingStore.setState({ selection: { ...selection, pair } })
  }
  await readDetail()
}

async function findPair({
  key,
  id,
}: Pick<PairPlace, 'key' | 'id'>): Promise<Result<FoundPair> | undefined> {
  const client = pairingClient()
  return (
    client &&
    upToDate(
      () => client.pairOfLine(key, id),
      () => pairingStore.getState().facts?.revision,
    )
  )
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

/** The choice of which screen readers were told. */
let announcedJump: number | undefined

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
  // An edit reads the same pair again.
  if (selection.jump !== announcedJump) announcePair(detail)
  announcedJump = selection.jump
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
