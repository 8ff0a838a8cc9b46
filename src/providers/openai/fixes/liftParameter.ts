// Parameters of /v1/responses that stand one level higher in /v1/chat/completions: the effort of `reasoning`, the
// format and the verbosity of `text`.
import { isObject } from '../../../json/jsonPath.ts'
import { insertMember, renameKey, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import {
  jsonAt,
  type Member,
  membersOf,
  type Writer,
  writerFor,
} from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const BODY = ['body']

/** By the parameter, what may stand in it and the name that it has in chat completions. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reasoning: { effort: 'reasoning_effort' },
  text: { format: 'response_format', verbosity: 'verbosity' },
}

export const fix = defineFix({
  id: 'liftParameter',
  title: msg('Move the parameter to where /v1/chat/completions takes it'),
  order: 59,
  codes: Object.keys(NAMES).map((key) => `misplaced:body.${key}`),
  safeForAll: true,
  propose({ text, diagnostic }) {
    const key = Object.keys(NAMES).find((one) => diagnostic.code === `misplaced:body.${one}`)
    const body = parseObject(text)?.['body']
    if (key === undefined || !isObject(body) || !isObject(body[key])) return undefined
    const names = NAMES[key] ?? {}
    const writer = writerFor(text)
    const lifted: Member[] = []
    for (const [own, json] of membersOf(jsonAt(text, [...BODY, key]) ?? '')) {
      const name = names[own]
      // What has no place there would be lost.
      if (name === undefined || Object.hasOwn(body, name)) return undefined
      const value = own === 'format' ? chatFormat(json, writer) : json
      if (value === undefined) return undefined
      lifted.push([name, value])
    }
    const [first, ...others] = lifted
    if (first === undefined) return undefined
    const [firstName, firstJson] = first
    const set = setValue(text, [...BODY, key], firstJson)
    let after = set && renameKey(set, BODY, key, firstName)
    for (const [name, json] of others) after &&= insertMember(after, BODY, name, json)
    return replaceBy(after)
  },
  examples: [
    {
      code: 'misplaced:body.reasoning',
      before:
        '{"body": {"reasoning" : {"effort" : "low"}, "messages": [{"content": "\\"reasoning\\" 問", "n": 1.0}]}}',
      after: [
        '{"body": {"reasoning_effort" : "low", "messages": [{"content": "\\"reasoning\\" 問", "n": 1.0}]}}',
      ],
    },
    {
      code: 'misplaced:body.text',
      before:
        '{"body":{"text":{"format":{"type":"json_schema","name":"a","strict":true,"schema":{"maximum":9007199254740993}},"verbosity":"low"},"messages":[]}}',
      after: [
        '{"body":{"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{"maximum":9007199254740993}}},"messages":[],"verbosity":"low"}}',
      ],
    },
    {
      code: 'misplaced:body.text',
      before: '{"body": {"messages": [], "text": {"format": {"type": "json_object"}}}}',
      after: ['{"body": {"messages": [], "response_format": {"type": "json_object"}}}'],
    },
  ],
})

/** With what describes the schema in `json_schema`; undefined of what is no object. */
function chatFormat(json: string, writer: Writer): string | undefined {
  if (!json.startsWith('{')) return undefined
  const members = membersOf(json)
  const isSchema = members.some(([key, value]) => key === 'type' && value === '"json_schema"')
  if (!isSchema || members.some(([key]) => key === 'json_schema')) return json
  return writer.object([
    ['type', '"json_schema"'],
    ['json_schema', writer.object(members.filter(([key]) => key !== 'type'))],
  ])
}
