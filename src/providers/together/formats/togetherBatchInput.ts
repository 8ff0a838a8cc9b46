// Input of Together's batches; the job names the endpoint. Source: docs.together.ai, 2026.
import { bodyInput } from '../../common/bodyInput.ts'
import { TOGETHER } from '../provider.ts'

const CHAT =
  '{"custom_id":"a","body":{"model":"meta-llama/Llama-4","messages":[{"role":"user","content":"Hi"}]}}'

export const format = bodyInput({
  id: 'togetherBatchInput',
  provider: TOGETHER,
  dialect: 'together',
  // https://docs.together.ai/docs/batch-inference
  limits: { requests: 50_000, megabytes: 100 },
  maxCustomId: 64,
  needsModel: true,
  alike: ['Mistral', 'Fireworks', 'Novita', 'Huawei'],
  examples: {
    valid: [CHAT, CHAT.replace('"Hi"', '"Bye"')],
    invalid: [
      {
        line: CHAT.replace('"a"', `"${'a'.repeat(65)}"`),
        codes: ['too-big:custom_id', 'custom-id-portability'],
      },
      { line: CHAT.replace('"model":"meta-llama/Llama-4",', ''), codes: ['missing:body.model'] },
    ],
  },
})
