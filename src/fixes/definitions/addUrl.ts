// A request without a url: its body tells it, or the other lines do.
import { defineFix } from '../defineFix.ts'
import { findMember, memberValue, objectAt, replaceValue } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'
import { insertEnvelopeKey } from '../requestEnvelope.ts'
import { urlForBody } from '../requestUrl.ts'

export const fix = defineFix({
  id: 'addUrl',
  title: 'Add the url',
  order: 46,
  codes: ['missing:url', 'type:url'],
  safeForAll: true,
  propose({ text, usualValue }) {
    const line = objectAt(text)
    if (!line) return undefined
    const url = urlForBody(memberValue(text, findMember(line, 'body')), usualValue)
    if (url === undefined) return undefined
    const member = findMember(line, 'url')
    const value = JSON.stringify(url)
    if (!member) return proposeSplices(text, [insertEnvelopeKey(text, line, 'url', value)])
    if (typeof memberValue(text, member) === 'string') return undefined
    return proposeSplices(text, [replaceValue(member, value)])
  },
  examples: [
    {
      code: 'missing:url',
      before: '{"custom_id": "a", "method": "POST", "body": {"messages": []}}',
      after: [
        '{"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {"messages": []}}',
      ],
    },
    {
      code: 'missing:url',
      before: '{"custom_id":"a","body":{"model":"text-embedding-3-small","input":"x"}}',
      after: [
        '{"custom_id":"a","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":"x"}}',
      ],
    },
    {
      code: 'missing:url',
      before: '{"custom_id":"a","body":{"model":"gpt-4o","input":"x"}}',
      after: ['{"custom_id":"a","url":"/v1/responses","body":{"model":"gpt-4o","input":"x"}}'],
    },
    {
      code: 'missing:url',
      before: '{"body": {}}',
      after: ['{"url": "/v1/chat/completions", "body": {}}'],
    },
    {
      code: 'type:url',
      before: '{"url": null, "body": {"messages": 1.0}}',
      after: ['{"url": "/v1/chat/completions", "body": {"messages": 1.0}}'],
    },
  ],
})
