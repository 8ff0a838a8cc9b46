// Why a line cannot be written at all.
import { type Message, msg } from '../i18n/message.ts'
import type { Refusal } from './translation.ts'

function refusal(code: string, reason: Message): Refusal {
  return { ok: false, code, reason }
}

export const NO_JSON = refusal('no-json', msg('The line is not JSON.'))

export const NO_REQUEST = refusal(
  'no-request',
  msg('The line is not a request of a shape that is known here.'),
)

export const NO_TARGET = refusal('no-target', msg('There is no such shape to write.'))

export const NO_MESSAGES = refusal(
  'no-messages',
  msg('The request has no message that could be taken over.'),
)

export const NO_CONVERSATION = refusal(
  'no-conversation',
  msg('The request asks for embeddings, and the target is for conversations.'),
)

export const NO_EMBEDDING = refusal(
  'no-embedding',
  msg('The request is a conversation, and the target is for embeddings.'),
)

export const TOKEN_INPUT = refusal(
  'token-input',
  msg('The request embeds tokens, which only OpenAI’s models understand.'),
)

export const MANY_INPUTS = refusal(
  'many-inputs',
  msg('The request embeds several texts, and the target takes one in each line.'),
)

export const NO_MODEL = refusal(
  'no-model',
  msg('The target wants a model in each line, and this one has none. Say which model to use.'),
)
