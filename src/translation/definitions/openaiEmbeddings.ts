import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape } from '../defineShape.ts'
import { openaiShape } from '../openaiShapes.ts'

export const shape = defineShape(
  openaiShape({
    id: 'openaiEmbeddings',
    title: msg('OpenAI, embeddings'),
    order: 2,
    provider: 'openai',
    providerName: verbatim('OpenAI'),
    place: verbatim('/v1/embeddings'),
    family: 'embeddings',
    isDeployment: false,
    examples: [
      '{"custom_id":"r-1","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":"Hi"}}',
    ],
  }),
)
