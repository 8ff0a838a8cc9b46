// Videos, which are generated from a prompt as images are.
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { shutDown } from '../../rules/shutDown.ts'
import { defineEndpoint } from '../defineEndpoint.ts'

export const endpoint = defineEndpoint({
  id: 'videos',
  order: 8,
  url: '/v1/videos',
  promptKey: 'prompt',
  warning: {
    code: 'endpoint-shut-down',
    title: 'Endpoint was shut down',
    message: () => `${shutDown('OpenAI’s Videos API', '2026-09-24')} Leave it out.`,
  },
  takesBody: () => false,
  readRequest: readImagesRequest,
  isAnswer: () => false,
  readAnswer: readImagesAnswer,
})
