// A strict schema that leaves something open: each of its objects says that it takes no other keys,
// and that all of its own are required.
import { isObject } from '../../../json/jsonPath.ts'
import { setMember, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseJson, parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import {
  elementsOf,
  jsonAt,
  type Member,
  membersOf,
  type Writer,
  writerFor,
} from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const SCHEMA = ['body', 'response_format', 'json_schema', 'schema']

export const fix = defineFix({
  id: 'closeSchema',
  title: msg('Require all keys and allow no others'),
  order: 64,
  codes: ['strict-schema-open', 'strict-schema-optional'],
  safeForAll: true,
  propose({ text }) {
    const json = parseObject(text) ? jsonAt(text, SCHEMA) : undefined
    if (json === undefined) return undefined
    const closed = closeSchema(json, writerFor(text))
    return closed === json ? undefined : replaceBy(setValue(text, SCHEMA, closed))
  },
  examples: [
    {
      code: 'strict-schema-open',
      before:
        '{"body":{"response_format":{"json_schema":{"schema":{"type":"object","properties":{"a":{"maximum":1.0}},"required":["a"]}}}}}',
      after: [
        '{"body":{"response_format":{"json_schema":{"schema":{"type":"object","properties":{"a":{"maximum":1.0}},"required":["a"],"additionalProperties":false}}}}}',
      ],
    },
    {
      code: 'strict-schema-optional',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"type": "object", "properties": {"問": {}, "}": {"enum": ["properties"]}}, "required": ["問"], "additionalProperties": false}}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"type": "object", "properties": {"問": {}, "}": {"enum": ["properties"]}}, "required": ["問", "}"], "additionalProperties": false}}}}}',
      ],
    },
    {
      code: 'strict-schema-open',
      before:
        '{"body":{"response_format":{"json_schema":{"schema":{"type":"array","items":{"properties":{"n":{"const":9007199254740993}}}}}}}}',
      after: [
        '{"body":{"response_format":{"json_schema":{"schema":{"type":"array","items":{"properties":{"n":{"const":9007199254740993}},"required":["n"],"additionalProperties":false}}}}}}',
      ],
    },
  ],
})

/** Keys of a schema whose values are schemas: by name, in a list, or one. */
const BY_NAME: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions'])
const IN_LIST: ReadonlySet<string> = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems'])

function closeSchema(json: string, writer: Writer): string {
  const schema = parseJson(json)
  if (!isObject(schema)) return json
  const before = membersOf(json)
  const after = before.map(([key, value]): Member => [key, closeInside(key, value, writer)])
  const isSame = after.every(([, value], i) => value === before[i]?.[1])
  const inner = isSame ? json : writer.object(after)
  const { properties, required } = schema
  if (!isObject(properties)) return inner
  const keys = Object.keys(properties)
  const isComplete = Array.isArray(required) && keys.every((key) => required.includes(key))
  const list = writer.array(keys.map((key) => JSON.stringify(key)))
  const complete = isComplete ? inner : (setMember(inner, [], 'required', list) ?? inner)
  if (schema['additionalProperties'] === false) return complete
  return setMember(complete, [], 'additionalProperties', 'false') ?? complete
}

function closeInside(key: string, json: string, writer: Writer): string {
  if (key === 'items') return closeSchema(json, writer)
  if (BY_NAME.has(key) && json.startsWith('{')) {
    const before = membersOf(json)
    const after = before.map(([name, value]): Member => [name, closeSchema(value, writer)])
    return after.every(([, value], i) => value === before[i]?.[1]) ? json : writer.object(after)
  }
  if (IN_LIST.has(key) && json.startsWith('[')) {
    const before = elementsOf(json)
    const after = before.map((each) => closeSchema(each, writer))
    return after.every((each, i) => each === before[i]) ? json : writer.array(after)
  }
  return json
}
