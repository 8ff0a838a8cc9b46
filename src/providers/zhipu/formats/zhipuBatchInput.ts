// Input of Zhipu's GLM batches: OpenAI's envelope with urls of version 4. Source: docs.bigmodel.cn,
// 2026.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { ZHIPU } from '../provider.ts'

const CHAT =
  '{"custom_id":"c-1","method":"POST","url":"/v4/chat/completions","body":{"model":"glm-4","messages":[{"role":"user","content":"Hi"}]}}'

export const format = envelopeInput({
  id: 'zhipuBatchInput',
  provider: ZHIPU,
  dialect: 'zhipu',
  // https://docs.bigmodel.cn/cn/guide/tools/batch
  limits: { requests: 50_000, megabytes: 100 },
  examples: {
    valid: [CHAT, CHAT.replace('"messages":[{"role":"user","content":"Hi"}]', '"input":"x"')],
    invalid: [
      { line: CHAT.replace('"POST"', '"post"'), codes: ['value:method'] },
      { line: CHAT.replace('"model":"glm-4",', ''), codes: ['missing:body.model'] },
    ],
  },
})
