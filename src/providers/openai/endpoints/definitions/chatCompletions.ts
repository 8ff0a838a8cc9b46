import { field, hasField } from '../../../../pairing/jsonReading.ts'
import { readChatAnswer, readChatRequest } from '../../bodies/chatCompletions.ts'
import { isTextCompletion } from '../../bodies/smallBodies.ts'
import { msg } from '../../../../i18n/message.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto, replacedBy } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, COMPLETIONS, RESPONSES } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'chatCompletions',
  order: 1,
  url: CHAT_COMPLETIONS,
  promptKey: 'messages',
  misplacedKeys: {
    input: promptGoesInto('messages', RESPONSES),
    prompt: promptGoesInto('messages', COMPLETIONS),
    instructions: msg('It belongs to {endpoint}; use a system message.', { endpoint: RESPONSES }),
    max_output_tokens: replacedBy(RESPONSES, 'max_completion_tokens'),
    reasoning: replacedBy(RESPONSES, 'reasoning_effort'),
    text: replacedBy(RESPONSES, 'response_format', 'verbosity'),
  },
  takesBody: (body) => hasField(body, 'messages'),
  readRequest: readChatRequest,
  isAnswer: (body) => Array.isArray(field(body, 'choices')) && !isTextCompletion(body),
  readAnswer: readChatAnswer,
})
