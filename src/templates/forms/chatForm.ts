import { msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { type EndpointForm, type FormField, type JsonObject, withKey } from './bodyForm.ts'
import { modelField, schemaField, temperatureField, tokenLimitField } from './fields.ts'

const SYSTEM_ROLES = new Set<unknown>(['system', 'developer'])

const isSystem = (message: unknown): boolean =>
  isObject(message) && SYSTEM_ROLES.has(message['role'])
const isUser = (message: unknown): boolean => isObject(message) && message['role'] === 'user'

/** A placeholder for all messages would be replaced by one message. */
const hasOwnMessages = (body: JsonObject): boolean => typeof body['messages'] !== 'string'

export const chatForm: EndpointForm = {
  url: '/v1/chat/completions',
  body: {
    model: 'gpt-6-luna',
    messages: [{ role: 'user', content: '{{prompt}}' }],
  },
  fields: [
    modelField,
    {
      id: 'system',
      label: msg('System message'),
      kind: 'lines',
      fits: hasOwnMessages,
      read: (body) => contentOf(messagesOf(body).find(isSystem)),
      write: (body, text) =>
        writeMessage(body, messagesOf(body).findIndex(isSystem), 'system', text, text === ''),
    },
    {
      id: 'user',
      label: msg('User message'),
      kind: 'lines',
      fits: hasOwnMessages,
      read: (body) => contentOf(messagesOf(body).findLast(isUser)),
      write: (body, text) =>
        writeMessage(body, messagesOf(body).findLastIndex(isUser), 'user', text, false),
    },
    tokenLimit(),
    temperatureField,
    schemaField({
      unwrap(body) {
        const format = body['response_format']
        const schema = isObject(format) ? format['json_schema'] : undefined
        return isObject(schema) ? schema['schema'] : undefined
      },
      wrap(body, schema) {
        if (schema === undefined) return withKey(body, 'response_format', undefined)
        const format = body['response_format']
        const before =
          isObject(format) && isObject(format['json_schema']) ? format['json_schema'] : {}
        const wrapped = { name: 'answer', strict: true, ...before, schema }
        return withKey(body, 'response_format', { type: 'json_schema', json_schema: wrapped })
      },
    }),
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

function messagesOf(body: JsonObject): readonly unknown[] {
  const messages = body['messages']
  return Array.isArray(messages) ? messages : []
}

/** Parts of a message, such as images, have no field. */
function contentOf(message: unknown): string {
  const content = isObject(message) ? message['content'] : undefined
  return typeof content === 'string' ? content : ''
}

/** `at`: -1 where there is none; a system message then comes first, a user's last. */
function writeMessage(
  body: JsonObject,
  at: number,
  role: 'system' | 'user',
  content: string,
  isTakenOut: boolean,
): JsonObject {
  const messages = messagesOf(body)
  const before = messages[at]
  if (isTakenOut) return { ...body, messages: messages.filter((_, i) => i !== at) }
  const message = isObject(before) ? { ...before, content } : { role, content }
  if (at >= 0) return { ...body, messages: messages.with(at, message) }
  return { ...body, messages: role === 'system' ? [message, ...messages] : [...messages, message] }
}
