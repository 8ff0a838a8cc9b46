// All endpoints of the Batch API. Source: OpenAI's OpenAPI description of 2026-08-21, CreateBatchRequest.
// The files in definitions/ are found by the bundler, so adding one needs no change here.
import type { Endpoint } from './defineEndpoint.ts'

const modules = import.meta.glob<Endpoint>('./definitions/*.ts', {
  eager: true,
  import: 'endpoint',
})

export const ENDPOINTS: readonly Endpoint[] = Object.values(modules).sort(
  (a, b) => a.order - b.order,
)

const urls: ReadonlySet<string> = new Set(ENDPOINTS.map(({ url }) => url))

export function isEndpoint(url: string): boolean {
  return urls.has(url)
}

/** [end of a path, endpoint], longest first: /v1/chat/completions ends with /completions, too. */
const byPathEnd = ENDPOINTS.flatMap((endpoint) =>
  [endpoint.url.replace(/^\/v1/, ''), ...(endpoint.otherPathEnds ?? [])].map(
    (end) => [end, endpoint] as const,
  ),
).sort(([a], [b]) => b.length - a.length)

/**
 * The endpoint whose API a url is, whatever stands before it: /v1/chat/completions,
 * /chat/completions (Azure), /v4/chat/completions (GLM).
 */
export function endpointOfUrl(url: string): Endpoint | undefined {
  const path = url.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  return byPathEnd.find(([end]) => path.endsWith(end))?.[1]
}

/** The endpoint for a body whose line names none: Mistral, Together and Fireworks name it on the job. */
export function endpointOfBody(body: unknown): Endpoint | undefined {
  return ENDPOINTS.find(({ takesBody }) => takesBody(body))
}
