// Which lines the table shows and which one is selected.
import type { Result } from '../../base/result.ts'
import { lineIndexOf, type LineId, type LineIndex, type LineNumber } from '../../base/units.ts'
import type { FoundLine, LinePlace, View } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  findDocument,
  store,
  updateDocument,
} from '../store.ts'
import { amongOf, viewSentence } from '../rowCount.ts'
import { upToDate } from '../upToDate.ts'
import { announce, arrive, lineAnnouncement } from './announce.ts'
import { showFailure, showMessage } from './messages.ts'

/**
 * Selects a line of the active document and scrolls the table to it. `openDrawer` shows it in the
 * drawer, `focusEditor` opens the drawer and puts the focus into its editor.
 */
export function selectLine(
  selection: { readonly id: LineId; readonly index: LineIndex },
  options: { readonly openDrawer?: boolean; readonly focusEditor?: boolean } = {},
): void {
  const tab = activeDocument()
  if (!tab) return
  const { openDrawer = false, focusEditor = false } = options
  updateDocument(tab.key, {
    selection: {
      id: selection.id,
      index: selection.index,
      jump: (tab.selection?.jump ?? 0) + 1,
    },
    isDrawerOpen: tab.isDrawerOpen || openDrawer || focusEditor,
    editorFocus: tab.editorFocus + (focusEditor ? 1 : 0),
  })
}

export function closeDrawer(): void {
  changeActive(() => ({ isDrawerOpen: false }))
}

/** Shows lines of one kind in the table, and says how many there are. */
export function setView(view: View): void {
  const facts = activeDocument()?.facts
  // The cause may be gone by the time that someone asks what it was called.
  const causeTitle =
    view.kind === 'cause' ? facts?.causes.find(({ code }) => code === view.code)?.title : undefined
  changeActive(() => ({ view, causeTitle }))
  if (facts) announce(viewSentence(facts, view, causeTitle))
}

/** Shows the lines that match; among those of one verdict, or the edited ones, where these are shown. */
export function showMatches(): void {
  const tab = activeDocument()
  if (tab) setView(matchesWithin(tab.view))
}

/** The view of what matches in a view; of all matches where it is none to look at them among. */
export function matchesWithin(view: View): View {
  const among = amongOf(view)
  return among === undefined ? { kind: 'matches' } : { kind: 'matches', among }
}

/** Lines as raw text instead of columns. */
export function setRaw(on: boolean): void {
  changeActive(() => ({ isRaw: on }))
}

/**
 * Selects a line by its 1-based number; numbers outside the document go to its first or last line.
 * Resolves with whether a line is shown now.
 */
export async function goToLine(number: number): Promise<boolean> {
  const tab = activeDocument()
  const lines = tab?.facts?.lines ?? 0
  if (!tab || lines === 0 || !hasClient(tab.key) || !Number.isFinite(number)) return false
  const index = lineIndexOf(Math.min(Math.max(Math.trunc(number), 1), lines) as LineNumber)
  const client = clientOf(tab.key)
  const line = await findLine(tab.key, () => client.lineIdAt(index))
  if (!line) return false
  // A line that the view leaves out could not be scrolled to.
  if (tab.view.kind !== 'all') updateDocument(tab.key, { view: { kind: 'all' } })
  selectLine(line)
  void announceLine(tab.key, line.index)
  return true
}

/**
 * Selects the next or previous line with a problem and shows it in the drawer: of one cause when
 * `code` is given, else an invalid line, else, when there are none, one with a warning or one that
 * needs attention.
 */
export async function goToIssue(direction: -1 | 1, code?: string): Promise<void> {
  const tab = activeDocument()
  if (!tab?.facts || !hasClient(tab.key)) return
  const view = issueView(tab, code)
  if (!view) {
    showMessage('status', msg('No line has an issue.'))
    return
  }
  await goToNextOf(tab, view, direction)
}

/**
 * Selects the nearest line of `view` after or before `from`, by default the selected line, going round
 * at the end. Resolves with the line that is selected now.
 */
export async function goToNextOf(
  tab: DocumentTab,
  view: View,
  direction: -1 | 1,
  from: LinePlace = tab.selection ?? { index: direction === 1 ? -1 : (tab.facts?.lines ?? 0) },
): Promise<FoundLine['line']> {
  const client = clientOf(tab.key)
  const { id, index } = from
  const next = await findLine(tab.key, () => client.nextLine(view, { id, index }, direction))
  if (!next) return undefined
  const shown = activeDocument()?.view ?? tab.view
  if (!showsAllOf(shown, view)) updateDocument(tab.key, { view: { kind: 'all' } })
  selectLine(next, { openDrawer: true })
  void announceLine(tab.key, next.index)
  return next
}

/** Says which line was gone to and what is the matter with it. */
async function announceLine(key: DocumentKey, index: LineIndex): Promise<void> {
  arrive()
  if (!hasClient(key)) return
  const client = clientOf(key)
  const isSorted = findDocument(key)?.facts?.order !== undefined
  const found = isSorted && (await client.rowOfLine({ kind: 'all' }, { index }))
  const at = found && found.ok ? found.value.row : index
  const read = await client.readRows({ kind: 'all' }, at, at + 1)
  const row = read.ok ? read.value.rows[0] : undefined
  if (row && store.getState().activeKey === key) announce(lineAnnouncement(row))
}

/** Undefined when there is none, it could not be found, or another document is shown by now. */
async function findLine(
  key: DocumentKey,
  ask: () => Promise<Result<FoundLine>>,
): Promise<FoundLine['line']> {
  const found = await upToDate(ask, () => findDocument(key)?.facts?.revision)
  if (store.getState().activeKey !== key) return undefined
  if (found.ok) return found.value.line
  showFailure(found.failure)
  return undefined
}

function issueView(tab: DocumentTab, code: string | undefined): View | undefined {
  if (code !== undefined) return { kind: 'cause', code }
  if ((tab.facts?.invalid ?? 0) > 0) return { kind: 'invalid' }
  if ((tab.facts?.warnings ?? 0) > 0) return { kind: 'warnings' }
  if ((tab.facts?.attention ?? 0) > 0) return { kind: 'attention' }
  return undefined
}

function showsAllOf(shown: View, wanted: View): boolean {
  if (shown.kind === 'all') return true
  if (shown.kind === 'matches' && wanted.kind === 'matches') {
    return shown.among === undefined || shown.among === wanted.among
  }
  if (shown.kind !== wanted.kind) return false
  return shown.kind !== 'cause' || (wanted.kind === 'cause' && wanted.code === shown.code)
}

function changeActive(change: (tab: DocumentTab) => Partial<DocumentTab>): void {
  const tab = activeDocument()
  if (tab) updateDocument(tab.key, change)
}
