// A JSON Schema as far as lines can be compared with it by the figures of their fields: what `learnedSchema.ts`
// writes, and the same keywords from elsewhere.
import { ok, type Result } from '../base/result.ts'
import { type Message, msg } from '../i18n/message.ts'
import { isObject } from '../json/jsonPath.ts'
import { type Scalar, VALUE_TYPES, type ValueType } from './fieldQuery.ts'

/** `integer` is of JSON Schema alone. */
export type SchemaType = ValueType | 'integer'

/** Whatever is absent allows everything. */
export interface ShapeSchema {
  readonly types?: readonly SchemaType[]
  readonly choices?: readonly Scalar[]
  readonly properties: ReadonlyMap<string, ShapeSchema>
  readonly required: readonly string[]
  /** Of members that are not among `properties`; false where there may be none. */
  readonly others?: ShapeSchema | false
  readonly items?: ShapeSchema
}

export interface ReadSchema {
  readonly schema: ShapeSchema
  /** Keywords that say more than is compared, each once. */
  readonly ignored: readonly string[]
}

/** Schemas in schemas; deeper ones allow everything, as values there are not counted either. */
const DEPTH = 64

const TYPES: ReadonlySet<unknown> = new Set([...VALUE_TYPES, 'integer'])

/** They say nothing of what is valid. */
const NOTES = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'format',
])

/** Fails where the text is no schema. */
export function readSchema(text: string): Result<ReadSchema, Message> {
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    return { ok: false, failure: msg('This file is not JSON.') }
  }
  if (!isObject(value)) return { ok: false, failure: msg('A JSON Schema is an object.') }
  const reading = new SchemaReader()
  const schema = reading.read(value, 0)
  // A record, say, that was chosen by mistake.
  if (!('$schema' in value) && reading.known === 0) {
    return { ok: false, failure: msg('This file says nothing that a JSON Schema would.') }
  }
  return ok({ schema, ignored: [...reading.ignored] })
}

class SchemaReader {
  readonly ignored = new Set<string>()
  /** Keywords that are compared. */
  known = 0

  read(value: unknown, depth: number): ShapeSchema {
    if (!isObject(value) || depth > DEPTH) {
      // Nothing is valid by `false`: as a list of no choices.
      return { properties: new Map(), required: [], ...(value === false && { choices: [] }) }
    }
    for (const key of Object.keys(value)) {
      if (!NOTES.has(key) && !COMPARED.has(key)) this.ignored.add(key)
    }
    const types = this.#take(value, 'type', readTypes)
    const choices = this.#take(value, 'enum', readChoices)
    const only = this.#take(value, 'const', (one) => readChoices([one]))
    const allowed = only?.filter((one) => choices?.includes(one) ?? true) ?? choices
    const properties = this.#take(value, 'properties', (all) =>
      isObject(all)
        ? Object.entries(all).map(([key, one]) => [key, this.read(one, depth + 1)] as const)
        : undefined,
    )
    const below = (one: unknown): ShapeSchema | undefined =>
      isSchema(one) ? this.read(one, depth + 1) : undefined
    const others = this.#take(value, 'additionalProperties', (one) => one === false || below(one))
    const items = this.#take(value, 'items', below)
    return {
      ...(types && { types }),
      ...(allowed && { choices: allowed }),
      properties: new Map(properties),
      required: this.#take(value, 'required', readKeys) ?? [],
      ...(others && { others: others === true ? false : others }),
      ...(items && { items }),
    }
  }

  /** What a keyword says; one that cannot be read is among the ignored ones. */
  #take<T>(
    schema: Readonly<Record<string, unknown>>,
    keyword: string,
    readValue: (value: unknown) => T | undefined,
  ): T | undefined {
    if (!Object.hasOwn(schema, keyword)) return undefined
    const read = readValue(schema[keyword])
    if (read === undefined) this.ignored.add(keyword)
    else this.known++
    return read
  }
}

function readTypes(type: unknown): readonly SchemaType[] | undefined {
  const list = (Array.isArray(type) ? type : [type]) as readonly unknown[]
  return list.every((one) => TYPES.has(one)) ? (list as readonly SchemaType[]) : undefined
}

/** Of numbers, texts and words alone. */
function readChoices(choices: unknown): readonly Scalar[] | undefined {
  const isRead =
    Array.isArray(choices) && choices.every((one) => one === null || typeof one !== 'object')
  return isRead ? (choices as readonly Scalar[]) : undefined
}

function readKeys(keys: unknown): readonly string[] | undefined {
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : undefined
}

const COMPARED = new Set([
  'type',
  'enum',
  'const',
  'properties',
  'required',
  'additionalProperties',
  'items',
])

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isObject(value)
}
