// What goes wrong with the url of a batch line.
import { isEndpoint } from './registry.ts'

export type UrlFault = 'host' | 'slash' | 'no-version' | 'version' | 'prefix'

interface UrlReading {
  readonly fault: UrlFault
  /** The endpoint that was meant. */
  readonly endpoint: string
}

/** Names the mistake of a url that is nearly an endpoint; undefined for endpoints and all others. */
export function readUrl(url: unknown): UrlReading | undefined {
  if (typeof url !== 'string' || isEndpoint(url)) return undefined
  const host = /^(?:https?:)?\/\/[^/]+/i.exec(url)
  const path = (host ? url.slice(host[0].length) : url).replace(/[?#].*$/, '')
  const bare = path.replace(/\/+$/, '').replace(/^(?!\/)/, '/')
  const versioned = /^\/v\d+(?:beta)?(\/.*)$/.exec(bare)
  const endpoint = `/v1${versioned?.[1] ?? bare}`
  if (!isEndpoint(endpoint)) {
    const inner = /^\/[^/]+(?:\/[^/]+)?(\/v1\/.*)$/.exec(bare)?.[1]
    return inner !== undefined && isEndpoint(inner)
      ? { fault: 'prefix', endpoint: inner }
      : undefined
  }
  if (host) return { fault: 'host', endpoint }
  if (versioned === null) return { fault: 'no-version', endpoint }
  if (!bare.startsWith('/v1/')) return { fault: 'version', endpoint }
  return { fault: 'slash', endpoint }
}
