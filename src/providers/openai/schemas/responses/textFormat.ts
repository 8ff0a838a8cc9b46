// The form of an answer of /v1/responses. The schema stands flat in the format, unlike in chat completions.
// Source: OpenAI's OpenAPI description of 2026-08-21, TextResponseFormatConfiguration.
import { z } from '../../../../formats/zod.ts'
import { anyObject, orNull } from '../commonFields.ts'

/** Code points of the name of a schema. */
const MAX_NAME = 64

export const textFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    name: z.string().min(1).max(MAX_NAME),
    description: z.string().optional(),
    schema: anyObject,
    strict: orNull(z.boolean()),
  }),
])
