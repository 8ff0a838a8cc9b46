// JSON Schemas of structured output, at any depth: what the API refuses of strict ones, and of the parameters
// of functions that are not strict. Each rule is a kind of fault; base/jsonSchema/ finds the faults.
// Sources: OpenAI's guides on structured outputs and on function calling as of 2026-11, its SDK 7.59.0 (where
// `strict` of a function is left out, /v1/responses falls back to schemas that are not strict), and answers
// of the API that people recorded: code `invalid_json_schema` for text.format, `invalid_function_parameters` for
// tools, none for response_format.
import { SCHEMA_MARK as MARK } from '../../../base/jsonSchema/schemaKeywords.ts'
import type { SchemaFault } from '../../../base/jsonSchema/schemaFaults.ts'
import { formatPath, type JsonPath } from '../../../json/jsonPath.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { type Message, msg, sentences } from '../../../i18n/message.ts'
import { faultMessage } from '../schemaWords.ts'
import { faultySchemas, type RequestSchema, SCHEMA_READS } from './requestSchemas.ts'

const HOLDER: JsonPath = ['body', 'response_format', 'json_schema']

/** What stands in a schema and nowhere in `json_schema`. */
const SCHEMA_KEYS = ['properties', 'items', '$defs', 'required']

const HOLDER_KEYS: PartialRead = {
  path: [...HOLDER, '{}'],
  observes: { keys: ['schema', ...SCHEMA_KEYS] },
}

interface FaultKind {
  readonly code: string
  readonly severity?: 'warning'
  readonly title: Message
  /** Bits of SCHEMA_MARK that it is about in strict schemas, and in parameters that are not strict. */
  readonly strict: number
  readonly plain?: number
  /** Of functions alone. */
  readonly isOfTools?: true
}

const KINDS: readonly FaultKind[] = [
  {
    code: 'strict-schema-root',
    title: msg('Strict schema is not of type object'),
    strict: MARK.rootType | MARK.rootEmpty | MARK.rootAnyOf,
  },
  {
    // Recorded: "'additionalProperties' is required to be supplied and to be false."
    code: 'strict-schema-open',
    title: msg('Strict schema allows further keys'),
    strict: MARK.open,
  },
  {
    // Recorded: "'required' is required to be supplied and to be an array including every key in properties."
    code: 'strict-schema-optional',
    title: msg('Strict schema has keys that are not required'),
    strict: MARK.optional,
  },
  {
    // Recorded 2026-09: "Extra required key 'relations' supplied."
    code: 'strict-schema-extra',
    title: msg('Strict schema requires keys that it does not have'),
    strict: MARK.extra,
  },
  {
    // Recorded 2025-11 to 2026-07: "'oneOf' is not permitted", also allOf, propertyNames, uniqueItems.
    code: 'strict-schema-keyword',
    title: msg('Strict schema has a keyword that is not taken'),
    strict: MARK.keyword,
  },
  {
    // Recorded 2026-02: "schema must have a 'type' key."
    code: 'strict-schema-untyped',
    title: msg('Strict schema does not say what a value is'),
    strict: MARK.untyped,
  },
  {
    // Recorded 2026-05: "'uri' is not a valid format."
    code: 'strict-schema-format',
    title: msg('Strict schema has a format that is not taken'),
    strict: MARK.format,
  },
  {
    // Recorded 2026-05 to 2026-09: "regex lookaround is not supported."
    code: 'strict-schema-pattern',
    title: msg('Strict schema has a pattern that is not taken'),
    strict: MARK.pattern,
  },
  {
    // Recorded: "reference to component '#' which was not found in the schema", "$ref cannot have keywords".
    code: 'strict-schema-reference',
    title: msg('Strict schema has a reference that is not taken'),
    strict: MARK.reference | MARK.sibling,
  },
  {
    // Limits of the guide; recorded 2024-11 of an older one: "144 parameters exceed the limit of 100".
    code: 'strict-schema-large',
    title: msg('Strict schema is too large'),
    strict: MARK.large,
  },
  {
    code: 'strict-schema-enum',
    title: msg('Strict schema lists too many values'),
    strict: MARK.values,
  },
  {
    // Recorded 2026: "11 levels of nesting exceeds limit of 10", as the guide has it; 2025-07 of an older limit. A
    // warning, since how it counts is not told: reports differ by a level or two.
    code: 'strict-schema-deep',
    severity: 'warning',
    title: msg('Strict schema is nested deeply'),
    strict: MARK.deep,
  },
  {
    code: 'strict-schema-doubtful',
    severity: 'warning',
    title: msg('Strict schema may be refused'),
    strict: MARK.doubtful,
  },
  {
    // Recorded 2025-06 to 2026-08: "schema must have type 'object' and not have 'oneOf'/'anyOf'/… at the top
    // level", and "schema must be a JSON Schema of 'type: "object"', got 'type: "None"'".
    code: 'tool-schema-root',
    title: msg('Parameters are not of type object'),
    strict: 0,
    plain: MARK.rootType | MARK.rootAnyOf | MARK.rootUnion,
    isOfTools: true,
  },
  {
    // Recorded 2026-03: "In context=(), object schema missing properties."
    code: 'tool-schema-properties',
    severity: 'warning',
    title: msg('Parameters without properties'),
    strict: MARK.rootBare,
    plain: MARK.rootBare,
    isOfTools: true,
  },
  {
    // Recorded 2024-12 to 2025-09: "array schema missing items."
    code: 'schema-items',
    title: msg('Schema of an array without items'),
    strict: MARK.items,
    plain: MARK.plainItems,
  },
  {
    // Recorded: "None is not of type 'array'", "[] is not of type 'object', 'boolean'".
    code: 'schema-invalid',
    title: msg('Not a JSON Schema'),
    strict: MARK.invalid,
    plain: MARK.invalid,
  },
]

