// Where the API is and with what it is asked: what people type or paste, made into what is used, or
// refused with what to do. Addresses are https, or http on this machine alone: a key that went
// over plain http could be read on the way.
import { fail, ok, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'

export const OPENAI_BASE = 'https://api.openai.com/v1'

const OPENAI_ORIGIN = 'https://api.openai.com'

/** Pasted along from examples: what follows the base in them. */
const CALLS = /\/(chat\/completions|completions|responses|embeddings|files|batches|models)$/

/**
 * Hosts that plain http may name. Not `[::1]`: no browser understands it in a security policy, so it
 * could not be allowed (github.com/w3c/webappsec-csp/issues/224).
 */
const LOOPBACK = ['localhost', '127.0.0.1']

/** Whether the worker that can connect to OpenAI alone is enough. */
export function isOpenAi(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && new URL(baseUrl).origin === OPENAI_ORIGIN
}

/** Whether an address, as `normaliseBaseUrl` gives it, is on this machine. */
export function isLoopback(baseUrl: string): boolean {
  return LOOPBACK.includes(new URL(baseUrl).hostname)
}

const KEY_ELSEWHERE = msg('This looks like a key. It belongs in the field for the key.')

/** The base as it is used: with its scheme, without a slash at its end. Empty is OpenAI's. */
export function normaliseBaseUrl(typed: string): Result<string> {
  const text = typed.trim()
  if (text === '') return ok(OPENAI_BASE)
  // None of these messages shows what was typed: it may be a key in the wrong field.
  if (text.startsWith('sk-')) return fail('bad-option', KEY_ELSEWHERE)
  const url = parse(text)
  if (!url) {
    return fail(
      'bad-option',
      msg('This is not the address of an API. That of OpenAI is {example}.', {
        example: OPENAI_BASE,
      }),
    )
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return fail(
      'bad-option',
      msg(
        'The base URL may hold no user name, password, “?” or “#”: addresses are written into logs. Put the key into its own field.',
      ),
    )
  }
  if (url.hostname === '[::1]') {
    return fail(
      'bad-option',
      msg('Browsers allow no page to name [::1]. Write localhost or 127.0.0.1 instead.'),
    )
  }
  if (url.protocol !== 'https:' && !LOOPBACK.includes(url.hostname)) {
    return fail(
      'bad-option',
      msg(
        'The base URL has to begin with https:// so that nobody on the way can read your key. Plain http:// is for localhost and 127.0.0.1 alone.',
      ),
    )
  }
  const path = url.pathname.replace(/\/+$/, '').replace(CALLS, '')
  return ok(url.origin + (path === '' && url.origin === OPENAI_ORIGIN ? '/v1' : path))
}

function parse(text: string): URL | undefined {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const scheme = /^(localhost|127\.0\.0\.1)(?![\w.-])/i.test(text) ? 'http' : 'https'
  const address = hasScheme ? text : `${scheme}://${text}`
  if (/\s/.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

/**
 * The key as it is sent: pasted ones come with spaces, quotation marks or `Bearer` around them. Empty
 * only where `baseUrl` is not OpenAI's, for servers that want none.
 */
export function normaliseKey(typed: string, baseUrl: string): Result<string> {
  const key = typed
    .trim()
    .replace(/^(authorization:\s*)?bearer\s+/i, '')
    .replace(/^(["'])(.*)\1$/, '$2')
  if (key === '' && isOpenAi(baseUrl)) {
    return fail(
      'api-key-refused',
      msg('There is no key yet. Make one at platform.openai.com/api-keys and paste it here.'),
    )
  }
  // What a header can carry; the message must not show what is typed.
  if (/^[\x21-\x7e]*$/.test(key)) return ok(key)
  return fail(
    'api-key-refused',
    msg(
      'The key has a space, a line break or a character that no key has; most likely something was copied along with it. Copy it again.',
    ),
  )
}

/** The id of an organisation or project; undefined when none was typed. */
export function normaliseId(typed: string | undefined): Result<string | undefined> {
  const id = typed?.trim() ?? ''
  if (id.startsWith('sk-')) return fail('bad-option', KEY_ELSEWHERE)
  if (/^[\w.-]*$/.test(id)) return ok(id === '' ? undefined : id)
  return fail(
    'bad-option',
    msg(
      'Ids of organisations and projects look like org-… and proj_… and hold letters, digits, - and _ alone. Copy the id from the settings of your account; the name does not count.',
    ),
  )
}
