import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'openaiResponses',
    title: msg('OpenAI, responses'),
    order: 1,
    provider: 'openai',
    providerName: verbatim('OpenAI'),
    place: verbatim('/v1/responses'),
    family: 'responses',
    isDeployment: false,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna","instructions":"Be brief.","input":"Hi"}}',
    ],
  }),
)
