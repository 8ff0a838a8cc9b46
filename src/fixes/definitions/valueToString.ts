// A value of another type where only a string is taken: arguments of a tool call that are an object,
// numbers as metadata.
import { msg } from '../../i18n/message.ts'
import { valueAt } from '../../json/jsonPath.ts'
import { createLocator } from '../../json/locate.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject, replaceBy } from '../lineValue.ts'
import { pathsLike } from '../pathsLike.ts'
import { applySplices } from '../textSplice.ts'
import type { TextSplice } from '../textSplice.ts'

/** Where a number was meant as a text; an object there was meant as something else. */
const PLAIN_TEXTS: readonly string[] = [
  'type:body.input',
  'type:body.input[]',
  'type:body.input[].call_id',
  'type:body.input[].content',
  'type:body.input[].content[].text',
  'type:body.instructions',
  'type:body.messages[].content',
  'type:body.messages[].name',
  'type:body.messages[].tool_call_id',
  'type:body.messages[].tool_calls[].id',
  'type:body.prompt',
  'type:body.prompt_cache_key',
  'type:body.safety_identifier',
  'type:messages[].content',
  'type:messages[].name',
  'type:messages[].tool_call_id',
  'type:messages[].tool_calls[].id',
  'type:completion',
  'type:prompt',
  'type:input.messages[].content',
  'type:preferred_output[].content',
  'type:non_preferred_output[].content',
]

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
    ...PLAIN_TEXTS,
  ],
  safeForAll: true,
  encodes: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    if (!diagnostic.path?.length || !line) return undefined
    const isRecord = diagnostic.code.endsWith('.*')
    // Where a list of parts is taken, too, it is not what is wrong.
    const kind = kindOf(valueAt(line, diagnostic.path))
    if (PLAIN_TEXTS.includes(diagnostic.code) && kind !== 'number' && kind !== 'boolean')
      return undefined
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
      code: 'type:body.messages[].content',
      path: ['body', 'messages', 0, 'content'],
      before:
        '{"body": {"messages": [{"content": 1.50}, {"content": ["1"]}, {"content": 9007199254740993}]}}',
      after: [
        '{"body": {"messages": [{"content": "1.50"}, {"content": ["1"]}, {"content": "9007199254740993"}]}}',
      ],
    },
    {
      code: 'type:body.input[]',
      path: ['body', 'input', 1],
      before: '{"url":"/v1/moderations","body":{"input":["a",1.0,2]}}',
      after: ['{"url":"/v1/moderations","body":{"input":["a","1.0","2"]}}'],
    },
    {
      code: 'type:completion',
      path: ['completion'],
      before: '{"prompt":"4?","completion":true}',
      after: ['{"prompt":"4?","completion":"true"}'],
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
