import { msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { type EndpointForm, type JsonObject, withKey } from './bodyForm.ts'
import {
  modelField,
  schemaField,
  strictField,
  temperatureField,
  textField,
  tokenLimitField,
} from './fields.ts'

export const responsesForm: EndpointForm = {
  endpoint: '/v1/responses',
  body: { model: 'gpt-6-luna', input: '{{prompt}}' },
  fields: [
    modelField,
    textField('system', msg('System message'), 'instructions'),
    textField('user', msg('User message'), 'input'),
    tokenLimitField('max_output_tokens'),
    temperatureField,
    schemaField({
      unwrap(body) {
        const text = body['text']
        const format = isObject(text) ? text['format'] : undefined
        return isObject(format) ? format['schema'] : undefined
      },
      wrap(body, schema) {
        const text = isObject(body['text']) ? body['text'] : {}
        if (schema === undefined) {
          const rest = withKey(text, 'format', undefined)
          return withKey(body, 'text', Object.keys(rest).length > 0 ? rest : undefined)
        }
        const before = isObject(text['format']) ? text['format'] : {}
        const format = { type: 'json_schema', name: 'answer', strict: true, ...before, schema }
        return withKey(body, 'text', { ...text, format })
      },
    }),
    strictField(formatOf, (body, format) =>
      withKey(body, 'text', { ...(body['text'] as JsonObject), format }),
    ),
  ],
}

/** Where it has a schema. */
function formatOf(body: JsonObject): JsonObject | undefined {
  const text = body['text']
  const format = isObject(text) ? text['format'] : undefined
  return isObject(format) && format['schema'] !== undefined ? format : undefined
}
