import { field, hasField, textField } from '../../../../pairing/jsonReading.ts'
import { readResponsesAnswer, readResponsesRequest } from '../../bodies/responses.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto, replacedBy, withoutCounterpart } from '../misplacedKey.ts'
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
    verbosity: replacedBy(CHAT_COMPLETIONS, 'text.verbosity'),
    functions: replacedBy(CHAT_COMPLETIONS, 'tools'),
    function_call: replacedBy(CHAT_COMPLETIONS, 'tool_choice'),
    logprobs: replacedBy(CHAT_COMPLETIONS, 'top_logprobs', 'include'),
    n: withoutCounterpart(CHAT_COMPLETIONS),
    seed: withoutCounterpart(CHAT_COMPLETIONS),
    stop: withoutCounterpart(CHAT_COMPLETIONS),
    logit_bias: withoutCounterpart(CHAT_COMPLETIONS),
    frequency_penalty: withoutCounterpart(CHAT_COMPLETIONS),
    presence_penalty: withoutCounterpart(CHAT_COMPLETIONS),
  },
  takesBody: (body) =>
    hasField(body, 'input') && !/embed|moderation/i.test(textField(body, 'model') ?? ''),
  readRequest: readResponsesRequest,
  isAnswer: (body) =>
    !hasField(body, 'choices') &&
    (field(body, 'object') === 'response' || hasField(body, 'output')),
  readAnswer: readResponsesAnswer,
})
