// A request without a method; POST is the only one there is.
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { insertEnvelopeKey } from '../requests/envelope.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'addMethod',
  title: msg('Add the method POST'),
  order: 44,
  codes: ['missing:method'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line || Object.hasOwn(line, 'method')) return undefined
    return replaceBy(insertEnvelopeKey(text, line, 'method', '"POST"'))
  },
  examples: [
    {
      code: 'missing:method',
      before: '{"custom_id": "a", "url": "/v1/x"}',
      after: ['{"custom_id": "a", "method": "POST", "url": "/v1/x"}'],
    },
    {
      code: 'missing:method',
      before: '{"url":"/v1/x","custom_id":"a"}',
      after: ['{"method":"POST","url":"/v1/x","custom_id":"a"}'],
    },
    {
      code: 'missing:method',
      before: '{ "body" : {"method": "x"} }',
      after: ['{ "method" : "POST", "body" : {"method": "x"} }'],
    },
    { code: 'missing:method', before: '{}', after: ['{"method":"POST"}'] },
  ],
})
