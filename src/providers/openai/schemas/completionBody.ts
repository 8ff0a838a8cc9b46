// The body of POST /v1/completions. Source: OpenAI's OpenAPI description of 2026-08-21,
// CreateCompletionRequest; its SDK 7.57.0 of 2026-11-13 has the same.
import { z } from '../../../formats/zod.ts'
import {
  completionCount,
  logitBias,
  model,
  orNull,
  penalty,
  seed,
  stop,
  stream,
  streamOptions,
  temperature,
  topP,
} from './commonFields.ts'

export const completionBody = z.strictObject({
  model,
  /** Null stands for no prompt at all. */
  prompt: z
    .union([
      z.string(),
      z.array(z.string()),
      z.array(z.int()).min(1),
      z.array(z.array(z.int()).min(1)).min(1),
    ])
    .nullable(),
  best_of: orNull(z.int().min(0).max(20)),
  echo: orNull(z.boolean()),
  frequency_penalty: penalty,
  logit_bias: logitBias,
  logprobs: orNull(z.int().min(0).max(5)),
  max_tokens: orNull(z.int().min(0)),
  n: completionCount,
  presence_penalty: penalty,
  seed,
  stop,
  stream,
  stream_options: streamOptions,
  suffix: orNull(z.string()),
  temperature,
  top_p: topP,
  user: orNull(z.string()),
})
