// Other providers have other versions in their paths: /v4/chat/completions. Whether the line was
// meant for OpenAI is for the user to say.
import { defineFix } from '../../../fixes/defineFix.ts'
import { withMeantEndpoint } from '../requests/requestUrl.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'urlOfOtherVersion',
  title: msg('Use version 1 in the url'),
  order: 107,
  codes: ['url-version'],
  safeForAll: true,
  propose: ({ text }) => withMeantEndpoint(text),
  examples: [
    {
      code: 'url-version',
      before: '{"url": "/v4/chat/completions", "n": 1.0}',
      after: ['{"url": "/v1/chat/completions", "n": 1.0}'],
    },
    {
      code: 'url-version',
      before: '{"url":"/v1beta/embeddings"}',
      after: ['{"url":"/v1/embeddings"}'],
    },
    {
      code: 'url-version',
      before: '{"url": "/v2/responses", "url": "/v3/responses"}',
      after: ['{"url": "/v2/responses", "url": "/v1/responses"}'],
    },
  ],
})
