import { field, hasField, listOf, textField } from '../../../../pairing/jsonReading.ts'
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { msg } from '../../../../i18n/message.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, IMAGE_EDITS, IMAGE_GENERATIONS, RESPONSES } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'imageGenerations',
  order: 5,
  url: IMAGE_GENERATIONS,
  promptKey: 'prompt',
  misplacedKeys: {
    messages: promptGoesInto('prompt', CHAT_COMPLETIONS),
    input: promptGoesInto('prompt', RESPONSES),
    images: msg('Images are changed by {endpoint}: send the request there, or remove it.', {
      endpoint: IMAGE_EDITS,
    }),
  },
  takesBody: (body) =>
    hasField(body, 'prompt') && /image|dall-e/.test(textField(body, 'model') ?? ''),
  readRequest: readImagesRequest,
  isAnswer: (body) =>
    listOf(field(body, 'data')).some((item) => hasField(item, 'b64_json') || hasField(item, 'url')),
  readAnswer: readImagesAnswer,
})
