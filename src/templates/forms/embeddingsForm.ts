import { msg } from '../../i18n/message.ts'
import type { EndpointForm } from './bodyForm.ts'
import { modelField, numberField, textField } from './fields.ts'

export const embeddingsForm: EndpointForm = {
  endpoint: '/v1/embeddings',
  body: { model: 'text-embedding-3-small', input: '{{prompt}}' },
  fields: [
    modelField,
    textField('user', msg('Text to embed'), 'input'),
    numberField('dimensions', msg('Dimensions'), 'dimensions'),
  ],
}
