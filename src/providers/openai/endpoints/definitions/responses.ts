import { field, hasField, textField } from '../../../../pairing/jsonReading.ts'
import { readResponsesAnswer, readResponsesRequest } from '../../bodies/responses.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto, replacedBy } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'responses',
  order: 3,
  url: RESPONSES,
  promptKey: 'input',
  misplacedKeys: {
    messages: promptGoesInto('input', CHAT_COMPLETIONS),
    max_tokens: replacedBy(CHAT_COMPLETIONS, 'max_output_tokens'),
    max_completion_tokens: replacedBy(CHAT_COMPLETIONS, 'max_output_tokens'),
    response_format: replacedBy(CHAT_COMPLETIONS, 'text.format'),
    reasoning_effort: replacedBy(CHAT_COMPLETIONS, 'reasoning.effort'),
  },
  takesBody: (body) =>
    hasField(body, 'input') && !/embed|moderation/i.test(textField(body, 'model') ?? ''),
  readRequest: readResponsesRequest,
  isAnswer: (body) =>
    !hasField(body, 'choices') &&
    (field(body, 'object') === 'response' || hasField(body, 'output')),
  readAnswer: readResponsesAnswer,
})
