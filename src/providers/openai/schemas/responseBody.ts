// The body of POST /v1/responses. Source: OpenAI's OpenAPI description of 2026-08-21, CreateResponse, and
// what its SDK 7.57.0 of 2026-11-13 has beyond. That there is something to answer is a line rule.
import { z } from '../../../formats/zod.ts'
import { moving } from '../movingValues.ts'
import { inputPart } from './responses/contentParts.ts'
import { responsesInput } from './responses/inputItems.ts'
import { textFormat } from './responses/textFormat.ts'
import { responsesToolChoice, tool } from './responses/tools.ts'
import {
  model,
  moderation,
  orNull,
  requestMetadata,
  safetyIdentifier,
  stream,
  temperature,
  topP,
} from './commonFields.ts'

const summary = orNull(z.enum(['auto', 'concise', 'detailed']))

/** A prompt that is kept at OpenAI. */
const storedPrompt = orNull(
  z.strictObject({
    id: z.string(),
    version: orNull(z.string()),
    variables: orNull(z.record(z.string(), z.union([z.string(), inputPart]))),
  }),
)

export const responseBody = z.strictObject({
  model,
  input: responsesInput.optional(),
  access_programs: orNull(z.strictObject({ cyber: moving('accessProgram').optional() })),
  background: orNull(z.boolean()),
  context_management: orNull(
    z
      .array(z.strictObject({ type: z.string(), compact_threshold: orNull(z.int().min(1000)) }))
      .min(1),
  ),
  conversation: orNull(z.union([z.string(), z.strictObject({ id: z.string() })])),
  image: orNull(z.strictObject({ context_compression: moving('contextCompression').optional() })),
  include: orNull(z.array(moving('includable'))),
  instructions: orNull(z.string()),
  max_output_tokens: orNull(z.int().min(16)),
  max_tool_calls: orNull(z.int()),
  metadata: requestMetadata,
  moderation,
  parallel_tool_calls: orNull(z.boolean()),
  previous_response_id: orNull(z.string()),
  prompt: storedPrompt,
  prompt_cache_key: orNull(z.string()),
  prompt_cache_options: orNull(
    z.strictObject({
      comparison_response_id: orNull(z.string()),
      mode: z.enum(['implicit', 'explicit']).optional(),
      prewarm: z.boolean().optional(),
      ttl: moving('cacheTtl').optional(),
    }),
  ),
  prompt_cache_retention: orNull(z.enum(['in_memory', '24h'])),
  reasoning: orNull(
    z.strictObject({
      context: orNull(moving('reasoningContext')),
      effort: orNull(moving('reasoningEffort')),
      generate_summary: summary,
      mode: z.string().optional(),
      summary,
    }),
  ),
  safety_identifier: safetyIdentifier,
  service_tier: orNull(moving('serviceTier')),
  store: orNull(z.boolean()),
  stream,
  stream_options: orNull(z.strictObject({ include_obfuscation: z.boolean().optional() })),
  temperature,
  text: orNull(
    z.strictObject({
      format: textFormat.optional(),
      verbosity: orNull(z.enum(['low', 'medium', 'high'])),
    }),
  ),
  tool_choice: orNull(responsesToolChoice),
  tools: orNull(z.array(tool)),
  top_logprobs: orNull(z.int().min(0).max(20)),
  top_p: topP,
  truncation: orNull(z.enum(['auto', 'disabled'])),
  user: orNull(z.string()),
})
