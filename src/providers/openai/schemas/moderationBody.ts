// The body of POST /v1/moderations, the only one with a default model. Source: OpenAI's OpenAPI
// description of 2026-08-21, CreateModerationRequest; its SDK 7.57.0 of 2026-11-13 has the same.
import { z } from '../../../formats/zod.ts'
import { model } from './commonFields.ts'

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({
    type: z.literal('image_url'),
    image_url: z.strictObject({ url: z.string() }),
  }),
])

export const moderationBody = z.strictObject({
  model: model.optional(),
  input: z.union([z.string(), z.array(part), z.array(z.string())]),
  /** Not in the description: `false` says what holds anyway, `true` is a line rule's. */
  stream: z.boolean().nullable().optional(),
})
