import { field, hasField, listOf, textField } from '../../../../pairing/jsonReading.ts'
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { defineEndpoint } from '../defineEndpoint.ts'

export const endpoint = defineEndpoint({
  id: 'imageGenerations',
  order: 5,
  url: '/v1/images/generations',
  promptKey: 'prompt',
  takesBody: (body) =>
    hasField(body, 'prompt') && /image|dall-e/.test(textField(body, 'model') ?? ''),
  readRequest: readImagesRequest,
  isAnswer: (body) =>
    listOf(field(body, 'data')).some((item) => hasField(item, 'b64_json') || hasField(item, 'url')),
  readAnswer: readImagesAnswer,
})
