// The parts that the content of a chat message may be made of.
// Source: OpenAI's OpenAPI description of 2026-08-21, ChatCompletionRequestMessageContentPart*.
import { z } from '../../../formats/zod.ts'

/** In OpenAI's SDK of 2026-11 and not in the description of August. */
export const cacheTtl = z.enum(['30m', '12h'])

const cacheBreakpoint = z
  .strictObject({ mode: z.literal('explicit'), ttl: cacheTtl.optional() })
  .optional()

export const textPartSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const imagePart = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({
    url: z.string().min(1),
    // `original` is in OpenAI's SDK and not in the description.
    detail: z.enum(['auto', 'low', 'high', 'original']).optional(),
  }),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const audioPart = z.strictObject({
  type: z.literal('input_audio'),
  input_audio: z.strictObject({ data: z.string(), format: z.enum(['wav', 'mp3']) }),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const filePart = z.strictObject({
  type: z.literal('file'),
  file: z.strictObject({
    filename: z.string().optional(),
    file_data: z.string().optional(),
    file_id: z.string().optional(),
  }),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const refusalPart = z.strictObject({ type: z.literal('refusal'), refusal: z.string() })

/** A text, or at least one part with text: all that system and tool messages may hold. */
export const textContent = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPartSchema])).min(1),
])

export const userContent = z.union([
  z.string(),
  z.array(z.discriminatedUnion('type', [textPartSchema, imagePart, audioPart, filePart])).min(1),
])

export const assistantContent = z
  .union([z.string(), z.array(z.discriminatedUnion('type', [textPartSchema, refusalPart])).min(1)])
  .nullable()
