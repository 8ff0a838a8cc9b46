// The messages of a body as chat has them, each with a role: the fields for those of the user and of the system.
import { msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import type { FormField, JsonObject } from './bodyForm.ts'

const SYSTEM_ROLES = new Set<unknown>(['system', 'developer'])

const isSystem = (message: unknown): boolean =>
  isObject(message) && SYSTEM_ROLES.has(message['role'])
const isUser = (message: unknown): boolean => isObject(message) && message['role'] === 'user'

/** A placeholder for all messages would be replaced by one message. */
const hasOwnMessages = (body: JsonObject): boolean => typeof body['messages'] !== 'string'

export const systemMessageField: FormField = {
  id: 'system',
  label: msg('System message'),
  kind: 'lines',
  fits: hasOwnMessages,
  read: (body) => contentOf(messagesOf(body).find(isSystem)),
  write: (body, text) =>
    writeMessage(body, messagesOf(body).findIndex(isSystem), 'system', text, text === ''),
}

export const userMessageField: FormField = {
  id: 'user',
  label: msg('User message'),
  kind: 'lines',
  fits: hasOwnMessages,
  read: (body) => contentOf(messagesOf(body).findLast(isUser)),
  write: (body, text) =>
    writeMessage(body, messagesOf(body).findLastIndex(isUser), 'user', text, false),
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
