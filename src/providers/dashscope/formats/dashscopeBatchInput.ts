// Input of Alibaba's DashScope: OpenAI's envelope with parameters of its own, `enable_thinking` above
// all. Source: help.aliyun.com, 2026.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { DASHSCOPE } from '../provider.ts'
import { oneModel, oneUrl } from '../../common/requestParts.ts'

const CHAT =
  '{"custom_id":"c-1","method":"POST","url":"/v1/chat/completions","body":{"model":"qwen-plus","enable_thinking":false,"messages":[{"role":"user","content":"Hi"}]}}'

export const format = envelopeInput({
  id: 'dashscopeBatchInput',
  provider: DASHSCOPE,
  dialect: 'dashscope',
  // https://help.aliyun.com/zh/model-studio/batch-interfaces-compatible-with-openai
  uniform: [oneModel, oneUrl],
  limits: { requests: 50_000, megabytes: 500 },
  maxCustomId: 256,
  examples: {
    valid: [CHAT, CHAT.replace('qwen-plus', 'deepseek-r1')],
    invalid: [
      {
        line: CHAT.replace('c-1', 'c'.repeat(257)),
        codes: ['too-big:custom_id', 'custom-id-portability'],
      },
      { line: CHAT.replace('"url":"/v1/chat/completions",', ''), codes: ['missing:url'] },
    ],
  },
})
