import { hasField, textField } from '../../../../pairing/jsonReading.ts'
import { readModerationsAnswer, readModerationsRequest } from '../../bodies/smallBodies.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, COMPLETIONS, MODERATIONS } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'moderations',
  order: 4,
  url: MODERATIONS,
  promptKey: 'input',
  // Mistral's.
  otherPathEnds: ['/chat/moderations'],
  misplacedKeys: {
    messages: promptGoesInto('input', CHAT_COMPLETIONS),
    prompt: promptGoesInto('input', COMPLETIONS),
  },
  takesBody: (body) =>
    hasField(body, 'input') && /moderation/i.test(textField(body, 'model') ?? ''),
  readRequest: readModerationsRequest,
  isAnswer: (body) => hasField(body, 'results'),
  readAnswer: readModerationsAnswer,
})
