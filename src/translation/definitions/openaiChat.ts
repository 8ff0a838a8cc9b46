import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'openaiChat',
    title: msg('OpenAI, chat completions'),
    order: 0,
    provider: 'openai',
    providerName: verbatim('OpenAI'),
    place: verbatim('/v1/chat/completions'),
    family: 'chat',
    isDeployment: false,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]}}',
    ],
  }),
)
