// A url that is not an endpoint at all, in a file whose other lines agree on one.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { endpointOf } from '../requests/requestUrl.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'useUsualUrl',
  title: msg('Use the url of the other lines'),
  order: 114,
  codes: ['value:url', 'mixed-urls'],
  safeForAll: false,
  propose({ text, usualValue }) {
    const url = parseObject(text)?.['url']
    const usual = endpointOf(usualValue('url') ?? '')
    if (url === undefined || usual === undefined || url === usual) return undefined
    return replaceBy(setValue(text, ['url'], JSON.stringify(usual)))
  },
  examples: [
    {
      code: 'value:url',
      before: '{"url": "/v1/audio/speech", "n": 1.0}',
      after: ['{"url": "/v1/chat/completions", "n": 1.0}'],
    },
    {
      code: 'value:url',
      before: '{"url":"","body":{"url":""}}',
      after: ['{"url":"/v1/chat/completions","body":{"url":""}}'],
    },
    {
      code: 'mixed-urls',
      before: '{"url": "/v1/embeddings"}',
      after: ['{"url": "/v1/chat/completions"}'],
    },
  ],
})
