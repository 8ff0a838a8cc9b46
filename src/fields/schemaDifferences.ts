// Where lines differ from a schema, as the figures of their fields tell it: no line is read again.
import {
  childrenOf,
  type FieldFigures,
  type FigureLine,
  type FigureList,
  figurePath,
  type FigurePath,
  isAnyKey,
  type KindFigures,
  lacksQuery,
  objectsOf,
  queryPath,
} from './fieldFigures.ts'
import { type FieldPath, isMany } from './fieldPath.ts'
import type { FieldQuery, Scalar, ValueType } from './fieldQuery.ts'
import type { SchemaType, ShapeSchema } from './readSchema.ts'

interface DifferenceAt {
  readonly path: FigurePath
  /** Absent where it is not known before they are looked for. */
  readonly count?: number
  /** Whether the count is of lines, or else of values. */
  readonly isOfLines: boolean
  /** The first such line, where that is known. */
  readonly first?: FigureLine
  /** Shows the lines; absent where no query can say it. */
  readonly query?: FieldQuery
}

export type SchemaDifference = DifferenceAt &
  (
    | { readonly kind: 'type'; readonly type: ValueType; readonly allowed: readonly SchemaType[] }
    /** Numbers that are not whole, where whole ones alone are allowed. */
    | { readonly kind: 'fraction' }
    /** Values that are none of the choices, the most frequent first; none where they are objects or arrays. */
    | { readonly kind: 'choice'; readonly values: readonly Scalar[] }
    /** What is required is missing in objects. */
    | { readonly kind: 'missing' }
    | { readonly kind: 'forbidden' }
    /** The schema allows the field and says nothing of it: no line is invalid by that. */
    | { readonly kind: 'unnamed' }
  )

export interface SchemaComparison {
  /** By the order of the fields; those that the schema merely does not name come last. */
  readonly differences: readonly SchemaDifference[]
  /** Fields or values that are not told apart may differ, too. */
  readonly isPartial: boolean
}

/** Whether lines are invalid by the schema because of it. */
export function isMisfit({ kind }: SchemaDifference): boolean {
  return kind !== 'unnamed'
}

/**
 * Without a difference that is a misfit, and not partial, all lines of the figures are valid by the schema; with
 * one, some line is not.
 */
export function schemaDifferences(schema: ShapeSchema, figures: FigureList): SchemaComparison {
  const comparing = new Comparing(figures.fields)
  if (figures.fields.length > 0) comparing.compare(0, schema)
  const { found } = comparing
  return {
    differences: [...found.filter(isMisfit), ...found.filter((one) => !isMisfit(one))],
    isPartial: comparing.isPartial || figures.isCut || figures.tooDeep > 0,
  }
}

/** Values that are asked for by name, at most. */
const MOST_ASKED = 50

class Comparing {
  readonly found: SchemaDifference[] = []
  isPartial = false
  readonly #fields: readonly FieldFigures[]
  readonly #children: readonly (readonly number[])[]

  constructor(fields: readonly FieldFigures[]) {
    this.#fields = fields
    this.#children = childrenOf(fields)
  }

  compare(i: number, schema: ShapeSchema): void {
    if (schema.types) this.#types(i, schema.types)
    if (schema.choices) this.#choices(i, schema.choices)
    this.#members(i, schema)
    for (const child of this.#children[i] ?? []) {
      const { step } = this.#field(child)
      const isElements = typeof step === 'object' && !isAnyKey(step)
      if (isElements && schema.items) this.compare(child, schema.items)
    }
  }

