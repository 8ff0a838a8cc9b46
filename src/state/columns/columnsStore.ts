// How the user arranged the columns of the table, and how wide they are, by kind of file
// (`DocumentFacts.columnsKey`). Kept on the device: names of fields, and nothing that files hold.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ColumnWish, ColumnWishes } from '../../contracts/columns.ts'

export type ColumnWidths = Readonly<Record<string, number>>

export interface ColumnsState {
  readonly wishes: ColumnWishes
  /** CSS pixels by id, by kind of file. */
  readonly widths: Readonly<Record<string, ColumnWidths>>
  /** Ids of those that stay when the table is scrolled sideways, by kind of file. */
  readonly pins: Readonly<Record<string, readonly string[]>>
}

const KEY = 'lineproof.columns'

/** Kinds of files that are remembered; those that were arranged last. */
const MOST_KINDS = 60

export const columnsStore = createStore<ColumnsState>()(() => readColumns())

export function useColumns<T>(pick: (columns: ColumnsState) => T): T {
  return useStore(columnsStore, pick)
}

const noWidths: ColumnWidths = {}

export function widthsOf({ widths }: ColumnsState, key: string | undefined): ColumnWidths {
  return (key !== undefined && Object.hasOwn(widths, key) && widths[key]) || noWidths
}

const noPins: readonly string[] = []

export function pinsOf({ pins }: ColumnsState, key: string | undefined): readonly string[] {
  return (key !== undefined && Object.hasOwn(pins, key) && pins[key]) || noPins
}

export function setPins(key: string, ids: readonly string[]): void {
  const { [key]: _, ...others } = columnsStore.getState().pins
  columnsStore.setState({ pins: ids.length > 0 ? { ...others, [key]: ids } : others })
  storeColumns()
}

/** Undefined: the columns that files of this kind have by themselves. */
export function setWishes(key: string, wishes: readonly ColumnWish[] | undefined): void {
  const { [key]: _, ...others } = columnsStore.getState().wishes
  columnsStore.setState({ wishes: wishes ? { ...others, [key]: wishes } : others })
  storeColumns()
}

/** `px`: undefined for the width that the column has by itself. */
export function setWidth(key: string, id: string, px: number | undefined): void {
  const { [key]: of = noWidths, ...others } = columnsStore.getState().widths
  const { [id]: _, ...rest } = of
  const widths = px === undefined ? rest : { ...rest, [id]: px }
  columnsStore.setState({ widths: { ...others, [key]: widths } })
  // A width that is dragged changes many times a second.
  storing ??= setTimeout(storeColumns, STORE_AFTER)
}

const STORE_AFTER = 500
let storing: ReturnType<typeof setTimeout> | undefined

function storeColumns(): void {
  clearTimeout(storing)
  storing = undefined
  const { wishes, widths, pins } = columnsStore.getState()
  const stored = { wishes: newest(wishes), widths: newest(widths), pins: newest(pins) }
  try {
    localStorage.setItem(KEY, JSON.stringify(stored))
  } catch {
    // Storage is switched off: they stay as they are until the page is closed.
  }
}

/** What was changed last stands last. */
function newest<T>(byKind: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(byKind).slice(-MOST_KINDS))
}

/** What was stored and makes sense. */
function readColumns(): ColumnsState {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<ColumnsState> | null
    return {
      wishes: entriesOf(stored?.wishes, (wishes): wishes is readonly ColumnWish[] =>
        Array.isArray(wishes) ? wishes.every(isWish) : false,
      ),
      widths: entriesOf(stored?.widths, isWidths),
      pins: entriesOf(stored?.pins, isPins),
    }
  } catch {
    return { wishes: {}, widths: {}, pins: {} }
  }
}

function entriesOf<T>(stored: unknown, is: (value: unknown) => value is T): Record<string, T> {
  const entries = Object.entries((stored ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => is(entry[1])))
}

function isWish(wish: unknown): wish is ColumnWish {
  if (typeof wish !== 'object' || wish === null) return false
  const { id, field } = wish as Partial<ColumnWish>
  return typeof id === 'string' && (field === undefined || typeof field === 'string')
}

function isPins(pins: unknown): pins is readonly string[] {
  return Array.isArray(pins) && pins.every((id) => typeof id === 'string')
}

function isWidths(widths: unknown): widths is ColumnWidths {
  return (
    typeof widths === 'object' &&
    widths !== null &&
    Object.values(widths).every((width) => Number.isFinite(width))
  )
}
