// Input of Baidu's Qianfan: OpenAI's envelope with urls of version 2. Source: cloud.baidu.com, 2026.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { QIANFAN } from '../provider.ts'

const CHAT =
  '{"custom_id":"c-1","method":"POST","url":"/v2/chat/completions","body":{"model":"ernie-4.5","messages":[{"role":"user","content":"Hi"}]}}'

export const format = envelopeInput({
  id: 'qianfanBatchInput',
  provider: QIANFAN,
  dialect: 'qianfan',
  // https://cloud.baidu.com/doc/qianfan-api/index.html
  needsModel: false,
  examples: {
    valid: [CHAT, CHAT.replace('chat/completions', 'images/generations')],
    invalid: [
      { line: CHAT.replace('"custom_id":"c-1",', ''), codes: ['missing:custom_id'] },
      { line: CHAT.replace('"ernie-4.5"', '4'), codes: ['type:body.model'] },
    ],
  },
})
