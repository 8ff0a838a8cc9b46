// The body of POST /v1/chat/completions.
// Source: OpenAI's OpenAPI description of 2026-08-21, CreateChatCompletionRequest.
import { z } from '../../../formats/zod.ts'
import { chatMessage } from './chatMessage.ts'
import { moving } from '../movingValues.ts'
import {
  chatTools,
  legacyFunction,
  legacyFunctionChoice,
  shortName,
  toolChoice,
} from './chatTools.ts'
import { textPartSchema } from './messageParts.ts'
import {
  anyObject,
  completionCount,
  logitBias,
  model,
  moderation,
  orNull,
  penalty,
  requestMetadata,
  safetyIdentifier,
  seed,
  stop,
  stream,
  streamOptions,
  temperature,
  topP,
} from './commonFields.ts'

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

export const chatCompletionBody = z.strictObject({
  model,
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
  logit_bias: logitBias,
  logprobs: z.boolean().nullable().optional(),
  max_completion_tokens: z.int().nullable().optional(),
  max_tokens: z.int().nullable().optional(),
  metadata: requestMetadata,
  modalities: z
    .array(z.enum(['text', 'audio']))
    .nullable()
    .optional(),
  moderation,
  n: completionCount,
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
      ttl: moving('cacheTtl').optional(),
      mode: z.enum(['implicit', 'explicit']).optional(),
    })
    .optional(),
  prompt_cache_retention: z.enum(['in_memory', '24h']).nullable().optional(),
  reasoning_effort: orNull(moving('reasoningEffort')),
  response_format: responseFormat.nullable().optional(),
  safety_identifier: safetyIdentifier,
  seed,
  service_tier: orNull(moving('serviceTier')),
  stop,
  store: z.boolean().nullable().optional(),
  stream,
  stream_options: streamOptions,
  temperature,
  tool_choice: toolChoice.nullable().optional(),
  tools: chatTools.max(128).nullable().optional(),
  top_logprobs: z.int().min(0).max(20).nullable().optional(),
  top_p: topP,
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
