// Gemini's `responseSchema` is a dialect of OpenAPI's: types in capitals, `nullable`, counts as texts.
// Here it becomes JSON Schema, so that one validator serves all.
import { isObject } from '../../json/jsonPath.ts'
import { listOf } from '../../pairing/jsonReading.ts'

/** Keywords that mean the same in JSON Schema. Others, such as propertyOrdering, validate nothing. */
const SAME = ['required', 'enum', 'pattern', 'minimum', 'maximum', '$ref']
const SCHEMAS = ['items', 'additionalProperties', 'additional_properties']
const LISTS_OF_SCHEMAS = ['anyOf', 'any_of', 'prefixItems']
const MAPS_OF_SCHEMAS = ['properties', '$defs']
const COUNTS = ['minItems', 'maxItems', 'minLength', 'maxLength', 'minProperties', 'maxProperties']

/** Deeper ones validate nothing, which is what a schema of `true` says; real ones stay below ten. */
const DEEPEST = 100

/** Takes any JSON value; one that is not a schema becomes `true`, which everything fits. */
export function geminiSchemaToJsonSchema(schema: unknown, depth = 0): unknown {
  if (typeof schema === 'boolean') return schema
  if (!isObject(schema) || depth > DEEPEST) return true
  const convert = (inner: unknown) => geminiSchemaToJsonSchema(inner, depth + 1)
  const made: [string, unknown][] = []
  for (const [key, value] of Object.entries(schema)) {
    const name = camelCase(key)
    if (SAME.includes(key)) made.push([key, value])
    else if (SCHEMAS.includes(key)) made.push([name, convert(value)])
    else if (LISTS_OF_SCHEMAS.includes(key)) made.push([name, listOf(value).map(convert)])
    else if (MAPS_OF_SCHEMAS.includes(key) && isObject(value)) {
      made.push([key, mapValues(value, convert)])
    } else if (COUNTS.includes(name) && Number.isFinite(Number(value))) {
      made.push([name, Number(value)])
    }
  }
  const type = typeof schema['type'] === 'string' ? schema['type'].toLowerCase() : undefined
  if (type !== undefined && type !== 'type_unspecified') made.push(['type', type])
  const plain = Object.fromEntries(made)
  return schema['nullable'] === true ? { anyOf: [plain, { type: 'null' }] } : plain
}

function mapValues(map: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}

/** Python programs write min_items. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
