// Videos, which are generated from a prompt as images are.
import { readImagesAnswer, readImagesRequest } from '../../bodies/smallBodies.ts'
import { msg } from '../../../../i18n/message.ts'
import table from '../../movingValues/movingValues.json' with { type: 'json' }
import { defineEndpoint } from '../defineEndpoint.ts'

const SHUTDOWN = table.kept.ends['/v1/videos'].day

export const endpoint = defineEndpoint({
  id: 'videos',
  order: 8,
  url: '/v1/videos',
  promptKey: 'prompt',
  warning: {
    code: 'endpoint-shut-down',
    severity: 'error',
    title: msg('Endpoint was shut down'),
    message: () =>
      msg('OpenAI’s Videos API was shut down on {day}, so this request will fail. Leave it out.', {
        day: SHUTDOWN,
      }),
  },
  takesBody: () => false,
  readRequest: readImagesRequest,
  isAnswer: () => false,
  readAnswer: readImagesAnswer,
})
