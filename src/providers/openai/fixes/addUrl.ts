// A request without a url: its body tells it, or the other lines do.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { envelopeValue, insertEnvelopeKey } from '../requests/envelope.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'addUrl',
  title: msg('Add the url'),
  order: 46,
  codes: ['missing:url', 'type:url'],
  safeForAll: true,
  propose(context) {
    const { text } = context
    const line = parseObject(text)
    const url = line && envelopeValue('url', context, line['body'])
    if (!line || url === undefined || typeof line['url'] === 'string') return undefined
    if (Object.hasOwn(line, 'url')) return replaceBy(setValue(text, ['url'], url))
    return replaceBy(insertEnvelopeKey(text, line, 'url', url))
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
