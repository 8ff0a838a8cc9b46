// From a figure to its lines: the query that was pressed, alone or beside the one that is there.
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { formatQuery } from '../../fields/formatQuery.ts'
import { joinQuery } from '../../fields/joinQuery.ts'
import { parseQuery } from '../../fields/parseQuery.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../actions/dialogs.ts'
import { search } from '../actions/search.ts'
import { activeDocument, type DocumentTab, updateDocument } from '../store.ts'
import { fieldsStore } from './fieldsStore.ts'

/**
 * The lines of which a query is true, as if it had been typed. Where the figures are of the lines shown, it is added
 * to what chose them, so that as many lines are left as the figure says; `isOther`: the other way round.
 */
export function showLinesOf(query: FieldQuery, isOther = false): void {
  const tab = activeDocument()
  if (!tab) return
  const base = presentQuery(tab)
  const isAdded = base !== undefined && isAddedTo(tab) !== isOther
  ask(tab, isAdded ? joinQuery(base, query) : query)
}

/** The lines of which it is true, whatever is shown. */
export function showOnlyLinesOf(query: FieldQuery): void {
  const tab = activeDocument()
  if (tab) ask(tab, query)
}

function ask({ key }: DocumentTab, query: FieldQuery): void {
  const asked = { text: formatQuery(query), isRegExp: false, isQuery: true, matchCase: false }
  setPanelOpen(false)
  updateDocument(key, { givenQuery: asked })
  void search(asked)
}

const HINTS = {
  alone: msg('Show these lines'),
  whole: msg('Show such lines of the whole file'),
  added: msg('Show these lines: added to the query. With Shift: instead of it'),
  instead: msg('Show these lines. With Shift: added to the query'),
}

/** What a press does, to be said beside what is pressed: always the same object for the same words. */
export function pressHint(tab: DocumentTab): Message {
  const isBase = presentQuery(tab) !== undefined
  if (!isBase) return isAddedTo(tab) ? HINTS.whole : HINTS.alone
  return isAddedTo(tab) ? HINTS.added : HINTS.instead
}

function isAddedTo({ view }: DocumentTab): boolean {
  return fieldsStore.getState().scope === 'shown' && view.kind !== 'all'
}

/** What chose the lines shown, or stands in the search box, as far as a query can say it. */
function presentQuery({ search: { problem, query }, view }: DocumentTab): FieldQuery | undefined {
  if (view.kind === 'invalid') return { kind: 'verdict', verdict: 'invalid' }
  if (view.kind === 'warnings') return { kind: 'verdict', verdict: 'warning' }
  if (view.kind !== 'all' && view.kind !== 'matches') return undefined
  if (!query.isQuery || query.text === '' || problem) return undefined
  const parsed = parseQuery(query.text)
  return parsed.ok ? parsed.value : undefined
}
