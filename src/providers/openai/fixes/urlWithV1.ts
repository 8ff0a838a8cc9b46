// A url that is nearly an endpoint: without /v1, with a host, with a slash too many or too few.
import { defineFix } from '../../../fixes/defineFix.ts'
import { withMeantEndpoint } from '../requests/requestUrl.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'urlWithV1',
  title: msg('Write the url as the Batch API has it'),
  order: 47,
  codes: ['url-without-version', 'url-with-host', 'url-slash', 'value:url'],
  safeForAll: true,
  propose: ({ text }) => withMeantEndpoint(text),
  examples: [
    {
      code: 'url-without-version',
      before: '{"url": "/chat/completions", "n": 1.0}',
      after: ['{"url": "/v1/chat/completions", "n": 1.0}'],
    },
    {
      code: 'url-with-host',
      before: '{"url":"https://api.openai.com/v1/embeddings","body":{"url":"https://a"}}',
      after: ['{"url":"/v1/embeddings","body":{"url":"https://a"}}'],
    },
    {
      code: 'url-slash',
      before: '{"url": "/v1/chat/completions/"}',
      after: ['{"url": "/v1/chat/completions"}'],
    },
    { code: 'url-slash', before: '{"url": "v1/responses"}', after: ['{"url": "/v1/responses"}'] },
    {
      code: 'value:url',
      before: '{"url": " \\/v1\\/responses"}',
      after: ['{"url": "/v1/responses"}'],
    },
  ],
})
