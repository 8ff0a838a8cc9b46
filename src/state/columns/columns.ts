// Which columns the table shows. A setting of the page for files of one kind, which every worker is told when it
// opens its file and whenever it changes; no edit. Columns that are the same in all lines are not shown, and stay
// so until they are asked for.
import { type ColumnWish, FIELD_COLUMN } from '../../contracts/columns.ts'
import type { ColumnInfo, DocumentFacts } from '../../contracts/documentApi.ts'
import { formatFieldColumn, parseFieldColumn } from '../../fields/fieldColumn.ts'
import { msg } from '../../i18n/message.ts'
import { announce } from '../actions/announce.ts'
import { tellSetting } from '../actions/tellSetting.ts'
import { activeDocument, store } from '../store.ts'
import { columnOfField } from './columnOfField.ts'
import { columnsStore, pinsOf, setPins, setWidth, setWishes } from './columnsStore.ts'
import { pinnedCount } from './pinnedCount.ts'

function wishOf({ id }: ColumnInfo): ColumnWish {
  return id.startsWith(FIELD_COLUMN) ? { id, field: id.slice(FIELD_COLUMN.length) } : { id }
}

/**
 * A field as a column: a path, or `length(path)`, as queries have them; 'no-path' when it is neither. Where a
 * column shows it already, that is the answer: there is none beside it, and it is shown if it was not.
 */
export function showFieldColumn(text: string): ColumnInfo | 'added' | 'no-path' {
  const column = parseFieldColumn(text)
  if (!column) return 'no-path'
  const field = formatFieldColumn(column)
  const there = columnOfField(activeDocument()?.facts, field)
  addColumn(there ? wishOf(there) : { id: FIELD_COLUMN + field, field })
  return there ?? 'added'
}

/** `field` as `formatFieldColumn` has it. */
export function hideFieldColumn(field: string): void {
  const column = columnOfField(activeDocument()?.facts, field)
  if (column) hideColumn(column.id)
}

/** Shows a column of the file's own again. */
export function showOwnColumn(id: string): void {
  addColumn({ id })
}

function addColumn(wish: ColumnWish): void {
  change((wishes, columns) => {
    if (wishes.some(({ id }) => id === wish.id)) return wishes
    // What takes the rest of the width stays at the end.
    const isRestLast = columns.at(-1)?.width === undefined
    return wishes.toSpliced(isRestLast ? -1 : wishes.length, 0, wish)
  })
}

/** The last column stays. */
export function hideColumn(id: string): void {
  forgetPin(id)
  change((wishes) => (wishes.length > 1 ? wishes.filter((wish) => wish.id !== id) : wishes))
}

/**
 * `by` places to the right, or to the left when negative; not beyond the ends, and pinned columns stay before
 * the others.
 */
export function moveColumn(id: string, by: number): void {
  change((wishes) => {
    const at = wishes.findIndex((wish) => wish.id === id)
    const pinned = activePinnedCount()
    const [first, last] = at < pinned ? [0, pinned - 1] : [pinned, wishes.length - 1]
    return moved(wishes, id, Math.max(first, Math.min(last, at + by)))
  })
}

/** The column stays where it is when the table is scrolled sideways: behind those that do so already. */
export function pinColumn({ id, title }: ColumnInfo): void {
  const facts = activeDocument()?.facts
  if (!facts) return
  const at = activePinnedCount()
  change((wishes) => moved(wishes, id, at))
  const pins = pinsOf(columnsStore.getState(), facts.columnsKey)
  setPins(facts.columnsKey, [...pins.filter((other) => other !== id), id])
  announce(msg('Column {title} is pinned', { title }))
}

/** It stands before the other columns that are not pinned. */
export function unpinColumn({ id, title }: ColumnInfo): void {
  const at = activePinnedCount() - 1
  change((wishes) => moved(wishes, id, Math.max(0, at)))
  forgetPin(id)
  announce(msg('Column {title} is not pinned any more', { title }))
}

function forgetPin(id: string): void {
  const key = activeDocument()?.facts?.columnsKey
  if (key === undefined) return
  const pins = pinsOf(columnsStore.getState(), key)
  if (pins.includes(id)) {
    setPins(
      key,
      pins.filter((other) => other !== id),
    )
  }
}

function activePinnedCount(): number {
  const facts = activeDocument()?.facts
  return facts ? pinnedCount(shown(facts), pinsOf(columnsStore.getState(), facts.columnsKey)) : 0
}

/** Those that are the same in all lines are said once above the table, and are no columns of it. */
function shown({ columns }: DocumentFacts): readonly ColumnInfo[] {
  return columns.filter(({ uniform }) => uniform === undefined)
}

/** The same wishes where `id` is at `to` already, or not among them. */
function moved(wishes: readonly ColumnWish[], id: string, to: number): readonly ColumnWish[] {
  const wish = wishes.find((other) => other.id === id)
  if (!wish || wishes[to] === wish) return wishes
  return wishes.filter((other) => other !== wish).toSpliced(to, 0, wish)
}

/** The columns that files of this kind have by themselves, as wide as they are by themselves. */
export function resetColumns(): void {
  const facts = activeDocument()?.facts
  if (!facts) return
  setWishes(facts.columnsKey, undefined)
  setPins(facts.columnsKey, [])
  for (const { id } of facts.columns) setWidth(facts.columnsKey, id, undefined)
  void tellColumns()
}

/** Whether the active document's columns are not those that such files have by themselves. */
export function areColumnsArranged(facts: DocumentFacts | undefined): boolean {
  if (!facts) return false
  const { wishes, pins } = columnsStore.getState()
  return Object.hasOwn(wishes, facts.columnsKey) || Object.hasOwn(pins, facts.columnsKey)
}

/** `px` in CSS pixels; undefined for the width that the column has by itself. */
export function setColumnWidth(id: string, px: number | undefined): void {
  const key = activeDocument()?.facts?.columnsKey
  if (key !== undefined) setWidth(key, id, px)
}

function change(
  changed: (wishes: readonly ColumnWish[], columns: readonly ColumnInfo[]) => readonly ColumnWish[],
): void {
  const facts = activeDocument()?.facts
  if (!facts) return
  const columns = shown(facts)
  // What the worker has not answered yet is not in the facts.
  const told = untold > 0 ? columnsStore.getState().wishes[facts.columnsKey] : undefined
  const before = told ?? columns.map(wishOf)
  const after = changed(before, columns)
  if (after === before) return
  setWishes(facts.columnsKey, after)
  announce(msg('{count, plural, one {# column} other {# columns}} shown', { count: after.length }))
  void tellColumns()
}

/** Changes that not all workers have answered. */
let untold = 0

/** Tells the workers of all documents. */
async function tellColumns(): Promise<void> {
  const { wishes } = columnsStore.getState()
  untold++
  try {
    await Promise.all(
      store
        .getState()
        .documents.map(({ key }) => tellSetting(key, (client) => client.setColumns(wishes))),
    )
  } finally {
    untold--
  }
}
