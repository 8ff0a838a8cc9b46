// Keys that are right elsewhere: parameters of another endpoint, and other providers' names for the
// parts of a line.
import type { LineRule, PresenceRule } from '../../../formats/defineFormat.ts'
import { REFUSES_UNKNOWN } from '../endpoints/misplacedKey.ts'
import { ENDPOINTS } from '../endpoints/registry.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { msg, sentences } from '../../../i18n/message.ts'

/**
 * OpenAI refuses a parameter of another endpoint. Of those that are written beside a chat's messages it
 * is only a warning: servers that speak chat completions, too, take some of them.
 */
const taken = ENDPOINTS.find(({ url }) => url === CHAT_COMPLETIONS)?.misplacedKeys ?? {}

export const misplacedKeys: readonly PresenceRule[] = ENDPOINTS.flatMap(({ url, misplacedKeys }) =>
  Object.entries(misplacedKeys ?? {}).map(([key, advice]): PresenceRule => {
    const isTaken = Object.hasOwn(taken, key)
    return {
      code: `misplaced:body.${key}`,
      severity: isTaken ? 'warning' : 'error',
      title: msg('body.{key} belongs to another endpoint', { key }),
      message: sentences(
        msg('"body.{key}" is not a parameter of {url}.', { key, url }),
        advice,
        ...(isTaken ? [REFUSES_UNKNOWN] : []),
      ),
      at: ['body'],
      has: [key],
      when: { path: ['url'], is: [url] },
      replaces: [`unknown-key:body.${key}`],
    }
  }),
)

/** Tools of /v1/responses carry name and parameters themselves, not in `function`. */
export const nestedToolRule: LineRule = {
  code: 'misplaced:body.tools[].function',
  severity: 'error',
  title: msg('Tool is written as for chat completions'),
  reads: [['url'], { path: ['body', 'tools', '[]', '{}'], observes: { keys: ['function'] } }],
  anyOrder: true,
  apart: 'elements',
  replaces: ['missing:body.tools[].name', 'unknown-key:body.tools[].function'],
  check([url, tools]) {
    if (url !== RESPONSES || !Array.isArray(tools)) return undefined
    if (!tools.some((keys) => Array.isArray(keys) && keys.includes('function'))) return undefined
    return {
      message: msg(
        'In /v1/responses the name and parameters of a function tool stand beside "type", not inside "function". Move them out.',
      ),
      at: 1,
    }
  },
}

/** What of a function a tool may hold itself where it should be in `function`. */
const OF_FUNCTION = ['name', 'description', 'parameters', 'strict'] as const

/** Tools of chat completions hold all of that in `function`. */
export const flatToolRule: LineRule = {
  code: 'flat-tool',
  severity: 'error',
  title: msg('Tool without "function" around it'),
  reads: [
    ['url'],
    { path: ['body', 'tools', '[]', '{}'], observes: { keys: ['name', 'function', 'custom'] } },
  ],
  anyOrder: true,
  apart: 'elements',
  replaces: [
    'missing:body.tools[].function',
    ...OF_FUNCTION.map((key) => `unknown-key:body.tools[].${key}`),
  ],
  check([url, tools]) {
    if (url !== CHAT_COMPLETIONS || !Array.isArray(tools)) return undefined
    const index = tools.findIndex(
      (keys) =>
        Array.isArray(keys) &&
        keys.includes('name') &&
        !keys.includes('function') &&
        !keys.includes('custom'),
    )
    if (index < 0) return undefined
    return {
      message: msg(
        'Tool {position, number} has its name and parameters beside "type", as /v1/responses takes them. In chat completions they belong inside "function": move them there.',
        { position: index + 1 },
      ),
      at: 1,
    }
  },
}

/** [key that is there, key that is meant]. */
const MISNAMED: readonly (readonly [string, string])[] = [
  ['params', 'body'],
  ['request', 'body'],
  ['payload', 'body'],
  ['path', 'url'],
  ['endpoint', 'url'],
  ['uri', 'url'],
  ['customId', 'custom_id'],
  ['request_id', 'custom_id'],
  ['id', 'custom_id'],
]

export const misnamedKeys: readonly PresenceRule[] = MISNAMED.map(([key, meant]) => ({
  code: `misnamed:${key}`,
  severity: 'error',
  title: msg('{key} instead of {meant}', { key, meant }),
  message: msg('OpenAI’s Batch API reads "{meant}"; this line has "{key}". Rename it.', {
    meant,
    key,
  }),
  has: [key],
  lacks: [meant],
  replaces: [`missing:${meant}`, `unknown-key:${key}`],
}))

/** The keys by which a request body is known when its envelope is not there. */
const PROMPT_KEYS = ['messages', 'input', 'prompt', 'images'] as const

export const bareBody: PresenceRule = {
  code: 'bare-body',
  severity: 'error',
  title: msg('Request body without its envelope'),
  message: msg(
    'The line is a request body. The Batch API wants it inside \'{\'"custom_id": …, "method": "POST", "url": …, "body": …\'}\'.',
  ),
  has: PROMPT_KEYS,
  lacks: ['body', 'params', 'request', 'payload'],
  replaces: [
    'missing:custom_id',
    'missing:method',
    'missing:url',
    'missing:body',
    'misnamed:*',
    'unknown-key:*',
  ],
}
