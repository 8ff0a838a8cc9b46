// Whose request a line is, by what distinguishes it: its envelope, its url, its model. The formats of
// requests recognise their lines by this one answer, so that no line is two providers'.
import { isObject } from '../json/jsonPath.ts'
import { isBareBody } from './openai/schemas/bareBody.ts'
import { readUrl } from './openai/endpoints/readUrl.ts'

export type RequestDialect =
  | 'openai'
  | 'azure'
  | 'groq'
  | 'vllm'
  | 'xai'
  | 'dashscope'
  | 'zhipu'
  | 'qianfan'
  | 'mistral'
  | 'together'
  | 'fireworks'
  | 'anthropic'
  | 'gemini'
  | 'vertex'
  | 'bedrock'
  | 'bare'

type Line = Readonly<Record<string, unknown>>

const RESULT_KEYS = ['response', 'error', 'result', 'modelOutput', 'status', 'statusCode']
const URL_KEYS = ['url', 'path', 'endpoint', 'uri']
const BODY_KEYS = ['body', 'params', 'request', 'payload']

/** Undefined for what is no request. */
export function requestDialectOf(value: unknown): RequestDialect | undefined {
  if (!isObject(value) || hasAny(value, RESULT_KEYS)) return undefined
  if (isObject(value['modelInput'])) return 'bedrock'
  const google = googleDialect(value)
  if (google !== undefined) return google
  const body = value['body']
  const hasUrl = hasAny(value, URL_KEYS)
  const hasTarget = hasUrl || Object.hasOwn(value, 'method')
  if (Object.hasOwn(value, 'custom_id')) {
    if (hasTarget) return dialectOfUrl(value['url']) ?? dialectOfModel(body) ?? 'openai'
    if (isObject(value['params'])) return 'anthropic'
    if (isObject(body)) return dialectOfBareBody(body)
    return isBareBody(without(value, 'custom_id')) ? 'openai' : undefined
  }
  // A line of a log may have a method and a url, too, and even a body.
  if (Object.hasOwn(value, 'method') && hasUrl && BODY_KEYS.some((key) => isPrompt(value[key]))) {
    return dialectOfUrl(value['url']) ?? dialectOfModel(body) ?? 'openai'
  }
  return isBareBody(value) ? 'bare' : undefined
}

/** Gemini's requests and Vertex AI's, also under another's key or in OpenAI's envelope. */
function googleDialect(value: Line): 'gemini' | 'vertex' | undefined {
  if (isContents(value['body'])) return 'gemini'
  const { request } = value
  if (!isContents(request)) return undefined
  return Object.hasOwn(value, 'key') || Object.hasOwn(value, 'custom_id') ? 'gemini' : 'vertex'
}

function isContents(value: unknown): boolean {
  return isObject(value) && (Array.isArray(value['contents']) || isObject(value['content']))
}

/** Urls that another provider documents and OpenAI does not have. */
function dialectOfUrl(url: unknown): RequestDialect | undefined {
  if (typeof url !== 'string') return undefined
  if (/\.azure\.com\//i.test(url) || /^\/?(?:openai\/)?deployments\//.test(url)) return 'azure'
  if (/^\/?openai\/v1\//.test(url) || /^\/?v1\/audio\//.test(url)) return 'groq'
  if (/\/(?:score|rerank|pooling|classify)$/.test(url)) return 'vllm'
  if (/^\/?v4\//.test(url)) return 'zhipu'
  if (/^\/?v2\//.test(url)) return 'qianfan'
  return readUrl(url)?.fault === 'no-version' ? 'azure' : undefined
}

/** Models that only another provider serves; ids with a slash are those of Hugging Face. */
function dialectOfModel(body: unknown): RequestDialect | undefined {
  if (!isObject(body)) return undefined
  const model = typeof body['model'] === 'string' ? body['model'] : ''
  if (/^grok-/i.test(model)) return 'xai'
  if (/^glm-/i.test(model)) return 'zhipu'
  if (/^ernie-/i.test(model)) return 'qianfan'
  const isHosted = model.includes('/')
  if (!isHosted && (/^(?:qwen|qwq|qvq)/i.test(model) || Object.hasOwn(body, 'enable_thinking'))) {
    return 'dashscope'
  }
  return isHosted && !/^openai\/(?!gpt-oss)/.test(model) ? 'vllm' : undefined
}

const OPENAI_MODEL =
  /^(?:ft:)?(?:gpt-(?!oss)|o\d|chatgpt-|text-embedding-3|text-embedding-ada|omni-moderation|davinci|babbage)/

/** `custom_id` and `body` alone: the job of Mistral, Together or Fireworks has the rest. */
function dialectOfBareBody(body: Line): RequestDialect {
  const model = typeof body['model'] === 'string' ? body['model'] : ''
  if (OPENAI_MODEL.test(model)) return 'openai'
  if (model.startsWith('accounts/')) return 'fireworks'
  return model.includes('/') ? 'together' : 'mistral'
}

const PROMPTS = ['model', 'messages', 'input', 'prompt', 'contents', 'images']

function isPrompt(value: unknown): boolean {
  return isObject(value) && hasAny(value, PROMPTS)
}

function hasAny(value: Line, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(value, key))
}

function without(value: Line, key: string): Line {
  const { [key]: _, ...rest } = value
  return rest
}
