// A JSON Schema that stands in `response_format` itself, or in `json_schema`, one level too high.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { schemaNameOf } from '../requests/schemaName.ts'
import { jsonAt, type Member, membersOf, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const FORMAT = ['body', 'response_format']

export const fix = defineFix({
  id: 'wrapSchema',
  title: msg('Put the schema under "json_schema"'),
  order: 60,
  codes: [
    'value:body.response_format.type',
    'missing:body.response_format.type',
    'missing:body.response_format.json_schema',
    'missing:body.response_format.json_schema.schema',
    'missing:body.response_format.json_schema.name',
    'unknown-key',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const { code, path } = diagnostic
    if (code === 'unknown-key' && !FORMAT.every((step, i) => path?.[i] === step)) return undefined
    const line = parseObject(text)
    const format = line && valueAt(line, FORMAT)
    const json = isObject(format) ? jsonAt(text, FORMAT) : undefined
    if (!isObject(format) || json === undefined) return undefined
    const writer = writerFor(text)
    const own = wrappedMembers(format, json, writer.object)
    if (!own) return undefined
    const members: Member[] = [
      ['type', '"json_schema"'],
      ['json_schema', writer.object(own)],
    ]
    return replaceBy(setValue(text, FORMAT, writer.object(members)))
  },
  examples: [
    {
      code: 'value:body.response_format.type',
      before:
        '{"body":{"response_format":{"type":"object","title":"Page 1","properties":{"a":{"type":"string"}}},"n":1.0}}',
      after: [
        '{"body":{"response_format":{"type":"json_schema","json_schema":{"name":"Page_1","schema":{"type":"object","title":"Page 1","properties":{"a":{"type":"string"}}}}},"n":1.0}}',
      ],
    },
    {
      code: 'unknown-key',
      path: ['body', 'response_format', 'properties'],
      before: '{"body": {"response_format": {"type": "json_schema", "properties": {"}": {}}}}}',
      after: [
        '{"body": {"response_format": {"type": "json_schema", "json_schema": {"name": "response", "schema": {"type": "object", "properties": {"}": {}}}}}}}',
      ],
    },
    {
      code: 'missing:body.response_format.json_schema',
      before:
        '{"body":{"response_format":{"type":"json_schema","name":"page","strict":true,"schema":{"title":"問"}}}}',
      after: [
        '{"body":{"response_format":{"type":"json_schema","json_schema":{"name":"page","strict":true,"schema":{"title":"問"}}}}}',
      ],
    },
    {
      code: 'missing:body.response_format.json_schema.name',
      before:
        '{"body":{"response_format":{"type":"json_schema","json_schema":{"type":"object","properties":{"n":{"maximum":9007199254740993}}}}}}',
      after: [
        '{"body":{"response_format":{"type":"json_schema","json_schema":{"name":"response","schema":{"type":"object","properties":{"n":{"maximum":9007199254740993}}}}}}}',
      ],
    },
  ],
})

/** Of `json_schema`: they say something about the schema and are not part of it. */
const ABOUT: ReadonlySet<string> = new Set(['name', 'strict'])

/** What `json_schema` should hold; undefined where the schema is in its place, or there is none. */
function wrappedMembers(
  format: Readonly<Record<string, unknown>>,
  json: string,
  write: (members: readonly Member[]) => string,
): readonly Member[] | undefined {
  const inner = format['json_schema']
  if (isObject(inner)) {
    if (Object.hasOwn(inner, 'schema') || !isSchema(inner)) return undefined
    return wrapped(membersOf(jsonAt(json, ['json_schema']) ?? ''), inner, write)
  }
  if (inner !== undefined) return undefined
  const members = membersOf(json)
  if (isObject(format['schema'])) {
    // As /v1/responses takes it.
    const rest = members.filter(([key]) => key !== 'type')
    const hasName = rest.some(([key]) => key === 'name')
    return hasName ? rest : [['name', schemaNameOf(format['schema'])], ...rest]
  }
  if (!isSchema(format)) return undefined
  const isNamed = format['type'] === 'json_schema'
  const schema = members.map(
    ([key, value]): Member => [key, isNamed && key === 'type' ? '"object"' : value],
  )
  return wrapped(schema, format, write)
}

function wrapped(
  members: readonly Member[],
  schema: Readonly<Record<string, unknown>>,
  write: (members: readonly Member[]) => string,
): readonly Member[] {
  const about = members.filter(([key]) => ABOUT.has(key))
  const rest = members.filter((member) => !about.includes(member))
  const name: Member = ['name', schemaNameOf(schema)]
  const hasName = about.some(([key]) => key === 'name')
  return [...(hasName ? [] : [name]), ...about, ['schema', write(rest)]]
}

const SCHEMA_TYPES: ReadonlySet<unknown> = new Set(['object', 'array'])

function isSchema(value: Readonly<Record<string, unknown>>): boolean {
  const has = (key: string) => Object.hasOwn(value, key)
  return SCHEMA_TYPES.has(value['type']) || has('properties') || has('$ref') || has('anyOf')
}
