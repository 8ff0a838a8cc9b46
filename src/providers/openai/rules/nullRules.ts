// Keys that may be left out and are written as null, as Python's model_dump() does. The API's
// description does not allow it; that OpenAI refuses it was recorded by no one.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import { formatPath } from '../../../json/jsonPath.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

/** `at`: where the object with `messages` is; in a request, of chat completions. `keys` are others of it. */
export function nullRule(at: JsonPath, keys: readonly string[]): LineRule {
  const paths: JsonPath[] = [
    [...at, 'messages', '[]', 'tool_calls'],
    [...at, 'messages', '[]', 'name'],
    ...keys.map((key) => [...at, key]),
  ]
  return {
    code: 'null-for-nothing',
    severity: 'warning',
    canBeNotice: true,
    title: msg('null where the key should be left out'),
    reads: [...paths.map((path) => ({ path, observes: 'type' }) as const), ['url']],
    anyOrder: true,
    check(all) {
      const values = all.slice(0, paths.length)
      if (at.length > 0 && all[paths.length] !== CHAT_COMPLETIONS) return undefined
      const index = values.findIndex((value) =>
        Array.isArray(value) ? value.includes(null) : value === null,
      )
      const path = paths[index]
      if (path === undefined) return undefined
      const shown = formatPath(path.map((step) => (step === '[]' ? 0 : step)))
      return {
        message: msg(
          '"{path}" is null. Leave the key out: the API’s description does not allow null here.',
          { path: shown.replace('[0]', '[…]') },
        ),
        at: index,
      }
    },
  }
}

/** Of a chat body: they may be left out and may not be null by the description. */
export const NULL_CHAT_KEYS = [
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'response_format',
  'functions',
  'function_call',
  'user',
]
