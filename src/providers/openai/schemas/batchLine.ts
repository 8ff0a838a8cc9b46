// One line of a batch input file: the envelope, and the body by its url. No machine-readable
// description of the envelope is published any more; that all four keys are required is recorded
// behaviour of the API.
import { z } from '../../../formats/zod.ts'
import { chatCompletionBody } from './chatCompletionBody.ts'
import { customId } from '../rules/customIdRules.ts'
import { embeddingBody } from './embeddingBody.ts'
import { completionBody } from './completionBody.ts'
import { imageEditBody, imageGenerationBody } from './imageBodies.ts'
import { moderationBody } from './moderationBody.ts'
import { responseBody } from './responseBody.ts'
import { ENDPOINTS } from '../endpoints/registry.ts'
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  MODERATIONS,
  RESPONSES,
} from '../endpoints/urls.ts'

const method = z.literal('POST')

/** Of an endpoint that is gone: no parameters would make the request run. */
const otherBody = z.looseObject({
  model: z.string().min(1),
  stream: z.boolean().nullable().optional(),
})

/** Bodies by endpoint; of the others only what all have is validated. */
const BODIES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [RESPONSES, responseBody],
  [CHAT_COMPLETIONS, chatCompletionBody],
  [EMBEDDINGS, embeddingBody],
  [COMPLETIONS, completionBody],
  [MODERATIONS, moderationBody],
  [IMAGE_GENERATIONS, imageGenerationBody],
  [IMAGE_EDITS, imageEditBody],
])

const lines = ENDPOINTS.map(({ url }) =>
  z.strictObject({
    custom_id: customId,
    method,
    url: z.literal(url),
    body: BODIES.get(url) ?? otherBody,
  }),
)

export const batchLine = z.discriminatedUnion('url', lines as [(typeof lines)[number]])

/** For lines whose url is missing or unknown: everything but the body's parameters. */
export const batchLineOfUnknownUrl = z.strictObject({
  custom_id: customId,
  method,
  url: z.string(),
  body: z.looseObject({ model: z.string().min(1).optional() }),
})
