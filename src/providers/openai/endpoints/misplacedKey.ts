// What to say of a key of another endpoint, behind that it is not a parameter here.
import { listOf, type Message, msg } from '../../../i18n/message.ts'

/** Not what other servers do, which speak OpenAI's words and take more. */
export const REFUSES_UNKNOWN = msg(
  'OpenAI refuses a request with a parameter that it does not know.',
)

/** `parameters`: what says the same here. */
export function replacedBy(endpoint: string, ...parameters: readonly string[]): Message {
  return msg('It belongs to {endpoint}; use {parameters}.', {
    endpoint,
    parameters: listOf(parameters, 'and'),
  })
}

/** Of a parameter that has nothing like it here. */
export function withoutCounterpart(endpoint: string): Message {
  return msg('It belongs to {endpoint}, and nothing does the same here. Remove it.', { endpoint })
}

export function promptGoesInto(key: string, endpoint: string): Message {
  return msg('It belongs to {endpoint}; here the prompt goes into "{key}".', { endpoint, key })
}
