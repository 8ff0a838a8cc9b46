import { hasField } from '../../../../pairing/jsonReading.ts'
import {
  isTextCompletion,
  readCompletionsAnswer,
  readCompletionsRequest,
} from '../../bodies/smallBodies.ts'
import { msg } from '../../../../i18n/message.ts'
import table from '../../movingValues/movingValues.json' with { type: 'json' }
import { hasEnded } from '../../rules/hasEnded.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto, replacedBy } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, COMPLETIONS, RESPONSES } from '../urls.ts'

/** Of the last model that this endpoint has. */
const SHUTDOWN = table.kept.ends['/v1/completions'].day

export const endpoint = defineEndpoint({
  id: 'completions',
  order: 7,
  url: COMPLETIONS,
  promptKey: 'prompt',
  // That it refuses whatever else is asked of it was not found.
  warning: {
    code: 'endpoint-legacy',
    severity: 'warning',
    title: msg('Legacy endpoint'),
    message: () =>
      hasEnded(SHUTDOWN)
        ? msg(
            'The last model of /v1/completions was shut down on {day}. Use /v1/chat/completions or /v1/responses.',
            { day: SHUTDOWN },
          )
        : msg(
            'The last model of /v1/completions will be shut down on {day}; a batch that ends later will fail. Use /v1/chat/completions or /v1/responses.',
            { day: SHUTDOWN },
          ),
  },
  misplacedKeys: {
    messages: promptGoesInto('prompt', CHAT_COMPLETIONS),
    input: promptGoesInto('prompt', RESPONSES),
    max_completion_tokens: replacedBy(CHAT_COMPLETIONS, 'max_tokens'),
    max_output_tokens: replacedBy(RESPONSES, 'max_tokens'),
  },
  takesBody: (body) => hasField(body, 'prompt'),
  readRequest: readCompletionsRequest,
  isAnswer: isTextCompletion,
  readAnswer: readCompletionsAnswer,
})
