// Going from match to match: through those of a line, then on to the next line. Lines that were marked without a
// search, as duplicates are, are gone to one by one.
import type { LineId, LineIndex } from '../../base/units.ts'
import type { View } from '../../contracts/documentApi.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  findDocument,
  updateDocument,
} from '../store.ts'
import { goToNextOf, selectLine } from './lines.ts'

const MATCHES: View = { kind: 'matches' }

interface Line {
  readonly id: LineId
  readonly index: LineIndex
}

/** Keys that are held come faster than answers: each step waits for the one before it. */
const steps = documentSlot(() => ({ last: Promise.resolve() }))

/**
 * Goes to the next or previous match of the active document, round at the end of the file, and shows its
 * line in the drawer. By `line`, it is the first match of another line.
 */
export async function nextMatch(direction: -1 | 1, by: 'match' | 'line' = 'match'): Promise<void> {
  const key = activeDocument()?.key
  if (key === undefined) return
  const waiting = steps.of(key)
  waiting.last = waiting.last.then(() => step(key, direction, by))
  await waiting.last
}

async function step(key: DocumentKey, direction: -1 | 1, by: 'match' | 'line'): Promise<void> {
  const tab = activeDocument()
  if (tab?.key !== key || !hasClient(key) || !hasMatches(tab)) return
  if (by === 'match' && (await stepWithinLine(tab, direction))) return
  // Of matches that are looked at among others, the ones that are shown.
  const view = tab.view.kind === 'matches' ? tab.view : MATCHES
  const line = await goToNextOf(tab, view, direction)
  const count = line && (await countMatches(tab, line.id))
  if (!line || count === undefined) return
  await show(tab, line, by === 'match' && direction === -1 ? Math.max(0, count - 1) : 0, count)
}

/** Whether something is searched for, or lines are marked without a search. */
export function hasMatches({ marks, search }: DocumentTab): boolean {
  return search.query.text !== '' || marks !== undefined
}

/** False where the selected line has no further match in that direction. */
async function stepWithinLine(tab: DocumentTab, direction: -1 | 1): Promise<boolean> {
  const { selection, match } = tab
  const count = selection && (await countMatches(tab, selection.id))
  if (!selection || count === undefined) return false
  const isCurrent = match?.line === selection.id
  const before = direction === 1 ? -1 : count
  const at = (isCurrent ? Math.min(match.at, count - 1) : before) + direction
  if (at < 0 || at >= count) return false
  selectLine(selection, { openDrawer: true })
  await show(tab, selection, at, count)
  return true
}

/** Undefined when that cannot be told, or another search or document is in front by now. */
async function countMatches(tab: DocumentTab, id: LineId): Promise<number | undefined> {
  const found = await clientOf(tab.key).lineMatches(id)
  return found.ok && isInFront(tab) ? found.value.ranges.length : undefined
}

async function show(tab: DocumentTab, line: Line, at: number, count: number): Promise<void> {
  const { key } = tab
  const { id, index } = line
  const row = await clientOf(key).rowOfLine(MATCHES, { id, index })
  if (!isInFront(tab)) return
  updateDocument(key, ({ match }) => ({
    match: {
      line: id,
      at,
      count,
      jump: (match?.jump ?? 0) + 1,
      ...(row.ok && { row: row.value.row }),
    },
  }))
}

function isInFront({ key, search }: DocumentTab): boolean {
  return (
    activeDocument()?.key === key &&
    hasClient(key) &&
    findDocument(key)?.search.query === search.query
  )
}
