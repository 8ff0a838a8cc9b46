// Where the JSON Schemas of structured output stand in a request, and what is wrong with each.
import { type SchemaFault, schemaFaults } from '../../../base/jsonSchema/schemaFaults.ts'
import { isObject, type JsonPath } from '../../../json/jsonPath.ts'
import type { PartialRead } from '../../../formats/defineFormat.ts'

const CHAT_FORMAT: JsonPath = ['body', 'response_format', 'json_schema']
const TEXT_FORMAT: JsonPath = ['body', 'text', 'format']
const TOOL: JsonPath = ['body', 'tools', '[]']

/** In the order in which `schemasIn` takes the values. */
export const SCHEMA_READS: readonly PartialRead[] = [
  { path: [...CHAT_FORMAT, 'schema'], observes: 'schema' },
  { path: [...CHAT_FORMAT, 'strict'], observes: 'type' },
  { path: [...TEXT_FORMAT, 'schema'], observes: 'schema' },
  { path: [...TEXT_FORMAT, 'strict'], observes: 'type' },
  { path: [...TOOL, 'function', 'parameters'], observes: 'schema' },
  { path: [...TOOL, 'function', 'strict'], observes: 'type' },
  { path: [...TOOL, 'function', 'name'], observes: 'words' },
  { path: [...TOOL, 'parameters'], observes: 'schema' },
  { path: [...TOOL, 'strict'], observes: 'type' },
  { path: [...TOOL, 'name'], observes: 'words' },
  { path: [...TOOL, 'type'], observes: 'text' },
]

export interface RequestSchema {
  readonly faults: readonly SchemaFault[]
  /** `"strict": true` stands beside it. */
  readonly isStrict: boolean
  /** The name of the function, or its place, where it is the parameters of one. */
  readonly tool?: string
  /** The index in SCHEMA_READS, and which of the tools it is of. */
  readonly at: number
  readonly inside: readonly number[]
}

/** The rules ask one after the other about the same line. */
const known = new WeakMap<object, readonly SchemaFault[]>()

function faultsOf(schema: Readonly<Record<string, unknown>>): readonly SchemaFault[] {
  const found = known.get(schema) ?? schemaFaults(schema)
  known.set(schema, found)
  return found
}

/** The schemas of a line with anything wrong, by the values of SCHEMA_READS. */
export function faultySchemas(values: readonly unknown[]): readonly RequestSchema[] {
  const found: RequestSchema[] = []
  const take = (
    schema: unknown,
    strict: unknown,
    at: number,
    inside: readonly number[] = [],
    tool?: string,
  ) => {
    if (!isObject(schema)) return
    const faults = faultsOf(schema)
    if (faults.length === 0) return
    found.push({
      faults,
      isStrict: strict === true,
      at,
      inside,
      ...(tool !== undefined && { tool }),
    })
  }
  take(values[0], values[1], 0)
  take(values[2], values[3], 2)
  const [, , , , nested, nestedStrict, nestedNames, flat, flatStrict, flatNames, types] =
    values.map(listed)
  nested?.forEach((schema, i) => {
    const tool = nameOf(nestedNames?.[i], i)
    take(schema, nestedStrict?.[i], 4, [i], tool)
  })
  flat?.forEach((schema, i) => {
    if (types?.[i] !== 'function') return
    take(schema, flatStrict?.[i], 7, [i], nameOf(flatNames?.[i], i))
  })
  return found
}

function listed(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined
}

function nameOf(name: unknown, index: number): string {
  return typeof name === 'string' && name !== '' ? name : `tools[${index}]`
}
