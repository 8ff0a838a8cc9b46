import { hasField } from '../../../../pairing/jsonReading.ts'
import {
  isTextCompletion,
  readCompletionsAnswer,
  readCompletionsRequest,
} from '../../bodies/smallBodies.ts'
import { shutDown } from '../../rules/shutDown.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { COMPLETIONS } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'completions',
  order: 7,
  url: COMPLETIONS,
  promptKey: 'prompt',
  warning: {
    code: 'endpoint-legacy',
    title: 'Legacy endpoint',
    message: () =>
      `${shutDown('The last model of /v1/completions', '2026-09-28')} Use /v1/chat/completions or /v1/responses.`,
  },
  takesBody: (body) => hasField(body, 'prompt'),
  readRequest: readCompletionsRequest,
  isAnswer: isTextCompletion,
  readAnswer: readCompletionsAnswer,
})
