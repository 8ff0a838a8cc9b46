// How the line of a request is built around its body: each provider has its own words for the id and the body.
// Endpoints of OpenAI are named by their url, those of others by the provider and what of it.

export type ProviderId = 'openai' | 'anthropic' | 'gemini' | 'mistral' | 'azure' | 'bedrock'

export interface Envelope {
  readonly provider: ProviderId
  readonly idKey: 'custom_id' | 'key' | 'recordId'
  readonly bodyKey: 'body' | 'params' | 'request' | 'modelInput'
  /** Of the request; absent where the job names what it is for. */
  readonly url?: string
}

const GEMINI: Envelope = { provider: 'gemini', idKey: 'key', bodyKey: 'request' }
const BEDROCK: Envelope = { provider: 'bedrock', idKey: 'recordId', bodyKey: 'modelInput' }
const MISTRAL: Envelope = { provider: 'mistral', idKey: 'custom_id', bodyKey: 'body' }

/** By the name of the endpoint. */
const OF_OTHERS: Readonly<Record<string, Envelope>> = {
  'anthropic:messages': { provider: 'anthropic', idKey: 'custom_id', bodyKey: 'params' },
  'gemini:generateContent': GEMINI,
  'gemini:embedContent': GEMINI,
  'mistral:chat/completions': MISTRAL,
  'mistral:embeddings': MISTRAL,
  // As its older guides write them: with /v1 nothing would tell them from OpenAI's.
  'azure:/chat/completions': azure('/chat/completions'),
  'azure:/responses': azure('/responses'),
  'bedrock:claude': BEDROCK,
  'bedrock:converse': BEDROCK,
}

/** @internal For tests: names of endpoints that are not OpenAI's. */
export const OTHER_ENDPOINTS: readonly string[] = Object.keys(OF_OTHERS)

/** A name that is not known is taken for a url of OpenAI's. */
export function envelopeOf(endpoint: string): Envelope {
  const other = Object.hasOwn(OF_OTHERS, endpoint) ? OF_OTHERS[endpoint] : undefined
  return other ?? { provider: 'openai', idKey: 'custom_id', bodyKey: 'body', url: endpoint }
}

/** The endpoint whose requests have this url; the url itself where it is OpenAI's or nobody's. */
export function endpointOfUrl(url: string): string {
  return Object.keys(OF_OTHERS).find((name) => OF_OTHERS[name]?.url === url) ?? url
}

/** What of a line stands before the id, between id and body, and after the body. */
export function linePieces({ idKey, bodyKey, url }: Envelope): readonly [string, string, string] {
  const target = url === undefined ? '' : `,"method":"POST","url":${JSON.stringify(url)}`
  return [`{"${idKey}":`, `${target},"${bodyKey}":`, '}']
}

function azure(url: string): Envelope {
  return { provider: 'azure', idKey: 'custom_id', bodyKey: 'body', url }
}
