// A value of another type where only a string is taken: arguments of a tool call that are an object,
// numbers as metadata.
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
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
  encodes: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    if (!diagnostic.path?.length || !line) return undefined
    const isRecord = diagnostic.code.endsWith('.*')
    // Where a list of parts is taken, too, it is not what is wrong.
    const kind = kindOf(valueAt(line, diagnostic.path))
    const locator = createLocator(text)
    const splices: TextSplice[] = []
    for (const path of pathsLike(line, diagnostic)) {
      const value = valueAt(line, path)
      if (typeof value === 'string' || value === null) continue
      if (!isRecord && kindOf(value) !== kind) continue
      const range = locator.rangeOfPath(path)?.value
      if (!range) continue
      splices.push({ ...range, insert: JSON.stringify(text.slice(range.from, range.to)) })
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
      code: 'type:body.messages[].tool_calls[].function.arguments',
      path: ['body', 'messages', 1, 'tool_calls', 0, 'function', 'arguments'],
      before:
        '{"body": {"messages": [{"role": "user"}, {"tool_calls": [{"function": {"arguments": { "a" : 1.0, "b": [9007199254740993, "\\u00e9"] }}}, {"function": {"arguments": "{}"}}, {"function": {"arguments": {"c": 1, "d": 2}}}]}]}}',
      after: [
        '{"body": {"messages": [{"role": "user"}, {"tool_calls": [{"function": {"arguments": "{ \\"a\\" : 1.0, \\"b\\": [9007199254740993, \\"\\\\u00e9\\"] }"}}, {"function": {"arguments": "{}"}}, {"function": {"arguments": "{\\"c\\": 1, \\"d\\": 2}"}}]}]}}',
      ],
    },
    {
      code: 'type:body.input[].output',
      path: ['body', 'input', 1, 'output'],
      before:
        '{"body":{"input":[{"output":[{"type":"input_text","text":"x"}]},{"output":{"a":1,"b":"}"}}]}}',
      after: [
        '{"body":{"input":[{"output":[{"type":"input_text","text":"x"}]},{"output":"{\\"a\\":1,\\"b\\":\\"}\\"}"}]}}',
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

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}

/** What is at fault in one element or value of a record is in the others as well. */
function pathsLike(line: unknown, { code, path = [] }: Diagnostic): readonly JsonPath[] {
  const isOfRecord = code.endsWith('.*')
  let paths: JsonPath[] = [[]]
  path.forEach((step, at) => {
    if (typeof step === 'number') paths = paths.flatMap((before) => elementsAt(line, before))
    else if (isOfRecord && at === path.length - 1)
      paths = paths.flatMap((before) => keysAt(line, before))
    else paths = paths.map((before) => [...before, step])
  })
  return paths
}

function elementsAt(line: unknown, path: JsonPath): readonly JsonPath[] {
  const list = valueAt(line, path)
  return Array.isArray(list) ? list.map((_, index) => [...path, index]) : []
}

function keysAt(line: unknown, path: JsonPath): readonly JsonPath[] {
  const record = valueAt(line, path)
  return isObject(record) ? Object.keys(record).map((key) => [...path, key]) : []
}
