// What the content of a message and the output of a tool are made of in /v1/responses.
// Source: OpenAI's OpenAPI description of 2026-08-21, InputContent and OutputMessageContent, and its SDK
// 7.57.0 of 2026-11-13. What the description requires and people leave out, since the API fills it in, is
// optional: `detail` of an image, `annotations` and `logprobs` of an earlier answer.
import { z } from '../../../../formats/zod.ts'
import { moving } from '../../movingValues.ts'
import { orNull } from '../commonFields.ts'

/** Characters of a text from a tool, of an image by its URL, and of a file within the request. */
export const MAX_TOOL_TEXT = 10_485_760
const MAX_IMAGE_URL = 20_971_520
const MAX_FILE_DATA = 73_400_320

const cacheBreakpoint = orNull(
  z.strictObject({ mode: z.literal('explicit'), ttl: moving('cacheTtl').optional() }),
)

const textPart = z.strictObject({
  type: z.literal('input_text'),
  text: z.string().max(MAX_TOOL_TEXT),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const imagePart = z.strictObject({
  type: z.literal('input_image'),
  image_url: orNull(z.string().max(MAX_IMAGE_URL)),
  file_id: orNull(z.string()),
  detail: orNull(moving('imageDetail')),
  prompt_cache_breakpoint: cacheBreakpoint,
})

const filePart = z.strictObject({
  type: z.literal('input_file'),
  file_id: orNull(z.string()),
  filename: orNull(z.string()),
  file_data: orNull(z.string().max(MAX_FILE_DATA)),
  file_url: orNull(z.string()),
  // The same list as for images, which has one value more: with two lists each text would count by itself.
  detail: moving('imageDetail').optional(),
  prompt_cache_breakpoint: cacheBreakpoint,
})

export const inputPart = z.discriminatedUnion('type', [textPart, imagePart, filePart])

const citationEnds = { start_index: z.int(), end_index: z.int() }

const annotation = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('file_citation'),
    file_id: z.string(),
    index: z.int(),
    filename: z.string(),
  }),
  z.strictObject({
    type: z.literal('url_citation'),
    url: z.string(),
    ...citationEnds,
    title: z.string(),
  }),
  z.strictObject({
    type: z.literal('container_file_citation'),
    container_id: z.string(),
    file_id: z.string(),
    ...citationEnds,
    filename: z.string(),
  }),
  z.strictObject({ type: z.literal('file_path'), file_id: z.string(), index: z.int() }),
])

const tokenLogProb = { token: z.string(), logprob: z.number(), bytes: z.array(z.int()) }

const outputText = z.strictObject({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: z.array(annotation).optional(),
  logprobs: orNull(
    z.array(
      z.strictObject({ ...tokenLogProb, top_logprobs: z.array(z.strictObject(tokenLogProb)) }),
    ),
  ),
})

const refusal = z.strictObject({ type: z.literal('refusal'), refusal: z.string() })

/** Of the assistant: what it once answered, or what it is made to have said. */
export const assistantPart = z.discriminatedUnion('type', [
  outputText,
  refusal,
  textPart,
  imagePart,
  filePart,
])

/** What a tool gave back. */
export const toolOutput = z.union([z.string().max(MAX_TOOL_TEXT), z.array(inputPart)])
