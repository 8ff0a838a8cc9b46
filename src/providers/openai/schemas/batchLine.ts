// One line of a batch input file: the envelope, and the body by its url. No machine-readable
// description of the envelope is published any more; that all four keys are required is recorded
// behaviour of the API.
import { z } from '../../../formats/zod.ts'
import { chatCompletionBody } from './chatCompletionBody.ts'
import { customId } from '../rules/customIdRules.ts'
import { embeddingBody } from './embeddingBody.ts'
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  MODERATIONS,
  RESPONSES,
  VIDEOS,
} from '../endpoints.ts'

const method = z.literal('POST')

/** Bodies whose parameters are not validated. */
const otherBody = z.looseObject({
  model: z.string().min(1),
  stream: z.boolean().nullable().optional(),
})

/** The only endpoint that has a default model. */
const moderationBody = z.looseObject({ model: z.string().min(1).optional() })

export const batchLine = z.discriminatedUnion('url', [
  z.strictObject({
    custom_id: customId,
    method,
    url: z.literal(CHAT_COMPLETIONS),
    body: chatCompletionBody,
  }),
  z.strictObject({ custom_id: customId, method, url: z.literal(EMBEDDINGS), body: embeddingBody }),
  z.strictObject({
    custom_id: customId,
    method,
    url: z.literal(MODERATIONS),
    body: moderationBody,
  }),
  z.strictObject({
    custom_id: customId,
    method,
    url: z.enum([RESPONSES, COMPLETIONS, IMAGE_GENERATIONS, IMAGE_EDITS, VIDEOS]),
    body: otherBody,
  }),
])

/** For lines whose url is missing or unknown: everything but the body's parameters. */
export const batchLineOfUnknownUrl = z.strictObject({
  custom_id: customId,
  method,
  url: z.string(),
  body: z.looseObject({ model: z.string().min(1).optional() }),
})
