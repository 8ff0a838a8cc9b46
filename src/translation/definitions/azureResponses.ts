import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'azureResponses',
    title: msg('Azure OpenAI, responses'),
    order: 7,
    provider: 'azure',
    providerName: verbatim('Azure OpenAI'),
    place: verbatim('Azure OpenAI'),
    family: 'responses',
    isDeployment: true,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/responses","body":{"model":"batch","input":"Hi"}}',
    ],
  }),
)
