// Input of Groq's batches. Source: console.groq.com/docs/batch and Groq's SDK, 2026-08.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { GROQ } from '../provider.ts'
import { msg } from '../../../i18n/message.ts'

const AUDIO =
  '{"custom_id":"a-1","method":"POST","url":"/v1/audio/transcriptions","body":{"model":"whisper-large-v3","url":"https://example.com/a.wav"}}'
const CHAT =
  '{"custom_id":"a-1","method":"POST","url":"/openai/v1/chat/completions","body":{"model":"llama-3.1-8b-instant","messages":[{"role":"user","content":"Hi"}]}}'

export const format = envelopeInput({
  id: 'groqBatchInput',
  provider: GROQ,
  dialect: 'groq',
  // https://console.groq.com/docs/batch
  limits: { requests: 50_000, megabytes: 200 },
  lineRules: [
    {
      code: 'groq-url-prefix',
      severity: 'hint',
      title: msg('url has the prefix /openai'),
      reads: [['url']],
      check: ([url]) =>
        typeof url === 'string' && /^\/?openai\/v1\//.test(url)
          ? { message: msg('Groq’s guide writes the url without /openai: /v1/…'), at: 0 }
          : undefined,
    },
  ],
  examples: {
    valid: [AUDIO, CHAT],
    invalid: [
      { line: AUDIO.replace('"POST"', '"GET"'), codes: ['value:method'] },
      { line: AUDIO.replace('"a-1"', '""'), codes: ['too-small:custom_id'] },
      {
        line: CHAT.replace(',"body":{', ',"body":{"stream":true,'),
        codes: ['groq-url-prefix', 'streaming-unsupported'],
      },
    ],
  },
})
