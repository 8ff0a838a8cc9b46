// A request body without its envelope: nothing but parameters of one endpoint.
import { chatCompletionBody } from './chatCompletionBody.ts'
import { embeddingBody } from './embeddingBody.ts'

type Line = Readonly<Record<string, unknown>>

/**
 * Parameters of /v1/responses by which its body is known.
 * Source: OpenAI's OpenAPI description of 2026-08-21, CreateResponse.
 */
const RESPONSES_KEYS = [
  'model',
  'input',
  'instructions',
  'include',
  'max_output_tokens',
  'max_tool_calls',
  'metadata',
  'parallel_tool_calls',
  'previous_response_id',
  'prompt_cache_key',
  'reasoning',
  'safety_identifier',
  'service_tier',
  'store',
  'stream',
  'temperature',
  'text',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'truncation',
  'user',
]

const CHAT_KEYS = Object.keys(chatCompletionBody.shape)
const INPUT_KEYS = [...RESPONSES_KEYS, ...Object.keys(embeddingBody.shape)]

export function isBareBody(value: Line): boolean {
  if (typeof value['model'] !== 'string') return false
  if (Array.isArray(value['messages'])) return hasOnly(value, CHAT_KEYS)
  return Object.hasOwn(value, 'input') && hasOnly(value, INPUT_KEYS)
}

function hasOnly(value: Line, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key))
}
