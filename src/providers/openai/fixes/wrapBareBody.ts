// A request body without its envelope, which it gets: keys of the envelope that are among the
// parameters move out of the body.
import { rangeOfPath } from '../../../json/locate.ts'
import { removeMember, replaceRange } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { envelopeValue } from '../requests/envelope.ts'
import { jsonAt, type Member, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const OUTER = ['custom_id', 'method', 'url'] as const

export const fix = defineFix({
  id: 'wrapBareBody',
  title: msg('Wrap the body in a request'),
  order: 48,
  codes: ['bare-body', 'missing:body'],
  safeForAll: true,
  propose(context) {
    const { text } = context
    const line = parseObject(text)
    if (!line || Object.hasOwn(line, 'body')) return undefined
    if (!PROMPT_KEYS.some((key) => Object.hasOwn(line, key))) return undefined
    const range = rangeOfPath(text, [])?.value
    if (!range) return undefined
    const members: Member[] = []
    let body = text.slice(range.from, range.to)
    for (const key of OUTER) {
      const own = jsonAt(text, [key])
      const value = own ?? envelopeValue(key, context, line)
      if (value !== undefined) members.push([key, value])
      if (own !== undefined) body = removeMember(body, [], key)
    }
    return {
      kind: 'replace',
      text: replaceRange(text, range, writerFor(text).object([...members, ['body', body]])),
    }
  },
  examples: [
    {
      code: 'bare-body',
      before: '{"model": "gpt-4o", "messages": [], "seed": 9007199254740993}',
      after: [
        '{"custom_id": "request-2400df6e", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "gpt-4o", "messages": [], "seed": 9007199254740993}}',
      ],
    },
    {
      code: 'bare-body',
      before:
        '{"custom_id":"b","model":"gpt-4o","messages":[{"role":"user","content":"問\\u00e9"}]}',
      after: [
        '{"custom_id":"b","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o","messages":[{"role":"user","content":"問\\u00e9"}]}}',
      ],
    },
    {
      code: 'bare-body',
      before: '{"model":"text-embedding-3-small","input":"x","url":"/v1/embeddings"}',
      after: [
        '{"custom_id":"request-b6bd4aa5","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":"x"}}',
      ],
    },
  ],
})

/** Parameters by which a body is known. */
const PROMPT_KEYS = ['messages', 'input', 'prompt', 'images']
