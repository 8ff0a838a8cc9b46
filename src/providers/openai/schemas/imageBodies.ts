// The bodies of POST /v1/images/generations and /v1/images/edits. In a batch they are JSON, so images are
// links or files. Source: OpenAI's OpenAPI description of 2026-08-21, CreateImageRequest and
// EditImageBodyJsonParam, and what its SDK 7.57.0 of 2026-11-13 has beyond.
import { z } from '../../../formats/zod.ts'
import { moving } from '../movingValues.ts'
import { model, orNull, safetyIdentifier, stream } from './commonFields.ts'

/** Characters of a prompt; of the models that are left. */
const MAX_PROMPT = 32_000

/** Images that an edit begins with. */
const MAX_IMAGES = 16

/** Characters of a link, or of a data URL. */
const MAX_URL = 20_971_520

/** That it has one of the two, and not both, is a line rule. */
const imageReference = z.strictObject({
  image_url: z.string().max(MAX_URL).optional(),
  file_id: z.string().optional(),
})

/** Who writes the SVG; the reasoning is its own. */
const svg = orNull(
  z.strictObject({
    model: z.string().optional(),
    reasoning: orNull(z.strictObject({ effort: orNull(moving('reasoningEffort')) })),
  }),
)

const common = {
  model,
  background: orNull(z.enum(['transparent', 'opaque', 'auto'])),
  complexity: orNull(moving('imageComplexity')),
  frame_count: orNull(z.int().min(2).max(16)),
  frame_duration_ms: orNull(z.int()),
  moderation: orNull(z.enum(['low', 'auto'])),
  n: orNull(z.int().min(1).max(10)),
  /** Of generations the description says the bounds in words alone. */
  output_compression: orNull(z.int().min(0).max(100)),
  output_format: orNull(moving('imageFormat')),
  partial_images: orNull(z.int().min(0).max(3)),
  quality: orNull(moving('imageQuality')),
  response_format: orNull(z.enum(['url', 'b64_json'])),
  safety_identifier: safetyIdentifier,
  size: orNull(z.string()),
  stream,
  svg,
  user: orNull(z.string()),
}

export const imageGenerationBody = z.strictObject({
  ...common,
  prompt: z.string().max(MAX_PROMPT),
  style: orNull(z.enum(['vivid', 'natural'])),
})

export const imageEditBody = z.strictObject({
  ...common,
  prompt: z.string().min(1).max(MAX_PROMPT),
  images: z.array(imageReference).min(1).max(MAX_IMAGES),
  mask: orNull(imageReference),
  markup: orNull(imageReference),
  input_fidelity: orNull(z.enum(['high', 'low'])),
})
