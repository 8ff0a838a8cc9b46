// Edits of images: bodies and answers look as those of generations, which are taken for them.
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { promptGoesInto } from '../misplacedKey.ts'
import { CHAT_COMPLETIONS, IMAGE_EDITS, RESPONSES } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'imageEdits',
  order: 6,
  url: IMAGE_EDITS,
  promptKey: 'prompt',
  misplacedKeys: {
    messages: promptGoesInto('prompt', CHAT_COMPLETIONS),
    input: promptGoesInto('prompt', RESPONSES),
  },
  takesBody: () => false,
  readRequest: readImagesRequest,
  isAnswer: () => false,
  readAnswer: readImagesAnswer,
})
