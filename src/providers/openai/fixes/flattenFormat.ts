// The form of an answer as /v1/chat/completions takes it, in a request of /v1/responses: name and schema
// stand beside `type` there, in `text.format`.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { insertMember, removeMember, renameKey, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, membersOf, type Writer, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const BODY = ['body']
const TEXT = ['body', 'text']
const OWN = ['body', 'text', 'format']
const CHAT = ['body', 'response_format']

export const fix = defineFix({
  id: 'flattenFormat',
  title: msg('Write the format as /v1/responses takes it'),
  order: 59,
  codes: ['nested-text-format', 'misplaced:body.response_format'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    if (!line || !isObject(line['body'])) return undefined
    const writer = writerFor(text)
    if (diagnostic.code === 'nested-text-format') {
      const flat = flatFormat(jsonAt(text, OWN), writer)
      return flat === jsonAt(text, OWN) || flat === undefined
        ? undefined
        : replaceBy(setValue(text, OWN, flat))
    }
    const flat = flatFormat(jsonAt(text, CHAT), writer)
    const own = valueAt(line, TEXT)
    if (flat === undefined || (isObject(own) && Object.hasOwn(own, 'format'))) return undefined
    if (isObject(own)) {
      return replaceBy(
        insertMember(removeMember(text, BODY, 'response_format'), TEXT, 'format', flat),
      )
    }
    if (Object.hasOwn(line['body'], 'text')) return undefined
    const nested = setValue(text, CHAT, writer.object([['format', flat]]))
    return replaceBy(nested && renameKey(nested, BODY, 'response_format', 'text'))
  },
  examples: [
    {
      code: 'nested-text-format',
      before:
        '{"body":{"text":{"format":{"type":"json_schema","json_schema":{"name":"a","schema":{"maximum":9007199254740993}}},"verbosity":"low"}}}',
      after: [
        '{"body":{"text":{"format":{"type":"json_schema","name":"a","schema":{"maximum":9007199254740993}},"verbosity":"low"}}}',
      ],
    },
    {
      code: 'misplaced:body.response_format',
      before:
        '{"body": {"response_format": {"type": "json_schema", "json_schema": {"name": "a", "strict": true, "schema": {"title": "}問"}}}, "n": 1.0}}',
      after: [
        '{"body": {"text": {"format": {"type": "json_schema", "name": "a", "strict": true, "schema": {"title": "}問"}}}, "n": 1.0}}',
      ],
    },
    {
      code: 'misplaced:body.response_format',
      before: '{"body":{"text":{"verbosity":"low"},"response_format":{"type":"json_object"}}}',
      after: ['{"body":{"text":{"verbosity":"low","format":{"type":"json_object"}}}}'],
    },
  ],
})

/** What stands in `json_schema` beside `type`; undefined of what is no object. */
function flatFormat(json: string | undefined, writer: Writer): string | undefined {
  if (!json?.startsWith('{')) return undefined
  const members = membersOf(json)
  const isNested = members.some(([key, value]) => key === 'json_schema' && value.startsWith('{'))
  if (!isNested) return json
  return writer.object(
    members.flatMap((member) => (member[0] === 'json_schema' ? membersOf(member[1]) : [member])),
  )
}
