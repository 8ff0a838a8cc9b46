// Fields as they stand in the list: some are chosen, and their order is that of the columns.
import type { ExportField } from '../../../contracts/documentApi.ts'

export interface FieldItem {
  readonly path: string
  readonly title: string
  /** Undefined for a path that was typed and is in none of the fields that were found. */
  readonly lines: number | undefined
  readonly isChosen: boolean
}

/** `chosen`: paths in their order; all that were found when absent. `titles`: of some of those that were not found. */
export function fieldItems(
  found: readonly ExportField[],
  chosen: readonly string[] | undefined,
  titles: ReadonlyMap<string, string> = new Map(),
): readonly FieldItem[] {
  if (!chosen) return found.map((field) => ({ ...field, isChosen: true }))
  const byPath = new Map(found.map((field) => [field.path, field]))
  const wanted = new Set(chosen)
  return [
    ...chosen.map((path) => ({
      ...(byPath.get(path) ?? { path, title: titles.get(path) ?? path, lines: undefined }),
      isChosen: true,
    })),
    ...found
      .filter(({ path }) => !wanted.has(path))
      .map((field) => ({ ...field, isChosen: false })),
  ]
}

export function chosenPaths(items: readonly FieldItem[]): readonly string[] {
  return items.filter(({ isChosen }) => isChosen).map(({ path }) => path)
}

export function chooseField(
  items: readonly FieldItem[],
  path: string,
  isChosen: boolean,
): readonly FieldItem[] {
  return items.map((item) => (item.path === path ? { ...item, isChosen } : item))
}

/** Of several at once. */
export function chooseFields(
  items: readonly FieldItem[],
  paths: ReadonlySet<string>,
  isChosen: boolean,
): readonly FieldItem[] {
  return items.map((item) => (paths.has(item.path) ? { ...item, isChosen } : item))
}

/** A typed path, chosen, after the last that is; the one that is there already where it is there. */
export function addField(items: readonly FieldItem[], path: string): readonly FieldItem[] {
  if (items.some((item) => item.path === path)) return chooseField(items, path, true)
  const last = items.findLastIndex(({ isChosen }) => isChosen)
  const added = { path, title: path, lines: undefined, isChosen: true }
  return items.toSpliced(last + 1, 0, added)
}

/** One column to the front (-1) or to the end (1): past the next field that is chosen. */
export function moveField(
  items: readonly FieldItem[],
  path: string,
  by: -1 | 1,
): readonly FieldItem[] {
  const from = items.findIndex((item) => item.path === path)
  const moved = items[from]
  if (!moved) return items
  let to = from + by
  while (items[to] && !items[to]?.isChosen) to += by
  return items[to] ? items.toSpliced(from, 1).toSpliced(to, 0, moved) : items
}
