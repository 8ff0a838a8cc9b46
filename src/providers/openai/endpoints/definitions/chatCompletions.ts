import { field, hasField } from '../../../../pairing/jsonReading.ts'
import { readChatAnswer, readChatRequest } from '../../bodies/chatCompletions.ts'
import { isTextCompletion } from '../../bodies/smallBodies.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { CHAT_COMPLETIONS } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'chatCompletions',
  order: 1,
  url: CHAT_COMPLETIONS,
  promptKey: 'messages',
  misplacedKeys: {
    input: 'It belongs to /v1/responses; here the prompt goes into "messages".',
    prompt: 'It belongs to /v1/completions; here the prompt goes into "messages".',
    instructions: 'It belongs to /v1/responses; use a system message.',
    max_output_tokens: 'It belongs to /v1/responses; use max_completion_tokens.',
    reasoning: 'It belongs to /v1/responses; use reasoning_effort.',
    text: 'It belongs to /v1/responses; use response_format and verbosity.',
  },
  takesBody: (body) => hasField(body, 'messages'),
  readRequest: readChatRequest,
  isAnswer: (body) => Array.isArray(field(body, 'choices')) && !isTextCompletion(body),
  readAnswer: readChatAnswer,
})
