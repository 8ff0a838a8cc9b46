// What was counted of the fields of lines: one entry for each field that occurs, in a flat list in which parents
// come before their children. Plain data, bounded whatever the lines are.
import type { LineId, LineIndex } from '../base/units.ts'
import type { EachStep, FieldPath } from './fieldPath.ts'
import type { FieldQuery, Scalar, ValueType } from './fieldQuery.ts'

/** Every member of an object that has too many keys to be told apart, as where ids are its keys. */
export interface AnyKeyStep {
  readonly anyKey: true
}

export const ANY_KEY: AnyKeyStep = { anyKey: true }

/** From a field to one of its children. */
export type FigureStep = string | EachStep | AnyKeyStep

export type FigurePath = readonly FigureStep[]

/** A line that was counted, and where it stood in the document of that revision. */
export interface FigureLine {
  readonly id: LineId
  /** 0-based, of all lines. */
  readonly index: LineIndex
}

/** Values of one kind in a field. */
export interface KindFigures {
  readonly type: ValueType
  /** Lines that have such a value there. */
  readonly lines: number
  /** Such values: more than lines where the field is of the elements of an array. */
  readonly values: number
  readonly first: FigureLine
}

export interface NumberFigures {
  readonly min: number
  readonly max: number
  /** Within some rounding; Infinity and NaN are possible, as `1e999` is read as Infinity. */
  readonly mean: number
  /** Values that are whole numbers. */
  readonly integers: number
}

/** Of strings in code points (half a surrogate pair is one), of arrays in elements, of objects in members. */
export interface LengthFigures {
  readonly min: number
  readonly max: number
  readonly mean: number
}

export interface ValueCount {
  /** A string is cut after FIGURE_TEXT_BYTES bytes of its UTF-8, about; `isCut` says so. */
  readonly value: Scalar
  readonly isCut: boolean
  /** Exact, of values and not of lines. */
  readonly count: number
  /** The first line that has it. */
  readonly first: FigureLine
}

export interface DistinctFigures {
  /**
   * Different strings, numbers, booleans and null: exact, or where `isExact` is false an estimate, whose
   * standard error is DISTINCT_ERROR of it.
   */
  readonly count: number
  readonly isExact: boolean
  /**
   * The most frequent first, TOP_VALUES at most. Of the KEPT_VALUES values that came first where the count is
   * not exact: one that came later and often is not among them (`fieldDetails` finds it).
   */
  readonly top: readonly ValueCount[]
  /** Values that are not counted in `top`. */
  readonly others: number
}

/** What values of a field are that stand for points in time. */
export type TimeKind = 'iso' | 'unix-seconds' | 'unix-milliseconds'

export interface TimeFigures {
  readonly kind: TimeKind
  /** 0 to 1: the share of such values among the strings or numbers; of `iso` among those that were kept. */
  readonly share: number
}

export interface FieldFigures {
  /** Its place in the list; -1 of the line's value itself, which is the first. */
  readonly parent: number
  /** From the parent; undefined of the first. */
  readonly step: FigureStep | undefined
  /** Lines that have the field. */
  readonly lines: number
  readonly values: number
  readonly first: FigureLine
  /** Only kinds that occur, the most frequent first. */
  readonly kinds: readonly KindFigures[]
  readonly numbers?: NumberFigures
  readonly strings?: LengthFigures
  readonly arrays?: LengthFigures
  readonly objects?: LengthFigures
  readonly times?: TimeFigures
  /** Absent where all values are objects and arrays. */
  readonly distinct?: DistinctFigures
}

/** Values by bins, at most HISTOGRAM_BINS. */
export interface Histogram {
  /** Ascending: where each bin begins, and where the last one ends. That one includes its end. */
  readonly edges: readonly number[]
  /** Values in each bin. */
  readonly counts: readonly number[]
  /** Values that are outside: infinite ones. */
  readonly outside: number
}

export interface TimeHistogram extends Histogram {
  readonly kind: TimeKind
  /**
   * Of `iso`: the edges as texts, by whose order exactly the strings of each bin lie between them. Absent where the
   * order of the strings is not that of their times, as with several time zones.
   */
  readonly texts?: readonly string[]
}

/** How the values of a field are spread. */
export interface FieldSpread {
  /** Of numbers; absent where none is finite. */
  readonly numbers?: Histogram
  /** Of values that stand for points in time, in milliseconds since 1970; `outside` are those that do not. */
  readonly times?: TimeHistogram
  /** Of strings, by their length in code points. */
  readonly lengths?: Histogram
  /** Of arrays, by their elements. */
  readonly sizes?: Histogram
}

export interface FigureList {
  /** Lines of which there are figures. */
  readonly lines: number
  /** Lines that are not JSON: they are not counted in `lines`, and neither are blank ones. */
  readonly notJson: number
  readonly blank: number
  /** Empty where no line was counted. */
  readonly fields: readonly FieldFigures[]
  /** There are more fields than MAX_FIELDS, or more objects with too many keys than can be told: some are left out. */
  readonly isCut: boolean
  /** Lines in which values lie deeper than MAX_FIELD_DEPTH; there are no fields for these values. */
  readonly tooDeep: number
}

export const MAX_FIELDS = 4096
/** Keys of an object's field; where there are more, all of them are one field (ANY_KEY). */
export const MAX_KEYS = 1000
export const MAX_FIELD_DEPTH = 64
/** Different values of a field that are counted exactly. */
export const KEPT_VALUES = 256
export const TOP_VALUES = 16
export const FIGURE_TEXT_BYTES = 192
/** 1.04 / sqrt(2^11), of HyperLogLog with 2^11 registers (Flajolet et al., 2007). */
export const DISTINCT_ERROR = 0.023

export function isAnyKey(step: FigureStep | undefined): step is AnyKeyStep {
  return typeof step === 'object' && 'anyKey' in step
}

/** [place of a field]: the places of those that are of its members or elements. */
export function childrenOf(fields: readonly FieldFigures[]): readonly (readonly number[])[] {
  const children: number[][] = fields.map(() => [])
  for (const [i, { parent }] of fields.entries()) if (parent >= 0) children[parent]?.push(i)
  return children
}

/** Of the values that are objects; undefined where none is. */
export function objectsOf(field: FieldFigures | undefined): KindFigures | undefined {
  return field?.kinds.find(({ type }) => type === 'object')
}

/** The way from the line's value to field `i`. */
export function figurePath(fields: readonly FieldFigures[], i: number): FigurePath {
  const path: FigureStep[] = []
  for (let at = i; at > 0; ) {
    const { parent, step } = fields[at] as FieldFigures
    if (step !== undefined) path.push(step)
    at = parent
  }
  return path.reverse()
}

/** The same for queries, which cannot ask for the members of an object whatever their keys: undefined then. */
export function queryPath(path: FigurePath): FieldPath | undefined {
  return path.every((step) => !isAnyKey(step)) ? (path as FieldPath) : undefined
}

/** That there is an object at field `parent` which lacks its member at `asked`, of which a line has one at most. */
export function lacksQuery(
  fields: readonly FieldFigures[],
  parent: number,
  asked: FieldPath,
): FieldQuery {
  const lacks: FieldQuery = { kind: 'not', term: { kind: 'exists', field: asked } }
  const isObject: FieldQuery = { kind: 'type', field: asked.slice(0, -1), type: 'object' }
  const isAlwaysObject = parent === 0 && fields[parent]?.kinds.length === 1
  return isAlwaysObject ? lacks : { kind: 'and', terms: [isObject, lacks] }
}
