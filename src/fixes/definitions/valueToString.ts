// A value of another type where only a string is taken: arguments of a tool call that are an object,
// numbers as metadata.
import { rangeOfPath } from '../../json/locate.ts'
import { replaceRange } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject } from '../requestLine.ts'

export const fix = defineFix({
  id: 'valueToString',
  title: 'Make the value a string',
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
    'type:body.messages[].content[].text',
    'type:messages[].content[].text',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!diagnostic.path?.length || !parseObject(text)) return undefined
    const range = rangeOfPath(text, diagnostic.path)?.value
    if (!range) return undefined
    const value = text.slice(range.from, range.to)
    if (value.startsWith('"') || value === 'null') return undefined
    return { kind: 'replace', text: replaceRange(text, range, JSON.stringify(value)) }
  },
  examples: [
    {
      code: 'type:body.metadata.*',
      path: ['body', 'metadata', 'a'],
      before: '{"body": {"metadata": {"a": 1.0, "b": 1}}}',
      after: ['{"body": {"metadata": {"a": "1.0", "b": 1}}}'],
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
