// A line of a document as a request of an endpoint that templates are made for, by what stands in its envelope.
import { isObject } from '../../json/jsonPath.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { endpointOfUrl, envelopeOf } from '../envelopes.ts'

export interface LineRequest {
  readonly endpoint: string
  /** Of the line: what its body stands under. */
  readonly bodyKey: string
  /** The JSON of the body as it stands. */
  readonly body: string
  /** Of the line: what its id stands under; undefined where it has none. */
  readonly idKey: string | undefined
}

/** Undefined for a line that is no request, and for one of an endpoint that has no templates. */
export function requestOfLine(text: string): LineRequest | undefined {
  const line = parse(text)
  if (!isObject(line)) return undefined
  const endpoint = endpointOf(line)
  if (endpoint === undefined) return undefined
  const { bodyKey, idKey } = envelopeOf(endpoint)
  const place = rangeOfPath(text, [bodyKey])?.value
  if (!place) return undefined
  const hasId = typeof line[idKey] === 'string'
  return {
    endpoint,
    bodyKey,
    body: text.slice(place.from, place.to),
    idKey: hasId ? idKey : undefined,
  }
}

function endpointOf(line: Readonly<Record<string, unknown>>): string | undefined {
  const { url, body, params, request, modelInput } = line
  if (isObject(body)) {
    if (typeof url === 'string') return endpointOfUrl(url)
    if (!Object.hasOwn(line, 'custom_id')) return undefined
    if (Object.hasOwn(body, 'messages')) return 'mistral:chat/completions'
    return Object.hasOwn(body, 'input') ? 'mistral:embeddings' : undefined
  }
  if (isObject(params)) return Object.hasOwn(params, 'messages') ? 'anthropic:messages' : undefined
  if (isObject(request)) {
    if (Object.hasOwn(request, 'contents')) return 'gemini:generateContent'
    return Object.hasOwn(request, 'content') ? 'gemini:embedContent' : undefined
  }
  if (!isObject(modelInput)) return undefined
  if (Object.hasOwn(modelInput, 'anthropic_version')) return 'bedrock:claude'
  return hasBlocks(modelInput['messages']) ? 'bedrock:converse' : undefined
}

/** Blocks without a type are of Converse alone. */
function hasBlocks(messages: unknown): boolean {
  const first: unknown = Array.isArray(messages) ? messages[0] : undefined
  const content = isObject(first) ? first['content'] : undefined
  return Array.isArray(content) && content.every((block) => isObject(block) && !('type' in block))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
