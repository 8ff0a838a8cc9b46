// Rules about the url of a request in a batch.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { readUrl, type UrlFault } from '../endpoints/readUrl.ts'
import { ENDPOINTS } from '../endpoints/registry.ts'
import { type Message, msg } from '../../../i18n/message.ts'

function urlRule(
  fault: UrlFault,
  code: string,
  title: Message,
  message: (url: string, endpoint: string) => Message,
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
  urlRule('no-version', 'url-without-version', msg('url lacks /v1'), (url, endpoint) =>
    msg('"url" is "{url}"; the Batch API takes "{endpoint}". Put /v1 in front.', {
      url,
      endpoint,
    }),
  ),
  urlRule('host', 'url-with-host', msg('url is not a relative path'), (url, endpoint) =>
    msg('"url" is "{url}"; the Batch API takes the path alone: "{endpoint}". Remove the host.', {
      url,
      endpoint,
    }),
  ),
  urlRule('slash', 'url-slash', msg('url has a slash too many or too few'), (url, endpoint) =>
    msg('"url" is "{url}"; it must be exactly "{endpoint}".', { url, endpoint }),
  ),
  urlRule('version', 'url-version', msg('url is of another API version'), (url, endpoint) =>
    msg('"url" is "{url}"; OpenAI’s Batch API takes "{endpoint}".', { url, endpoint }),
  ),
  urlRule('prefix', 'url-with-prefix', msg('url has something before /v1'), (url, endpoint) =>
    msg(
      '"url" is "{url}"; OpenAI’s Batch API takes "{endpoint}". Other providers, such as Groq, have "{prefix}" before it: keep it for them.',
      { url, endpoint, prefix: url.slice(0, url.indexOf('/v1/')) },
    ),
  ),
  ...ENDPOINTS.flatMap(({ url: ownUrl, warning }): LineRule[] =>
    warning
      ? [
          {
            code: warning.code,
            severity: warning.severity,
            title: warning.title,
            reads: [['url']],
            check: ([url]) => (url === ownUrl ? { message: warning.message(), at: 0 } : undefined),
          },
        ]
      : [],
  ),
]
