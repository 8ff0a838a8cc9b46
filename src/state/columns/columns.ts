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
import { columnsStore, setWidth, setWishes } from './columnsStore.ts'

function wishOf({ id }: ColumnInfo): ColumnWish {
  return id.startsWith(FIELD_COLUMN) ? { id, field: id.slice(FIELD_COLUMN.length) } : { id }
}

/**
 * A field as a column: a path, or `length(path)`, as queries have them. False when it is neither.
 */
export function showFieldColumn(text: string): boolean {
  const column = parseFieldColumn(text)
  if (!column) return false
  const field = formatFieldColumn(column)
  addColumn({ id: FIELD_COLUMN + field, field })
  return true
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
  change((wishes) => (wishes.length > 1 ? wishes.filter((wish) => wish.id !== id) : wishes))
}

/** `by` places to the right, or to the left when negative; not beyond the ends. */
export function moveColumn(id: string, by: number): void {
  change((wishes) => {
    const at = wishes.findIndex((wish) => wish.id === id)
    const to = Math.max(0, Math.min(wishes.length - 1, at + by))
    const moved = wishes[at]
    if (!moved) return wishes
    return wishes.filter((wish) => wish !== moved).toSpliced(to, 0, moved)
  })
}

/** The columns that files of this kind have by themselves, as wide as they are by themselves. */
export function resetColumns(): void {
  const facts = activeDocument()?.facts
  if (!facts) return
  setWishes(facts.columnsKey, undefined)
  for (const { id } of facts.columns) setWidth(facts.columnsKey, id, undefined)
  void tellColumns()
}

/** Whether the active document's columns are not those that such files have by themselves. */
export function areColumnsArranged(facts: DocumentFacts | undefined): boolean {
  return facts !== undefined && Object.hasOwn(columnsStore.getState().wishes, facts.columnsKey)
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
  const columns = facts.columns.filter(({ uniform }) => uniform === undefined)
  const before = columns.map(wishOf)
  const after = changed(before, columns)
  if (after === before) return
  setWishes(facts.columnsKey, after)
  announce(msg('{count, plural, one {# column} other {# columns}} shown', { count: after.length }))
  void tellColumns()
}

/** Tells the workers of all documents. */
async function tellColumns(): Promise<void> {
  const { wishes } = columnsStore.getState()
  await Promise.all(
    store
      .getState()
      .documents.map(({ key }) => tellSetting(key, (client) => client.setColumns(wishes))),
  )
}
