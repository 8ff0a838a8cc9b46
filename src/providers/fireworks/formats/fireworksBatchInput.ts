// Input of Fireworks' batches; the job names the model. Source: docs.fireworks.ai, 2026.
import { bodyInput } from '../../common/bodyInput.ts'
import { FIREWORKS } from '../provider.ts'

const CHAT =
  '{"custom_id":"a","body":{"model":"accounts/fireworks/models/x","messages":[{"role":"user","content":"Hi"}]}}'

export const format = bodyInput({
  id: 'fireworksBatchInput',
  provider: FIREWORKS,
  dialect: 'fireworks',
  // https://docs.fireworks.ai/guides/batch-inference
  limits: { megabytes: 500 },
  needsModel: false,
  alike: ['Mistral', 'Together', 'Novita', 'Huawei'],
  examples: {
    valid: [CHAT, CHAT.replace('"Hi"', '"Bye"')],
    invalid: [
      { line: CHAT.replace('"a"', '1'), codes: ['type:custom_id'] },
      { line: CHAT.replace(/"body".*/, '"body":"x"}'), codes: ['type:body'] },
    ],
  },
})
