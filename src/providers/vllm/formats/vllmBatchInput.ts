// Input of vLLM's run-batch: OpenAI's envelope, also with urls of its own, and several urls in one
// file. Source: vllm/entrypoints/openai/run_batch.py.
import { envelopeInput } from '../../common/envelopeInput.ts'
import { CHOOSE } from '../../common/requestParts.ts'
import { msg, sentences } from '../../../i18n/message.ts'
import { VLLM } from '../provider.ts'

const SCORE =
  '{"custom_id":"s-1","method":"POST","url":"/v1/score","body":{"model":"org/ranker","text_1":"a","text_2":["b"]}}'
const CHAT =
  '{"custom_id":"c-1","method":"POST","url":"/v1/chat/completions","body":{"model":"org/chat","messages":[{"role":"user","content":"Hi"}],"top_k":5}}'

export const format = envelopeInput({
  id: 'vllmBatchInput',
  provider: VLLM,
  dialect: 'vllm',
  // https://docs.vllm.ai/en/latest/examples/offline_inference/openai_batch.html
  note: sentences(msg('Several urls in one file are fine there.'), CHOOSE),
  examples: {
    valid: [SCORE, CHAT, SCORE.replace('/v1/score', '/v1/rerank')],
    invalid: [
      { line: SCORE.replace('"method":"POST",', ''), codes: ['missing:method'] },
      { line: SCORE.replace('"model":"org/ranker",', ''), codes: ['missing:body.model'] },
      {
        line: CHAT.replace('[{"role":"user","content":"Hi"}]', '"Hi"'),
        codes: ['type:body.messages'],
      },
    ],
  },
})
