// What `"strict": true` asks of a schema beyond being one. Source: OpenAI's guide on structured outputs, as of
// February 2026, and refusals of the API that people recorded.
import { isObject, type JsonPath } from '../../json/jsonPath.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import type { InnerSchema, SchemaFault } from './validSchema.ts'

const MAX_PROPERTIES = 5000
const MAX_DEPTH = 10
const MAX_ENUM_VALUES = 1000
/** Characters of names of properties and definitions, and of enum and const values, all together. */
const MAX_CHARACTERS = 120_000

/** Keywords that are refused: those that the guide names, and one that the API did refuse. */
const REFUSED: ReadonlySet<string> = new Set([
  'allOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
])

/** Any of them says what a value may be. */
const SAYS_WHAT = ['type', 'anyOf', '$ref', 'enum', 'const']

/** Names that are told at once. */
const NAMED = 6

/** Of one schema; those within it are looked at by themselves. */
export function strictFaults({ schema, path }: InnerSchema): readonly SchemaFault[] {
  const faults: SchemaFault[] = []
  const tell = (message: Message, at: JsonPath = path): void => {
    faults.push({ severity: 'error', path: at, message })
  }
  if (schema === true && path.at(-1) !== 'additionalProperties')
    tell(msg('A strict schema says what every value is: true is not enough.'))
  if (!isObject(schema)) return faults
  const isRoot = path.length === 0
  if (isRoot && schema['$ref'] === undefined && schema['type'] !== 'object') {
    tell(msg('Structured output wants an object at the top: "type": "object".'))
  } else if (!SAYS_WHAT.some((keyword) => Object.hasOwn(schema, keyword))) {
    tell(msg('A strict schema says what every value is: “type” is missing here.'))
  }
  if (isRoot && Object.hasOwn(schema, 'anyOf')) {
    tell(msg('At the top of a strict schema there is no “anyOf”.'), ['anyOf'])
  }
  for (const keyword of Object.keys(schema)) {
    if (!REFUSED.has(keyword)) continue
    tell(msg('“{keyword}” is not taken in a strict schema.', { keyword }), [...path, keyword])
  }
  const types = [schema['type']].flat()
  if (types.includes('array') && !Object.hasOwn(schema, 'items')) {
    tell(msg('A strict schema says what is in a list: “items” is missing.'))
  }
  if (types.includes('object') || isObject(schema['properties'])) objectFaults(schema, path, tell)
  return faults
}

function objectFaults(
  schema: Readonly<Record<string, unknown>>,
  path: JsonPath,
  tell: (message: Message, at?: JsonPath) => void,
): void {
  if (schema['additionalProperties'] !== false) {
    const at = Object.hasOwn(schema, 'additionalProperties')
      ? [...path, 'additionalProperties']
      : path
    tell(msg('Every object of a strict schema has "additionalProperties": false.'), at)
  }
  const names = isObject(schema['properties']) ? Object.keys(schema['properties']) : []
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : []
  const optional = names.filter((name) => !required.includes(name))
  const at = Object.hasOwn(schema, 'required') ? [...path, 'required'] : path
  if (optional.length > 0) {
    tell(
      msg(
        'A strict schema requires all keys; “required” lacks {names}. For a key that may be missing, allow null.',
        { names: listOf(optional.slice(0, NAMED), 'and') },
      ),
      at,
    )
  }
  const unknown = required.filter(
    (name): name is string => typeof name === 'string' && !names.includes(name),
  )
  if (unknown.length > 0) {
    tell(
      msg('“required” has {names}, which “properties” does not.', {
        names: listOf(unknown.slice(0, NAMED), 'and'),
      }),
      at,
    )
  }
}

/** What is counted over a whole schema. */
export class StrictLimits {
  #properties = 0
  #enumValues = 0
  #characters = 0
  #depth = 0

  /** `depth`: objects around it, itself among them. */
  add({ schema }: InnerSchema, depth: number): void {
    if (!isObject(schema)) return
    this.#depth = Math.max(this.#depth, depth)
    const { enum: values, const: fixed } = schema
    for (const keyword of ['properties', '$defs']) {
      const names = isObject(schema[keyword]) ? Object.keys(schema[keyword]) : []
      if (keyword === 'properties') this.#properties += names.length
      for (const name of names) this.#characters += name.length
    }
    if (Array.isArray(values)) this.#enumValues += values.length
    for (const value of [...(Array.isArray(values) ? (values as unknown[]) : []), fixed]) {
      if (typeof value === 'string') this.#characters += value.length
    }
  }

  list(): readonly SchemaFault[] {
    const counts: readonly (readonly [number, number, (counts: Counts) => Message])[] = [
      [
        this.#properties,
        MAX_PROPERTIES,
        (counts) =>
          msg(
            'The schema has {used, number} properties; a strict one has {limit, number} at most.',
            counts,
          ),
      ],
      [
        this.#depth,
        MAX_DEPTH,
        (counts) =>
          msg(
            'Objects nest {used, number} deep; in a strict schema {limit, number} at most.',
            counts,
          ),
      ],
      [
        this.#enumValues,
        MAX_ENUM_VALUES,
        (counts) =>
          msg(
            'The schema lists {used, number} values in “enum”; a strict one {limit, number} at most.',
            counts,
          ),
      ],
      [
        this.#characters,
        MAX_CHARACTERS,
        (counts) =>
          msg(
            'Names and fixed values come to {used, number} characters; in a strict schema to {limit, number} at most.',
            counts,
          ),
      ],
    ]
    return counts.flatMap(([used, limit, message]): SchemaFault[] =>
      used > limit ? [{ severity: 'error', path: [], message: message({ used, limit }) }] : [],
    )
  }
}

interface Counts {
  readonly used: number
  readonly limit: number
}
