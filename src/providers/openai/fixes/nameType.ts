// A schema without `type` that can only be of one: with `properties` it describes an object, with `items` an
// array, and fixed values have their own.
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { insertMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { type JsonObject, parseObject } from '../../../fixes/lineValue.ts'
import { writerFor } from '../../../fixes/writeMembers.ts'
import { strictSchemasOf } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'nameType',
  title: msg('Add the type'),
  order: 62,
  codes: [
    'strict-schema-root',
    'strict-schema-untyped',
    'strict-schema-doubtful',
    'tool-schema-root',
  ],
  safeForAll: true,
  propose({ text, diagnostic: { code } }) {
    const line = parseObject(text)
    const schemas = code === 'tool-schema-root' ? parametersOf(line) : strictSchemasOf(line)
    const named = schemas.reduce((before, [schema, path]) => {
      const type = typeJson(schema, before)
      const [first] = Object.keys(schema)
      return (type && insertMember(before, path, 'type', type, first)) ?? before
    }, text)
    return named === text ? undefined : { kind: 'replace', text: named }
  },
  examples: [
    {
      code: 'strict-schema-root',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"a":{"enum":["x","y"]}},"required":["a"]}}}}}',
      after: [
        '{"body":{"text":{"format":{"strict":true,"schema":{"type":"object","properties":{"a":{"type":"string","enum":["x","y"]}},"required":["a"]}}}}}',
      ],
    },
    {
      code: 'strict-schema-untyped',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"type": "object", "properties": {"type": {"items": {"const": 9007199254740993}}, "b": {"$ref": "#", "properties": {}}, "c": {"description": "}"}}}, "strict": true}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"type": "object", "properties": {"type": {"type": "array", "items": {"type": "integer", "const": 9007199254740993}}, "b": {"$ref": "#", "properties": {}}, "c": {"description": "}"}}}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-doubtful',
      before:
        '{"body":{"tools":[{"strict":true,"parameters":{"anyOf":[{"enum":["問",null]},{"enum":[1.5,2]},{"enum":[]},{"const":true}]}}]}}',
      after: [
        '{"body":{"tools":[{"strict":true,"parameters":{"anyOf":[{"type":["string","null"],"enum":["問",null]},{"type":"number","enum":[1.5,2]},{"enum":[]},{"type":"boolean","const":true}]}}]}}',
      ],
    },
    {
      code: 'tool-schema-root',
      before:
        '{"body":{"tools":[{"type":"function","function":{"name":"f","parameters":{"properties":{"a":{"enum":[1]}}}}},{"name":"g","parameters":{"type":"array"}}]}}',
      after: [
        '{"body":{"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"a":{"enum":[1]}}}}},{"name":"g","parameters":{"type":"array"}}]}}',
      ],
    },
  ],
})

type Placed = readonly [schema: JsonObject, path: JsonPath]

/** The parameters of each tool, and nothing inside them: what is not strict may leave types out there. */
function parametersOf(line: unknown): readonly Placed[] {
  const tools = valueAt(line, ['body', 'tools'])
  if (!Array.isArray(tools)) return []
  return tools.flatMap((_, i) =>
    [
      ['body', 'tools', i, 'function', 'parameters'],
      ['body', 'tools', i, 'parameters'],
    ].flatMap((path): Placed[] => {
      const schema = valueAt(line, path)
      return isObject(schema) ? [[schema, path]] : []
    }),
  )
}

const SAY_IT_OTHERWISE = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'not', 'if']

/** What `type` is to be, as it is written in `text`; undefined where it is there, or may be several. */
function typeJson(schema: JsonObject, text: string): string | undefined {
  if (SAY_IT_OTHERWISE.some((key) => Object.hasOwn(schema, key))) return undefined
  const { properties, items, enum: values } = schema
  if (isObject(properties)) return '"object"'
  if (items !== undefined) return '"array"'
  const fixed: readonly unknown[] = Array.isArray(values)
    ? values
    : Object.hasOwn(schema, 'const')
      ? [schema['const']]
      : []
  const types = [...new Set(fixed.map(typeOf))]
  const isNumber = types.includes('number') && types.includes('integer')
  const named = isNumber ? types.filter((type) => type !== 'integer') : types
  const [type] = named
  if (type === undefined) return undefined
  if (named.length === 1) return JSON.stringify(type)
  return writerFor(text).array(named.map((each) => JSON.stringify(each)))
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
