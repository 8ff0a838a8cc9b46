import { field, hasField, textField } from '../../../../pairing/jsonReading.ts'
import { readResponsesAnswer, readResponsesRequest } from '../../bodies/responses.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { RESPONSES } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'responses',
  order: 3,
  url: RESPONSES,
  promptKey: 'input',
  misplacedKeys: {
    messages: 'It belongs to /v1/chat/completions; here the prompt goes into "input".',
    max_tokens: 'It belongs to /v1/chat/completions; use max_output_tokens.',
    max_completion_tokens: 'It belongs to /v1/chat/completions; use max_output_tokens.',
    response_format: 'It belongs to /v1/chat/completions; use text.format.',
    reasoning_effort: 'It belongs to /v1/chat/completions; use reasoning.effort.',
  },
  takesBody: (body) =>
    hasField(body, 'input') && !/embed|moderation/i.test(textField(body, 'model') ?? ''),
  readRequest: readResponsesRequest,
  isAnswer: (body) =>
    !hasField(body, 'choices') &&
    (field(body, 'object') === 'response' || hasField(body, 'output')),
  readAnswer: readResponsesAnswer,
})
