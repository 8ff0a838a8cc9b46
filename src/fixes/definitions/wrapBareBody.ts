// A request body without its envelope, which it gets: keys of the envelope that are among the
// parameters move out of the body.
import { defineFix } from '../defineFix.ts'
import { findMember, objectAt, removeMembers, spacingOf } from '../jsonMembers.ts'
import { envelopeValue } from '../requestEnvelope.ts'
import { applySplices } from '../textSplice.ts'

const OUTER = ['custom_id', 'method', 'url'] as const

export const fix = defineFix({
  id: 'wrapBareBody',
  title: 'Wrap the body in a request',
  order: 48,
  codes: ['bare-body', 'missing:body'],
  safeForAll: true,
  propose(context) {
    const { text } = context
    const line = objectAt(text)
    if (!line || findMember(line, 'body')) return undefined
    const removed = removeMembers(line, ({ key }) => OUTER.some((outer) => outer === key))
    const shifted = removed.map((splice) => ({
      ...splice,
      from: splice.from - line.from,
      to: splice.to - line.from,
    }))
    const body = applySplices(text.slice(line.from, line.to), shifted)
    const parameters: unknown = JSON.parse(body)
    if (!PROMPT_KEYS.some((key) => Object.hasOwn(parameters as object, key))) return undefined
    const { colon, comma } = spacingOf(text, line)
    const members: string[] = []
    for (const key of OUTER) {
      const member = findMember(line, key)
      const value = member
        ? text.slice(member.valueFrom, member.valueTo)
        : envelopeValue(key, context, parameters)
      if (value !== undefined) members.push(`"${key}"${colon}${value}`)
    }
    members.push(`"body"${colon}${body}`)
    const wrapped = `{${members.join(comma)}}`
    return { kind: 'replace', text: text.slice(0, line.from) + wrapped + text.slice(line.to) }
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