export const schemaRules: readonly LineRule[] = [
  {
    code: 'missing:body.response_format.json_schema.schema',
    severity: 'error',
    title: msg('Schema stands one level too high'),
    reads: [HOLDER_KEYS],
    check([keys]) {
      if (!Array.isArray(keys)) return undefined
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
  ...KINDS.map(ruleOf),
]

function ruleOf(kind: FaultKind): LineRule {
  const { code, title, severity = 'error' } = kind
  return {
    code,
    severity,
    title,
    reads: SCHEMA_READS,
    anyOrder: true,
    apart: 'reads',
    check(values) {
      const found = faultySchemas(values).flatMap((schema) => {
        const marks = marksOf(kind, schema)
        return schema.faults
          .filter(({ mark }) => mark & marks)
          .map((fault) => [schema, fault] as const)
      })
      const [first] = found
      if (first === undefined) return undefined
      const [schema, fault] = first
      const more = found.filter(([, { mark }]) => mark === fault.mark).length - 1
      const message = msg('{where}: {what}', {
        where: placeOf(schema, fault),
        what: wordsFor(schema, fault),
      })
      return {
        message:
          more > 0
            ? sentences(
                message,
                msg(
                  '{count, plural, one {# more place has the same fault.} other {# more places have the same fault.}}',
                  { count: more },
                ),
              )
            : message,
        at: schema.at,
        inside: schema.inside,
        below: fault.path,
      }
    },
  }
}

function marksOf(kind: FaultKind, { isStrict, tool }: RequestSchema): number {
  if (kind.isOfTools && tool === undefined) return 0
  if (isStrict) return kind.strict
  return tool === undefined ? 0 : (kind.plain ?? 0)
}

function wordsFor({ isStrict }: RequestSchema, fault: SchemaFault): Message {
  if (!isStrict && fault.mark === MARK.rootType) {
    return msg('At the top "type" must be "object".')
  }
  if (!isStrict && fault.mark === MARK.rootAnyOf)
    return faultMessage({ ...fault, mark: MARK.rootUnion })
  return faultMessage(fault)
}

function placeOf({ tool }: RequestSchema, { path }: SchemaFault): Message {
  const inner = formatPath(path)
  if (tool === undefined) {
    return inner === '' ? msg('The schema') : msg('"{path}" in the schema', { path: inner })
  }
  return inner === ''
    ? msg('The parameters of "{tool}"', { tool })
    : msg('"{path}" in the parameters of "{tool}"', { path: inner, tool })
}
