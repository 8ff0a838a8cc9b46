// What a strict schema cannot say and the answer can do without: bounds on lists and names, formats, patterns,
// conditions and defaults. The answers are held to less then, so it is offered line by line.
import { hasLookaround } from '../../../base/jsonSchema/lookaround.ts'
import { SCHEMA_FORMATS } from '../../../base/jsonSchema/schemaKeywords.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { strictSchemasOf } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

/** Beside one of these, conditions only hold an answer to more. */
const SAYS_WHAT = ['type', 'properties', 'items', '$ref', 'anyOf', 'enum', 'const']

const CONDITIONS =
  'not if then else dependentRequired dependentSchemas contains minContains maxContains minProperties maxProperties unevaluatedItems unevaluatedProperties contentEncoding contentMediaType'

/** By keyword: whether its value cannot stand in a strict schema. */
const REFUSED: ReadonlyMap<string, (value: unknown, schema: object) => boolean> = new Map([
  ['uniqueItems', () => true],
  ['propertyNames', () => true],
  ['default', () => true],
  ['format', (value: unknown) => typeof value === 'string' && !SCHEMA_FORMATS.includes(value)],
  ['pattern', (value: unknown) => typeof value === 'string' && hasLookaround(value)],
  ...CONDITIONS.split(' ').map((keyword) => [keyword, describesMore] as const),
])

export const fix = defineFix({
  id: 'dropSchemaKeyword',
  title: msg('Remove what a strict schema cannot say'),
  order: 68,
  codes: [
    'strict-schema-keyword',
    'strict-schema-format',
    'strict-schema-pattern',
    'strict-schema-doubtful',
  ],
  safeForAll: false,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    const schemas = strictSchemasOf(line)
    let rest = text
    for (const [schema, path] of schemas) {
      for (const [keyword, isRefused] of REFUSED) {
        if (Object.hasOwn(schema, keyword) && isRefused(schema[keyword], schema)) {
          rest = removeMember(rest, path, keyword)
        }
      }
    }
    return rest === text ? undefined : { kind: 'replace', text: rest }
  },
  examples: [
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"items":{"uniqueItems":true,"minItems":1.0},"uniqueItems":true}}}}}',
      after: ['{"body":{"text":{"format":{"strict":true,"schema":{"items":{"minItems":1.0}}}}}}'],
    },
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"not":{"type":"string","not":{"const":""}},"a":{"not":{}}},"if":{"not":{}},"then":{}}}}}}',
      after: [
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"not":{"type":"string"},"a":{"not":{}}}}}}}}',
      ],
    },
    {
      code: 'strict-schema-format',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"properties": {"format": {"format": "uri", "title": "問, }"}}}, "strict": true}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"properties": {"format": {"title": "問, }"}}}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-doubtful',
      before:
        '{"body":{"tools":[{"strict":true,"parameters":{"properties":{"default":{"default":{"a":1.0},"type":"object"}}}}]}}',
      after: [
        '{"body":{"tools":[{"strict":true,"parameters":{"properties":{"default":{"type":"object"}}}}]}}',
      ],
    },
    {
      code: 'strict-schema-pattern',
      before:
        '{"body":{"tools":[{"strict":true,"parameters":{"$defs":{"a":{"pattern":"^(?=a)","n":9007199254740993},"b":{"pattern":"[(?=]"}}}}]}}',
      after: [
        '{"body":{"tools":[{"strict":true,"parameters":{"$defs":{"a":{"n":9007199254740993},"b":{"pattern":"[(?=]"}}}}]}}',
      ],
    },
  ],
})

function describesMore(_: unknown, schema: object): boolean {
  return SAYS_WHAT.some((key) => Object.hasOwn(schema, key))
}
