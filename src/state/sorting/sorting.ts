// The order of the rows: sorting by a column, again after edits, and the order of the file again.
import type { SortBy, SortFacts } from '../../contracts/sorting.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { announce } from '../actions/announce.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure } from '../actions/messages.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { activeDocument, findDocument } from '../store.ts'

/** The sorting that runs. */
const running = documentSlot<{ jobId?: string | undefined }>(() => ({}))

/** Sorts the rows of the active document; one that runs is stopped. Says how they are sorted then. */
export async function sortRows(by: SortBy, isDescending: boolean): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const { key } = tab
  const runs = running.of(key)
  const previous = runs.jobId
  const result = await runJob(key, msg('Sorting lines'), async (jobId, onProgress) => {
    runs.jobId = jobId
    const client = clientOf(key)
    if (previous !== undefined) await client.cancel(previous)
    const sorted = await client.sortRows({ by, isDescending }, jobId, onProgress)
    if (runs.jobId === jobId) runs.jobId = undefined
    return sorted
  })
  const order = findDocument(key)?.facts?.order
  if (!result.ok) showFailure(result.failure)
  else if (order && activeDocument()?.key === key) announce(orderSentence(order))
}

/** One direction after the other, and then the order of the file: what pressing a title does. */
export async function sortFurther(by: SortBy): Promise<void> {
  const facts = activeDocument()?.facts
  if (facts?.state !== 'ready') return
  const { order } = facts
  const isBy =
    order?.by.kind === by.kind &&
    (by.kind !== 'column' || (order.by.kind === 'column' && order.by.id === by.id))
  if (isBy) await (order.isDescending ? unsortRows() : sortRows(by, true))
  else await sortRows(by, by.kind === 'line')
}

/** Sorts by the lines as they are now. */
export async function sortAgain(): Promise<void> {
  const order = activeDocument()?.facts?.order
  if (order) await sortRows(order.by, order.isDescending)
}

/** Descending what was ascending, and the last line first where nothing was sorted. */
export async function reverseOrder(): Promise<void> {
  const order = activeDocument()?.facts?.order
  if (order?.by.kind === 'line') await unsortRows()
  else if (order) await sortRows(order.by, !order.isDescending)
  else await sortRows({ kind: 'line' }, true)
}

export async function unsortRows(): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const result = await clientOf(tab.key).unsortRows()
  if (result.ok) announce(msg('Lines are in the order of the file'))
  else showFailure(result.failure)
}

/** 'Sorted by score, ascending. At the end: 3 lines without it, 0 invalid lines.' */
export function orderSentence({ title, isDescending, missing, notJson }: SortFacts): Message {
  const sorted = isDescending
    ? msg('Sorted by {title}, descending', { title })
    : msg('Sorted by {title}, ascending', { title })
  if (missing + notJson === 0) return sorted
  return msg(
    '{sorted}. At the end: {missing, plural, one {# line without it} other {# lines without it}}, {notJson, plural, one {# invalid line} other {# invalid lines}}.',
    { sorted, missing, notJson },
  )
}

/** A word for how rows are sorted; empty for the order of the document. */
export function orderKey(order: SortFacts | undefined): string {
  if (!order) return ''
  const { by, isDescending } = order
  return `${by.kind} ${by.kind === 'column' ? by.id : ''} ${isDescending}`
}
