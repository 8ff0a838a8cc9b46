// What the API refuses of schemas for structured output although its description allows it, as people
// recorded its answers: they are objects that allow no further keys and require all they have. Only the
// outermost object is looked at; reading whole schemas would validate every line by itself where they
// differ.
import type { JsonPath } from '../../../json/jsonPath.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { listOf, msg } from '../../../i18n/message.ts'

const HOLDER: JsonPath = ['body', 'response_format', 'json_schema']
const SCHEMA: JsonPath = [...HOLDER, 'schema']

/** What stands in a schema and nowhere in `json_schema`. */
const SCHEMA_KEYS = ['properties', 'items', '$defs', 'required']

const STRICT: PartialRead = { path: [...HOLDER, 'strict'], observes: 'type' }
const KEYS: PartialRead = {
  path: [...SCHEMA, '{}'],
  observes: { keys: ['$ref', 'properties', 'additionalProperties'] },
}

function itemsOf(read: unknown): readonly unknown[] {
  return Array.isArray(read) ? (read as readonly unknown[]) : []
}

export const schemaRules: readonly LineRule[] = [
  {
    code: 'missing:body.response_format.json_schema.schema',
    severity: 'error',
    title: msg('Schema stands one level too high'),
    reads: [{ path: [...HOLDER, '{}'], observes: { keys: ['schema', ...SCHEMA_KEYS] } }],
    check([read]) {
      const keys = itemsOf(read)
      if (keys.includes('schema') || !SCHEMA_KEYS.some((key) => keys.includes(key)))
        return undefined
      return {
        message: msg(
          'The schema stands in "json_schema" itself. The API reads it from "json_schema.schema": move it there.',
        ),
        at: 0,
      }
    },
  },
  {
    code: 'strict-schema-root',
    severity: 'error',
    title: msg('Strict schema is not of type object'),
    reads: [KEYS, [...SCHEMA, 'type'], STRICT],
    check([keys, type, strict]) {
      if (strict !== true || !Array.isArray(keys) || keys.includes('$ref')) return undefined
      if (type === 'object') return undefined
      return {
        message: msg(
          'A schema of structured output must be of "type": "object". Put what it describes into a property of an object.',
        ),
        at: 0,
      }
    },
  },
  {
    code: 'strict-schema-open',
    severity: 'error',
    title: msg('Strict schema allows further keys'),
    reads: [KEYS, { path: [...SCHEMA, 'additionalProperties'], observes: 'type' }, STRICT],
    check([keys, additional, strict]) {
      if (strict !== true || additional === false || !itemsOf(keys).includes('properties')) {
        return undefined
      }
      return {
        message: msg(
          'The schema lacks "additionalProperties": false, which "strict": true needs in every object.',
        ),
        at: 0,
      }
    },
  },
  {
    code: 'strict-schema-optional',
    severity: 'error',
    title: msg('Strict schema has keys that are not required'),
    reads: [[...SCHEMA, 'properties', '{}'], [...SCHEMA, 'required', '[]'], STRICT],
    check([properties, required, strict]) {
      if (strict !== true) return undefined
      const optional = itemsOf(properties).filter((name) => !itemsOf(required).includes(name))
      if (optional.length === 0) return undefined
      const names = optional.map((name) => `"${String(name)}"`)
      return {
        message: msg(
          '"required" of the schema does not list {keys}; with "strict": true all keys are required. For a key that may be missing, allow null.',
          { keys: listOf(names, 'or') },
        ),
        at: 0,
      }
    },
  },
]
