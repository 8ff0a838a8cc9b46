// Which endpoint of the Batch API a request is for.
// Source: OpenAI's guide to the Batch API and its OpenAPI description of 2026-08-21.
import type { FixContext } from '../../../fixes/defineFix.ts'
import { isObject } from '../../../json/jsonPath.ts'

const ENDPOINTS: ReadonlySet<string> = new Set([
  '/v1/chat/completions',
  '/v1/embeddings',
  '/v1/responses',
  '/v1/moderations',
  '/v1/completions',
  '/v1/images/generations',
  '/v1/images/edits',
  '/v1/videos',
])

/** The endpoint that a url with a host, another version or stray slashes was meant to be. */
export function endpointOf(url: string): string | undefined {
  const path = url
    .trim()
    .replace(/^(?:[a-z]+:)?\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/^\/*(?:v\d+(?:beta)?\/+)?/, '/v1/')
    .replace(/\/+$/, '')
  return ENDPOINTS.has(path) ? path : undefined
}

/** The url for a request body: what its parameters say, else what most lines of the file have. */
export function urlForBody(
  body: unknown,
  usualValue: FixContext['usualValue'],
): string | undefined {
  const usual = endpointOf(usualValue('url') ?? '')
  if (!isObject(body)) return usual
  const has = (key: string) => Object.hasOwn(body, key)
  if (has('messages')) return '/v1/chat/completions'
  const model = typeof body['model'] === 'string' ? body['model'] : ''
  if (has('input')) return usual && TAKES_INPUT.has(usual) ? usual : urlForInput(body, model)
  if (has('prompt')) return /image|dall-e/.test(model) ? '/v1/images/generations' : usual
  return usual
}

const TAKES_INPUT: ReadonlySet<string> = new Set([
  '/v1/embeddings',
  '/v1/responses',
  '/v1/moderations',
])

function urlForInput(body: Readonly<Record<string, unknown>>, model: string): string {
  if (model.includes('moderation')) return '/v1/moderations'
  if (model.includes('embedding') || Object.hasOwn(body, 'encoding_format')) return '/v1/embeddings'
  return '/v1/responses'
}
