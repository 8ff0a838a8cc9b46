// The body of POST /v1/embeddings.
// Source: OpenAI's OpenAPI description of 2026-08-21, CreateEmbeddingRequest; that texts may not be
// empty is in its descriptions.
import { isObject } from '../../../json/jsonPath.ts'
import { z } from '../../../formats/zod.ts'
import { orNull } from './commonFields.ts'

/** Texts, tokens or token lists in one request. */
const MAX_INPUTS = 2048

export const embeddingBody = z.strictObject({
  model: z.string().min(1),
  input: z.union([
    z.string().min(1),
    z.array(z.string().min(1)).min(1).max(MAX_INPUTS),
    z.array(z.int()).min(1).max(MAX_INPUTS),
    z.array(z.array(z.int()).min(1)).min(1).max(MAX_INPUTS),
  ]),
  encoding_format: orNull(z.enum(['float', 'base64'])),
  dimensions: orNull(z.int().min(1)),
  user: orNull(z.string()),
})

/** How many inputs a body asks to embed: a text and a single list of tokens are one. */
export function countEmbeddingInputs(body: unknown): number | 'elements' {
  if (!isObject(body)) return 0
  const { input } = body
  if (!Array.isArray(input)) return typeof input === 'string' ? 1 : 0
  return input.length > 0 && input.every((one) => typeof one === 'number') ? 1 : 'elements'
}
