// Where a few lines differ from all others, as figures of fields tell it: values of another kind, a key that is
// spelled in another way, a field that is missing.
import { nearestKey } from '../json/nearestKey.ts'
import {
  childrenOf,
  type FieldFigures,
  type FigureLine,
  type FigureList,
  figurePath,
  type FigurePath,
  isAnyKey,
  lacksQuery,
  objectsOf,
  queryPath,
} from './fieldFigures.ts'
import { isMany } from './fieldPath.ts'
import type { FieldQuery, ValueType } from './fieldQuery.ts'

interface DriftOfLines {
  /** Place in the list of fields: of the field that few lines have otherwise. */
  readonly field: number
  readonly path: FigurePath
  /** The few. */
  readonly lines: number
  /** The first of them; absent where it is not known before they are looked for. */
  readonly first?: FigureLine
  /** Shows them; absent where no query can say it. */
  readonly query?: FieldQuery
}

export type Drift =
  /** The lines have a value of `type` there, and `usualLines` one of the type `usual`. */
  | (DriftOfLines & {
      readonly kind: 'other-type'
      readonly type: ValueType
      readonly usual: ValueType
      readonly usualLines: number
    })
  /** The lines have this key, and `usualLines` the key `usual` in its place. */
  | (DriftOfLines & {
      readonly kind: 'other-key'
      readonly key: string
      readonly usual: string
      readonly usualLines: number
    })
  /** The lines have the object, but not the field, which `usualLines` have. */
  | (DriftOfLines & { readonly kind: 'missing'; readonly usualLines: number })

/** So many times as many lines have it in the usual way. */
const TIMES_AS_MANY = 20
/** Of what there is to say, at most. */
const MOST_DRIFTS = 200

/** Other keys first, then other types, then missing fields; of each those that the fewest lines have. */
export function driftOf({ fields }: FigureList): readonly Drift[] {
  const children = childrenOf(fields)
  const otherKeys = fields.flatMap((_, i) => keyDrifts(fields, i, children[i] ?? []))
  const explained = new Map(
    otherKeys.map(({ path, usual, lines }) => [nameOf([...path.slice(0, -1), usual]), lines]),
  )
  const missing = fields
    .flatMap((_, i) => missingDrift(fields, i))
    .filter(({ path, lines }) => explained.get(nameOf(path)) !== lines)
  const otherTypes = fields.flatMap((_, i) => typeDrifts(fields, i))
  return [otherKeys, otherTypes, missing]
    .flatMap((drifts: readonly Drift[]) => drifts.toSorted((a, b) => a.lines - b.lines))
    .slice(0, MOST_DRIFTS)
}

function nameOf(path: FigurePath): string {
  return JSON.stringify(path)
}

function isFew(few: number, many: number): boolean {
  return few > 0 && few * TIMES_AS_MANY <= many
}

function typeDrifts(fields: readonly FieldFigures[], i: number): Drift[] {
  const field = fields[i] as FieldFigures
  const usual = field.kinds.reduce((most, kind) => (kind.lines > most.lines ? kind : most))
  const path = figurePath(fields, i)
  const asked = queryPath(path)
  return field.kinds
    .filter((kind) => isFew(kind.lines, usual.lines))
    .map(({ type, lines, first }) => ({
      kind: 'other-type',
      field: i,
      path,
      lines,
      first,
      type,
      usual: usual.type,
      usualLines: usual.lines,
      ...(asked && { query: { kind: 'type', field: asked, type } as const }),
    }))
}

function keyDrifts(
  fields: readonly FieldFigures[],
  parent: number,
  children: readonly number[],
): Extract<Drift, { readonly kind: 'other-key' }>[] {
  const objects = objectsOf(fields[parent])?.values ?? 0
  const byKey = new Map<string, FieldFigures>()
  for (const child of children) {
    const field = fields[child] as FieldFigures
    if (typeof field.step === 'string') byKey.set(field.step, field)
  }
  const most = Math.max(0, ...[...byKey.values()].map(({ lines }) => lines))
  return children.flatMap((child) => {
    const field = fields[child] as FieldFigures
    const key = field.step
    if (typeof key !== 'string' || !isFew(field.lines, most)) return []
    const others = [...byKey]
      .filter(([other, { lines, values }]) => {
        // Objects that have both have neither in place of the other; and numbered keys are alike by intent.
        const isInstead = values + field.values <= objects
        return isFew(field.lines, lines) && isInstead && !differInDigits(key, other)
      })
      .map(([other]) => other)
    const usual = nearestKey(key, others)
    if (usual === undefined) return []
    const path = figurePath(fields, child)
    const asked = queryPath(path)
    return [
      {
        kind: 'other-key' as const,
        field: child,
        path,
        lines: field.lines,
        first: field.first,
        key,
        usual,
        usualLines: byKey.get(usual)?.lines ?? 0,
        ...(asked && { query: { kind: 'exists', field: asked } as const }),
      },
    ]
  })
}

function differInDigits(a: string, b: string): boolean {
  return a.replaceAll(/\d+/g, '0') === b.replaceAll(/\d+/g, '0')
}

/** Of fields that a line has once: where it has several objects, it may lack the field and have it. */
function missingDrift(fields: readonly FieldFigures[], i: number): Drift[] {
  const field = fields[i] as FieldFigures
  const objects = objectsOf(fields[field.parent])
  const path = figurePath(fields, i)
  const asked = queryPath(path)
  if (!objects || !asked || isMany(asked) || isAnyKey(field.step)) return []
  const lines = objects.lines - field.lines
  if (!isFew(lines, field.lines)) return []
  return [
    {
      kind: 'missing',
      field: i,
      path,
      lines,
      usualLines: field.lines,
      query: lacksQuery(fields, field.parent, asked),
      // Objects that came before the first that has it do not have it.
      ...(objects.first.index < field.first.index && { first: objects.first }),
    },
  ]
}
