// The shape of lines as a JSON Schema (2020-12): what all the lines have in common that the figures are of. Each of
// them is valid by it.
import type { FieldFigures, FigureList, KindFigures } from './fieldFigures.ts'
import { childrenOf, isAnyKey, objectsOf } from './fieldFigures.ts'
import type { Scalar } from './fieldQuery.ts'

/** A schema, or a part of one. */
export interface LearnedSchema {
  readonly $schema?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly Scalar[]
  readonly properties?: Readonly<Record<string, LearnedSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: LearnedSchema
  readonly items?: LearnedSchema
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** Different values that are taken for all there can be, at most; and how often they occur on average, at least. */
const MOST_CHOICES = 12
const LEAST_REPEATS = 10

/** Says nothing but its dialect where there are no fields. */
export function learnedSchema({ fields }: FigureList): LearnedSchema {
  const children = childrenOf(fields)
  const schemaOf = (i: number): LearnedSchema => {
    const field = fields[i] as FieldFigures
    const members = (children[i] ?? []).map(
      (child) => [fields[child] as FieldFigures, child] as const,
    )
    const byKey = members.flatMap(([{ step, values }, child]) =>
      typeof step === 'string' ? [{ key: step, values, schema: schemaOf(child) }] : [],
    )
    const objects = objectsOf(field)?.values ?? 0
    const required = byKey.filter(({ values }) => values === objects).map(({ key }) => key)
    const all = members.find(([{ step }]) => isAnyKey(step))
    const items = members.find(([{ step }]) => typeof step === 'object' && 'each' in step)
    const choices = choicesOf(field)
    return {
      ...typesOf(field),
      ...(choices && { enum: choices }),
      ...(byKey.length > 0 && {
        // Defines what is called `__proto__` like any other.
        properties: Object.fromEntries(byKey.map(({ key, schema }) => [key, schema])),
      }),
      ...(required.length > 0 && { required }),
      ...(all && { additionalProperties: schemaOf(all[1]) }),
      ...(items && { items: schemaOf(items[1]) }),
    }
  }
  return { $schema: DIALECT, ...(fields.length > 0 && schemaOf(0)) }
}

/** As a file's text. */
export function learnedSchemaText(figures: FigureList): string {
  return `${JSON.stringify(learnedSchema(figures), null, 2)}\n`
}

function typesOf({ kinds, numbers }: FieldFigures): { readonly type: string | readonly string[] } {
  const types = kinds.map(({ type, values }: KindFigures) =>
    type === 'number' && numbers?.integers === values ? 'integer' : type,
  )
  const [only] = types
  return { type: types.length === 1 && only !== undefined ? only : types }
}

/** Undefined where others are as likely as those that were there. */
function choicesOf({ kinds, values, distinct }: FieldFigures): readonly Scalar[] | undefined {
  const hasChoices = kinds.some(({ type }) => type === 'string' || type === 'number')
  const isOfScalars = kinds.every(({ type }) => type !== 'object' && type !== 'array')
  if (!hasChoices || !isOfScalars || !distinct?.isExact || distinct.count > MOST_CHOICES)
    return undefined
  if (values < distinct.count * LEAST_REPEATS) return undefined
  // Neither the beginning of a text nor Infinity can be written down.
  const isWritten = distinct.top.every(({ value, isCut }) => !isCut && isFiniteOrNone(value))
  return isWritten ? distinct.top.map(({ value }) => value) : undefined
}

function isFiniteOrNone(value: Scalar): boolean {
  return typeof value !== 'number' || Number.isFinite(value)
}
