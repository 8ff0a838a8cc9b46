// Which fields the tree shows, in their order: those below one that is folded are not, and of those that a name was
// typed for, the fields on the way to them are.
import {
  childrenOf,
  type FieldFigures,
  figurePath,
  type FigurePath,
  isAnyKey,
} from '../../fields/fieldFigures.ts'
import { isEach } from '../../fields/fieldPath.ts'
import { shownFigurePath } from '../../state/fields/shownFigurePath.ts'

export interface TreeRow {
  readonly field: FieldFigures
  readonly path: FigurePath
  /** The whole path, as queries have it. */
  readonly name: string
  /** What leads here from the field above. */
  readonly step: string
  /** From 1 on. */
  readonly level: number
  /** 1-based, among the shown ones with the same parent. */
  readonly place: number
  readonly siblings: number
  /** Undefined where there is nothing to fold. */
  readonly isFolded: boolean | undefined
  /** It is here because of one below it. */
  readonly isOnTheWay: boolean
}

/** Fields of figures, with what is asked of each of them again and again. */
export interface FieldTreeIndex {
  readonly fields: readonly FieldFigures[]
  /** The places of the fields of the first level; the line's value itself where it is not always an object. */
  readonly roots: readonly number[]
  readonly children: readonly (readonly number[])[]
  readonly paths: readonly FigurePath[]
  readonly names: readonly string[]
}

export function indexFields(fields: readonly FieldFigures[]): FieldTreeIndex {
  const children = childrenOf(fields)
  const paths = fields.map((_, i) => figurePath(fields, i))
  const hasValues = fields[0]?.kinds.some(({ type }) => type !== 'object') ?? false
  return {
    fields,
    roots: [...(hasValues ? [0] : []), ...(children[0] ?? [])],
    children: children.map((list, i) => (i === 0 ? [] : list)),
    paths,
    names: paths.map(shownFigurePath),
  }
}

/** Of more fields than that only the first level is unfolded before someone unfolds more. */
const FEW_FIELDS = 60

export interface TreeLook {
  /** Typed to find a field. */
  readonly text: string
  /** By name, what the user folded or unfolded. */
  readonly folded: ReadonlyMap<string, boolean>
}

export function treeRows(index: FieldTreeIndex, { text, folded }: TreeLook): readonly TreeRow[] {
  const { children, fields, names, paths } = index
  const wanted = text.trim().toLowerCase()
  const matches = wanted === '' ? undefined : matching(index, wanted)
  const isFoldedAtFirst = fields.length > FEW_FIELDS
  const rows: TreeRow[] = []
  const add = (all: readonly number[], level: number): void => {
    const shown = matches ? all.filter((i) => matches.all.has(i)) : all
    for (const [place, i] of shown.entries()) {
      const below = children[i] as readonly number[]
      const name = names[i] as string
      const hasBelow = matches ? below.some((child) => matches.all.has(child)) : below.length > 0
      // What was found is in sight.
      const isFolded = hasBelow && !matches && (folded.get(name) ?? isFoldedAtFirst)
      const path = paths[i] as FigurePath
      rows.push({
        field: fields[i] as FieldFigures,
        path,
        name,
        step: stepText(path),
        level,
        place: place + 1,
        siblings: shown.length,
        isFolded: hasBelow ? isFolded : undefined,
        isOnTheWay: matches !== undefined && !matches.own.has(i),
      })
      if (hasBelow && !isFolded) add(below, level + 1)
    }
  }
  add(index.roots, 1)
  return rows
}

function matching({ fields, names, roots }: FieldTreeIndex, wanted: string) {
  const own = new Set<number>()
  const all = new Set<number>()
  for (const [i, name] of names.entries()) {
    if (!name.toLowerCase().includes(wanted) || (i === 0 && !roots.includes(0))) continue
    own.add(i)
    for (let at = i; at > 0 && !all.has(at); at = (fields[at] as FieldFigures).parent) all.add(at)
    if (i === 0) all.add(0)
  }
  return { own, all }
}

function stepText(path: FigurePath): string {
  const step = path.at(-1)
  if (typeof step === 'string') return step === '' ? '""' : step
  if (step === undefined) return '$'
  if (isAnyKey(step)) return '*'
  return isEach(step) ? '[*]' : String(step)
}

/** The row of the field above; -1 of the first level. */
export function parentRow(rows: readonly TreeRow[], at: number): number {
  const { level = 1 } = rows[at] ?? {}
  for (let i = at - 1; i >= 0; i--) if ((rows[i] as TreeRow).level < level) return i
  return -1
}

/** The next row after `at`, round the end, whose own name begins with `text`. */
export function typedRow(rows: readonly TreeRow[], at: number, text: string): number | undefined {
  const wanted = text.toLowerCase()
  for (let i = 1; i <= rows.length; i++) {
    const place = (at + i) % rows.length
    if (rows[place]?.step.toLowerCase().startsWith(wanted)) return place
  }
  return undefined
}
