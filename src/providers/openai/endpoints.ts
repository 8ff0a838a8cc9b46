// The endpoints of the Batch API and what goes wrong with their names.
// Source: OpenAI's OpenAPI description of 2026-08-21, CreateBatchRequest.
import type { LineRule } from '../../formats/defineFormat.ts'
import { shutDown } from './rules/shutDown.ts'

export const CHAT_COMPLETIONS = '/v1/chat/completions'
export const EMBEDDINGS = '/v1/embeddings'
export const RESPONSES = '/v1/responses'
export const MODERATIONS = '/v1/moderations'
export const COMPLETIONS = '/v1/completions'
export const VIDEOS = '/v1/videos'
export const IMAGE_GENERATIONS = '/v1/images/generations'
export const IMAGE_EDITS = '/v1/images/edits'

export const BATCH_ENDPOINTS = [
  CHAT_COMPLETIONS,
  EMBEDDINGS,
  RESPONSES,
  MODERATIONS,
  COMPLETIONS,
  IMAGE_GENERATIONS,
  IMAGE_EDITS,
  VIDEOS,
] as const

const KNOWN: ReadonlySet<string> = new Set(BATCH_ENDPOINTS)

type UrlFault = 'host' | 'slash' | 'no-version' | 'version' | 'prefix'

interface UrlReading {
  readonly fault: UrlFault
  /** The endpoint that was meant. */
  readonly endpoint: string
}

/** Names the mistake of a url that is nearly an endpoint; undefined for endpoints and all others. */
export function readUrl(url: unknown): UrlReading | undefined {
  if (typeof url !== 'string' || KNOWN.has(url)) return undefined
  const host = /^(?:https?:)?\/\/[^/]+/i.exec(url)
  const path = (host ? url.slice(host[0].length) : url).replace(/[?#].*$/, '')
  const bare = path.replace(/\/+$/, '').replace(/^(?!\/)/, '/')
  const versioned = /^\/v\d+(?:beta)?(\/.*)$/.exec(bare)
  const endpoint = `/v1${versioned?.[1] ?? bare}`
  if (!KNOWN.has(endpoint)) {
    const inner = /^\/[^/]+(?:\/[^/]+)?(\/v1\/.*)$/.exec(bare)?.[1]
    return inner !== undefined && KNOWN.has(inner)
      ? { fault: 'prefix', endpoint: inner }
      : undefined
  }
  if (host) return { fault: 'host', endpoint }
  if (versioned === null) return { fault: 'no-version', endpoint }
  if (!bare.startsWith('/v1/')) return { fault: 'version', endpoint }
  return { fault: 'slash', endpoint }
}

function urlRule(
  fault: UrlFault,
  code: string,
  title: string,
  message: (url: string, endpoint: string) => string,
): LineRule {
  return {
    code,
    severity: 'error',
    title,
    reads: [['url']],
    replaces: ['value:url'],
    check([url]) {
      const reading = readUrl(url)
      if (reading?.fault !== fault) return undefined
      return { message: message(String(url), reading.endpoint), at: 0 }
    },
  }
}

export const urlRules: readonly LineRule[] = [
  urlRule(
    'no-version',
    'url-without-version',
    'url lacks /v1',
    (url, endpoint) => `"url" is "${url}"; the Batch API takes "${endpoint}". Put /v1 in front.`,
  ),
  urlRule(
    'host',
    'url-with-host',
    'url is not a relative path',
    (url, endpoint) =>
      `"url" is "${url}"; the Batch API takes the path alone: "${endpoint}". Remove the host.`,
  ),
  urlRule(
    'slash',
    'url-slash',
    'url has a slash too many or too few',
    (url, endpoint) => `"url" is "${url}"; it must be exactly "${endpoint}".`,
  ),
  urlRule(
    'version',
    'url-version',
    'url is of another API version',
    (url, endpoint) => `"url" is "${url}"; OpenAI's Batch API takes "${endpoint}".`,
  ),
  urlRule(
    'prefix',
    'url-with-prefix',
    'url has something before /v1',
    (url, endpoint) =>
      `"url" is "${url}"; OpenAI's Batch API takes "${endpoint}". Other providers, such as Groq, have "${url.slice(0, url.indexOf('/v1/'))}" before it: keep it for them.`,
  ),
  {
    code: 'endpoint-shut-down',
    severity: 'warning',
    title: 'Endpoint was shut down',
    reads: [['url']],
    check: ([url]) =>
      url === VIDEOS
        ? {
            message: `${shutDown('OpenAI’s Videos API', '2026-09-24')} Leave it out.`,
            at: 0,
          }
        : undefined,
  },
  {
    code: 'endpoint-legacy',
    severity: 'warning',
    title: 'Legacy endpoint',
    reads: [['url']],
    check: ([url]) =>
      url === COMPLETIONS
        ? {
            message: `${shutDown('The last model of /v1/completions', '2026-09-28')} Use /v1/chat/completions or /v1/responses.`,
            at: 0,
          }
        : undefined,
  },
]
