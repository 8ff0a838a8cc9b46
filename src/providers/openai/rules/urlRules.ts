// Rules about the url of a request in a batch.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { readUrl, type UrlFault } from '../endpoints/readUrl.ts'
import { ENDPOINTS } from '../endpoints/registry.ts'

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
  ...ENDPOINTS.flatMap(({ url: ownUrl, warning }) =>
    warning
      ? {
          code: warning.code,
          severity: 'warning' as const,
          title: warning.title,
          reads: [['url']],
          check: ([url]: readonly unknown[]) =>
            url === ownUrl ? { message: warning.message(), at: 0 } : undefined,
        }
      : [],
  ),
]
