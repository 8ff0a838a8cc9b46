// Keys that may be left out and are written as null, as Python's model_dump() does. The API's
// description does not allow it; that OpenAI refuses it was recorded by no one.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import { formatPath } from '../../../json/jsonPath.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  RESPONSES,
} from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

interface NullPaths {
  /** Of requests to these; of all lines when absent. */
  readonly urls?: readonly unknown[]
  readonly paths: readonly JsonPath[]
}

function nullRule(groups: readonly NullPaths[]): LineRule {
  const paths = groups.flatMap((group) => group.paths)
  const urlsOfPath = groups.flatMap((group) => group.paths.map(() => group.urls))
  return {
    code: 'null-for-nothing',
    severity: 'warning',
    canBeNotice: true,
    title: msg('null where the key should be left out'),
    reads: [['url'], ...paths.map((path) => ({ path, observes: 'type' }) as const)],
    anyOrder: true,
    apart: 'reads',
    check([url, ...values]) {
      const index = values.findIndex(
        (value, i) =>
          (urlsOfPath[i]?.includes(url) ?? true) &&
          (Array.isArray(value) ? value.includes(null) : value === null),
      )
      const path = paths[index]
      if (path === undefined) return undefined
      const shown = formatPath(path.map((step) => (step === '[]' ? 0 : step)))
      return {
        message: msg(
          '"{path}" is null. Leave the key out: the API’s description does not allow null here.',
          { path: shown.replace('[0]', '[…]') },
        ),
        at: index + 1,
      }
    },
  }
}

const MESSAGE_KEYS = ['tool_calls', 'name'] as const

function inMessages(
  at: JsonPath,
  keys: readonly (typeof MESSAGE_KEYS)[number][] = MESSAGE_KEYS,
): readonly JsonPath[] {
  return keys.map((key) => [...at, 'messages', '[]', key])
}

/** Of examples for fine-tuning; `keys` are those beside their messages. */
export function exampleNullRule(keys: readonly string[]): LineRule {
  return nullRule([{ paths: [...inMessages([]), ...keys.map((key) => [key])] }])
}

const CHAT_KEYS = [
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'response_format',
  'functions',
  'function_call',
  'user',
]

const RESPONSES_KEYS = [
  'tools',
  'tool_choice',
  'text',
  'user',
  'prompt_cache_options',
  'access_programs',
  'image',
]

/** As LiteLLM sends them, which servers of others refuse (eneo#468 of 2026-06). */
const EMBEDDING_KEYS = ['encoding_format', 'dimensions', 'user']

const EDIT_KEYS = ['mask', 'markup']

/** Of items that the API once put out, and that are sent again. */
const ITEM_KEYS = ['status', 'namespace']

/** All keys that may be left out instead: of a request, of its messages, and of items of its input. */
export const NULL_KEYS = {
  request: [...new Set([...CHAT_KEYS, ...RESPONSES_KEYS, ...EMBEDDING_KEYS, ...EDIT_KEYS])],
  messages: MESSAGE_KEYS,
  input: ITEM_KEYS,
} as const

const inBody = (key: string): JsonPath => ['body', key]

/**
 * Of requests: calls that are null, which other servers of the same API refuse (SWE-agent#967). Told of each line, not
 * once for the file.
 */
export const nullCallsRule: LineRule = {
  code: 'null-tool-calls',
  severity: 'warning',
  title: msg('tool_calls is null'),
  reads: [['url'], { path: ['body', 'messages', '[]', 'tool_calls'], observes: 'type' }],
  anyOrder: true,
  apart: 'elements',
  check([url, calls]) {
    if (url !== CHAT_COMPLETIONS || !Array.isArray(calls)) return undefined
    const element = calls.indexOf(null)
    if (element < 0) return undefined
    return {
      message: msg(
        'Message {position, number} has "tool_calls": null. Leave the key out: the API’s description does not allow null here, and some servers refuse it.',
        { position: element + 1 },
      ),
      at: 1,
      inside: [element],
    }
  },
}

/** Of requests: keys that may be left out and may not be null by the description. */
export const requestNullRule = nullRule([
  {
    urls: [CHAT_COMPLETIONS],
    paths: [...inMessages(['body'], ['name']), ...CHAT_KEYS.map(inBody)],
  },
  {
    urls: [RESPONSES],
    paths: [...RESPONSES_KEYS.map(inBody), ...ITEM_KEYS.map((key) => ['body', 'input', '[]', key])],
  },
  { urls: [EMBEDDINGS], paths: EMBEDDING_KEYS.map(inBody) },
  { urls: [IMAGE_EDITS], paths: EDIT_KEYS.map(inBody) },
  { urls: [COMPLETIONS, IMAGE_EDITS, IMAGE_GENERATIONS], paths: [inBody('user')] },
])
