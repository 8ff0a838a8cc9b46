// A value of another type where only a string is taken: arguments of a tool call that are an object,
// numbers as metadata.
import { msg } from '../../i18n/message.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { createLocator } from '../../json/locate.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject, replaceBy } from '../lineValue.ts'
import { applySplices } from '../textSplice.ts'
import type { TextSplice } from '../textSplice.ts'

export const fix = defineFix({
  id: 'valueToString',
  title: msg('Make the value a string'),
  order: 53,
  codes: [
    'type:body.metadata.*',
    'type:body.user',
    'type:body.model',
    'type:body.stop',
    'type:body.messages[].tool_calls[].function.arguments',
    'type:messages[].tool_calls[].function.arguments',
    'type:body.messages[].function_call.arguments',
    'type:messages[].function_call.arguments',
    'type:body.input[].arguments',
    'type:body.input[].output',
    'type:body.messages[].content[].text',
    'type:messages[].content[].text',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!diagnostic.path?.length || !parseObject(text)) return undefined
    const holder = diagnostic.path.slice(0, -1)
    const isRecord = diagnostic.code.endsWith('.*')
    const keys = isRecord ? keysOf(text, holder) : diagnostic.path.slice(-1)
    const locator = createLocator(text)
    const splices: TextSplice[] = []
    for (const key of keys) {
      const range = locator.rangeOfPath([...holder, key])?.value
      const value = range ? text.slice(range.from, range.to) : 'null'
      if (!range || value.startsWith('"') || value === 'null') continue
      splices.push({ ...range, insert: JSON.stringify(value) })
    }
    splices.sort((a, b) => a.from - b.from)
    return replaceBy(splices.length ? applySplices(text, splices) : undefined)
  },
  examples: [
    {
      code: 'type:body.metadata.*',
      path: ['body', 'metadata', 'a'],
      before: '{"body": {"metadata": {"a": 1.0, "b": 1}}}',
      after: ['{"body": {"metadata": {"a": "1.0", "b": "1"}}}'],
    },
    {
      code: 'type:body.messages[].tool_calls[].function.arguments',
      path: ['body', 'messages', 0, 'tool_calls', 0, 'function', 'arguments'],
      before: '{"body":{"messages":[{"tool_calls":[{"function":{"arguments":{"q": "\\n問"}}}]}]}}',
      after: [
        '{"body":{"messages":[{"tool_calls":[{"function":{"arguments":"{\\"q\\": \\"\\\\n問\\"}"}}]}]}}',
      ],
    },
    {
      code: 'type:body.user',
      path: ['body', 'user'],
      before: '{"user": 1, "body": {"user": 9007199254740993}}',
      after: ['{"user": 1, "body": {"user": "9007199254740993"}}'],
    },
  ],
})

/** All keys of a record: each of its values is to be a string. */
function keysOf(text: string, path: JsonPath): readonly string[] {
  const record = valueAt(parseObject(text), path)
  return isObject(record) ? Object.keys(record) : []
}