  #types(i: number, allowed: readonly SchemaType[]): void {
    const { kinds, numbers } = this.#field(i)
    for (const kind of kinds) {
      const isNumber = kind.type === 'number'
      if (allowed.includes(kind.type)) continue
      if (!isNumber || !allowed.includes('integer')) {
        this.found.push({ kind: 'type', type: kind.type, allowed, ...this.#ofKind(i, kind) })
        continue
      }
      const fractions = kind.values - (numbers?.integers ?? 0)
      if (fractions > 0) this.found.push({ kind: 'fraction', ...this.#ofValues(i, fractions) })
    }
  }

  #choices(i: number, choices: readonly Scalar[]): void {
    const { kinds, distinct } = this.#field(i)
    for (const kind of kinds) {
      // They are none of them.
      if (kind.type !== 'object' && kind.type !== 'array') continue
      this.found.push({ kind: 'choice', values: [], ...this.#ofKind(i, kind) })
    }
    if (!distinct) return
    const others = distinct.top.filter(({ value, isCut }) => isCut || !choices.includes(value))
    const isWhole = distinct.isExact && distinct.others === 0
    const values = others.map(({ value }) => value)
    const path = this.#path(i)
    const asked = queryPath(path)
    if (isWhole) {
      if (others.length === 0) return
      const counted = others.reduce((sum, { count }) => sum + count, 0)
      const [first] = others.map((other) => other.first).toSorted((a, b) => a.index - b.index)
      const query = others.some(({ isCut }) => isCut)
        ? asked && noneOf(asked, choices)
        : asked && anyOf(asked, values)
      this.found.push({
        kind: 'choice',
        values,
        ...this.#ofValues(i, counted),
        ...(first && { first }),
        ...(query && { query }),
      })
    } else if (others.length > 0 || (distinct.isExact && distinct.count > choices.length)) {
      const query = asked && noneOf(asked, choices)
      this.found.push({ kind: 'choice', values, path, isOfLines: false, ...(query && { query }) })
    } else this.isPartial = true
  }

  #members(i: number, schema: ShapeSchema): void {
    const objects = objectsOf(this.#field(i))
    if (!objects) return
    const byKey = new Map<string, number>()
    let areToldApart = true
    for (const child of this.#children[i] ?? []) {
      const { step } = this.#field(child)
      if (typeof step === 'string') byKey.set(step, child)
      else if (isAnyKey(step)) {
        areToldApart = false
        if (schema.others) this.compare(child, schema.others)
      }
    }
    if (!areToldApart) {
      const saysMore = schema.required.length > 0 || schema.properties.size > 0
      if (saysMore || schema.others === false) this.isPartial = true
      return
    }
    for (const key of schema.required) this.#required(i, objects, key, byKey.get(key))
    for (const [key, child] of byKey) {
      const own = schema.properties.get(key) ?? schema.others
      if (own) this.compare(child, own)
      else if (own === false) this.#unnamed(child, 'forbidden')
      else if (!schema.required.includes(key)) this.#unnamed(child, 'unnamed')
    }
  }

  #required(i: number, objects: KindFigures, key: string, child: number | undefined): void {
    const there = child === undefined ? undefined : this.#field(child)
    const lacking = objects.values - (there?.values ?? 0)
    if (lacking <= 0) return
    const path: FigurePath = [...this.#path(i), key]
    const asked = queryPath(path)
    // Of several objects in a line, one may have it and another not.
    const isOnce = asked !== undefined && !isMany(asked)
    // Objects that came before the first that has it do not have it.
    const isFirst = !there || objects.first.index < there.first.index
    this.found.push({
      kind: 'missing',
      path,
      count: lacking,
      isOfLines: isOnce,
      ...(isFirst && { first: objects.first }),
      ...(isOnce && { query: lacksQuery(this.#fields, i, asked) }),
    })
  }

  #unnamed(i: number, kind: 'forbidden' | 'unnamed'): void {
    const { lines, first } = this.#field(i)
    const path = this.#path(i)
    const asked = queryPath(path)
    const query = asked && ({ kind: 'exists', field: asked } as const)
    this.found.push({ kind, path, count: lines, isOfLines: true, first, ...(query && { query }) })
  }

  #ofKind(i: number, { type, lines, first }: KindFigures): DifferenceAt {
    const path = this.#path(i)
    const asked = queryPath(path)
    const query = asked && ({ kind: 'type', field: asked, type } as const)
    return { path, count: lines, isOfLines: true, first, ...(query && { query }) }
  }

  #ofValues(i: number, count: number): DifferenceAt {
    const path = this.#path(i)
    const asked = queryPath(path)
    return { path, count, isOfLines: asked !== undefined && !isMany(asked) }
  }

  #field(i: number): FieldFigures {
    return this.#fields[i] as FieldFigures
  }

  #path(i: number): FigurePath {
    return figurePath(this.#fields, i)
  }
}

function anyOf(field: FieldPath, values: readonly Scalar[]): FieldQuery {
  const terms = values.map((value) => equals(field, value))
  const [only] = terms
  return terms.length === 1 && only ? only : { kind: 'or', terms }
}

/** That there is a value, and none of these. Of several values, one may be among them and another not. */
function noneOf(field: FieldPath, choices: readonly Scalar[]): FieldQuery | undefined {
  if (isMany(field) || choices.length > MOST_ASKED) return undefined
  const exists: FieldQuery = { kind: 'exists', field }
  if (choices.length === 0) return exists
  return { kind: 'and', terms: [exists, { kind: 'not', term: anyOf(field, choices) }] }
}

function equals(field: FieldPath, value: Scalar): FieldQuery {
  return { kind: 'compare', field, operator: 'equals', value }
}
