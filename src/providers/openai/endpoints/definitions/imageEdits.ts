// Edits of images: bodies and answers look as those of generations, which are taken for them.
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { defineEndpoint } from '../defineEndpoint.ts'

export const endpoint = defineEndpoint({
  id: 'imageEdits',
  order: 6,
  url: '/v1/images/edits',
  promptKey: 'prompt',
  takesBody: () => false,
  readRequest: readImagesRequest,
  isAnswer: () => false,
  readAnswer: readImagesAnswer,
})
