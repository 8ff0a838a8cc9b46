import { isObject } from '../../json/jsonPath.ts'
import { type EndpointForm, type FormField, type JsonObject, withKey } from './bodyForm.ts'
import {
  modelField,
  schemaField,
  strictField,
  temperatureField,
  tokenLimitField,
} from './fields.ts'
import { systemMessageField, userMessageField } from './messageFields.ts'

/** Structured output as chat wants it. */
export const chatSchemaField: FormField = schemaField({
  unwrap(body) {
    const format = body['response_format']
    const schema = isObject(format) ? format['json_schema'] : undefined
    return isObject(schema) ? schema['schema'] : undefined
  },
  wrap(body, schema) {
    if (schema === undefined) return withKey(body, 'response_format', undefined)
    const format = body['response_format']
    const before = isObject(format) && isObject(format['json_schema']) ? format['json_schema'] : {}
    const wrapped = { name: 'answer', strict: true, ...before, schema }
    return withKey(body, 'response_format', { type: 'json_schema', json_schema: wrapped })
  },
})

function schemaHolder(body: JsonObject): JsonObject | undefined {
  const format = body['response_format']
  const holder = isObject(format) ? format['json_schema'] : undefined
  return isObject(holder) && holder['schema'] !== undefined ? holder : undefined
}

export const chatStrictField: FormField = strictField(schemaHolder, (body, holder) =>
  withKey(body, 'response_format', { type: 'json_schema', json_schema: holder }),
)

export const chatForm: EndpointForm = {
  endpoint: '/v1/chat/completions',
  body: {
    model: 'gpt-6-luna',
    messages: [{ role: 'user', content: '{{prompt}}' }],
  },
  fields: [
    modelField,
    systemMessageField,
    userMessageField,
    tokenLimit(),
    temperatureField,
    chatSchemaField,
    chatStrictField,
  ],
}

/** Older models take `max_tokens`; a body that has it keeps it. */
function tokenLimit(): FormField {
  const [older, usual] = [tokenLimitField('max_tokens'), tokenLimitField('max_completion_tokens')]
  const fieldOf = (body: JsonObject): FormField => ('max_tokens' in body ? older : usual)
  return {
    ...usual,
    read: (body) => fieldOf(body).read(body),
    write: (body, text) => fieldOf(body).write(body, text),
  }
}
