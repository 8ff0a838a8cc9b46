// Input of xAI's batches: several urls and models in one file are allowed. Source: docs.x.ai and
// batchwork's documentation of 2026-08.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { CHOOSE } from '../../common/requestParts.ts'
import { msg, sentences } from '../../../i18n/message.ts'
import { XAI } from '../provider.ts'

const CHAT =
  '{"custom_id":"c-1","method":"POST","url":"/v1/chat/completions","body":{"model":"grok-4","messages":[{"role":"user","content":"Hi"}]}}'
const IMAGE =
  '{"custom_id":"i-1","method":"POST","url":"/v1/images/generations","body":{"model":"grok-imagine","prompt":"a bridge"}}'

export const format = envelopeInput({
  id: 'xaiBatchInput',
  provider: XAI,
  dialect: 'xai',
  // https://docs.x.ai/docs/guides/batch
  limits: { requests: 50_000, megabytes: 200 },
  note: sentences(msg('Several urls and models in one file are fine there.'), CHOOSE),
  examples: {
    valid: [CHAT, IMAGE],
    invalid: [
      { line: CHAT.replace('"c-1"', '7'), codes: ['type:custom_id'] },
      { line: IMAGE.replace('"method":"POST",', ''), codes: ['missing:method'] },
    ],
  },
})
