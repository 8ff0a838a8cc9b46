// The parts that the content of a chat message may be made of.
// Source: OpenAI's OpenAPI description of 2026-08-21, ChatCompletionRequestMessageContentPart*.
import { z } from '../../../formats/zod.ts'
import { moving } from '../movingValues.ts'

const cacheBreakpoint = z
  .strictObject({ mode: z.literal('explicit'), ttl: moving('cacheTtl').optional() })
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
    detail: moving('imageDetail').optional(),
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
