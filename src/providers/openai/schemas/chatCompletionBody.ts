// The body of POST /v1/chat/completions.
// Source: OpenAI's OpenAPI description of 2026-08-21, CreateChatCompletionRequest.
import { z } from '../../../formats/zod.ts'
import { chatMessage } from './chatMessage.ts'
import {
  anyObject,
  chatTools,
  legacyFunction,
  legacyFunctionChoice,
  shortName,
  toolChoice,
} from './chatTools.ts'
import { cacheTtl, textPartSchema } from './messageParts.ts'

/** Between -2 and 2: penalties. */
const penalty = z.number().min(-2).max(2).nullable().optional()

/** Bounds of a 64-bit integer; wider than z.int() allows. That it is whole is a line rule. */
const SEED_BOUND = 2 ** 63

/** Up to 16 pairs, which a line rule counts. */
const requestMetadata = z.record(z.string().max(64), z.string().max(512)).nullable().optional()

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: shortName,
      description: z.string().optional(),
      schema: anyObject.optional(),
      strict: z.boolean().nullable().optional(),
    }),
  }),
])

const moderationMode = z
  .strictObject({ mode: z.enum(['score', 'block']) })
  .nullable()
  .optional()

export const chatCompletionBody = z.strictObject({
  model: z.string().min(1),
  messages: z.array(chatMessage).min(1),
  audio: z
    .strictObject({
      voice: z.union([z.string(), z.strictObject({ id: z.string() })]),
      format: z.enum(['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16']),
    })
    .nullable()
    .optional(),
  frequency_penalty: penalty,
  function_call: legacyFunctionChoice.nullable().optional(),
  functions: z.array(legacyFunction).min(1).max(128).nullable().optional(),
  logit_bias: z.record(z.string(), z.int().min(-100).max(100)).nullable().optional(),
  logprobs: z.boolean().nullable().optional(),
  max_completion_tokens: z.int().nullable().optional(),
  max_tokens: z.int().nullable().optional(),
  metadata: requestMetadata,
  modalities: z
    .array(z.enum(['text', 'audio']))
    .nullable()
    .optional(),
  moderation: z
    .strictObject({
      model: z.string(),
      policy: z
        .strictObject({ input: moderationMode, output: moderationMode })
        .nullable()
        .optional(),
    })
    .nullable()
    .optional(),
  n: z.int().min(1).max(128).nullable().optional(),
  parallel_tool_calls: z.boolean().nullable().optional(),
  prediction: z
    .strictObject({
      type: z.literal('content'),
      content: z.union([
        z.string(),
        z.array(z.discriminatedUnion('type', [textPartSchema])).min(1),
      ]),
    })
    .nullable()
    .optional(),
  presence_penalty: penalty,
  prompt_cache_key: z.string().nullable().optional(),
  prompt_cache_options: z
    .strictObject({
      ttl: cacheTtl.optional(),
      mode: z.enum(['implicit', 'explicit']).optional(),
    })
    .optional(),
  prompt_cache_retention: z.enum(['in_memory', '24h']).nullable().optional(),
  reasoning_effort: z
    .enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'])
    .nullable()
    .optional(),
  response_format: responseFormat.nullable().optional(),
  safety_identifier: z.string().max(64).nullable().optional(),
  seed: z.number().min(-SEED_BOUND).max(SEED_BOUND).nullable().optional(),
  service_tier: z
    .enum(['auto', 'default', 'flex', 'scale', 'priority', 'fast'])
    .nullable()
    .optional(),
  stop: z
    .union([z.string(), z.array(z.string()).min(1).max(4)])
    .nullable()
    .optional(),
  store: z.boolean().nullable().optional(),
  // `true` is refused in a batch: a line rule says so by name.
  stream: z.boolean().nullable().optional(),
  stream_options: z
    .strictObject({
      include_usage: z.boolean().optional(),
      include_obfuscation: z.boolean().optional(),
    })
    .nullable()
    .optional(),
  temperature: z.number().min(0).max(2).nullable().optional(),
  tool_choice: toolChoice.nullable().optional(),
  tools: chatTools.max(128).nullable().optional(),
  top_logprobs: z.int().min(0).max(20).nullable().optional(),
  top_p: z.number().min(0).max(1).nullable().optional(),
  user: z.string().nullable().optional(),
  verbosity: z.enum(['low', 'medium', 'high']).nullable().optional(),
  web_search_options: z
    .strictObject({
      search_context_size: z.enum(['low', 'medium', 'high']).optional(),
      user_location: z
        .strictObject({
          type: z.literal('approximate'),
          approximate: z.strictObject({
            country: z.string().optional(),
            region: z.string().optional(),
            city: z.string().optional(),
            timezone: z.string().optional(),
          }),
        })
        .nullable()
        .optional(),
    })
    .optional(),
})
