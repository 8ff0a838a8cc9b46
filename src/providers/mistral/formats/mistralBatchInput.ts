// Input of Mistral's batches; the job names model and endpoint. Source: Mistral's SDK 2.7.0 and the
// limits on docs.mistral.ai, 2026.
import { bodyInput } from '../../common/bodyInput.ts'
import { MISTRAL } from '../provider.ts'

const CHAT =
  '{"custom_id":"0","body":{"max_tokens":100,"messages":[{"role":"user","content":"Hi"}]}}'

export const format = bodyInput({
  id: 'mistralBatchInput',
  provider: MISTRAL,
  dialect: 'mistral',
  // https://docs.mistral.ai/capabilities/batch/
  limits: { requests: 100_000, megabytes: 512 },
  needsModel: false,
  alike: ['Together', 'Fireworks', 'Novita', 'Huawei'],
  examples: {
    valid: [CHAT, '{"custom_id":"1","body":{"model":"mistral-embed","input":["x"]}}'],
    invalid: [
      { line: CHAT.replace('"custom_id":"0",', ''), codes: ['missing:custom_id'] },
      { line: '{"custom_id":"0"}', codes: ['missing:body'] },
      {
        line: CHAT.replace('[{"role":"user","content":"Hi"}]', '"x"'),
        codes: ['type:body.messages'],
      },
    ],
  },
})
