import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'azureEmbeddings',
    title: msg('Azure OpenAI, embeddings'),
    order: 8,
    provider: 'azure',
    providerName: verbatim('Azure OpenAI'),
    place: verbatim('Azure OpenAI'),
    family: 'embeddings',
    isDeployment: true,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/embeddings","body":{"model":"batch","input":"Hi"}}',
    ],
  }),
)
