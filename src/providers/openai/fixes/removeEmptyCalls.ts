// A message of the assistant with an empty list of calls: the key goes.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

/** Where messages are: in requests, and in examples. */
const PLACES = [['body', 'messages'], ['messages']] as const

export const fix = defineFix({
  id: 'removeEmptyCalls',
  title: msg('Remove empty tool_calls'),
  order: 57,
  codes: ['too-small:body.messages[].tool_calls', 'too-small:messages[].tool_calls'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    let next = text
    for (const path of PLACES) {
      const messages = valueAt(line, path)
      if (!Array.isArray(messages)) continue
      for (const [i, message] of (messages as readonly unknown[]).entries()) {
        const calls = isObject(message) ? message['tool_calls'] : undefined
        if (Array.isArray(calls) && calls.length === 0) {
          next = removeMember(next, [...path, i], 'tool_calls')
        }
      }
    }
    return next === text ? undefined : { kind: 'replace', text: next }
  },
  examples: [
    {
      code: 'too-small:body.messages[].tool_calls',
      before:
        '{"body": {"messages": [{"role": "assistant", "content": "\\"tool_calls\\": []", "tool_calls": []}], "n": 1.0}}',
      after: [
        '{"body": {"messages": [{"role": "assistant", "content": "\\"tool_calls\\": []"}], "n": 1.0}}',
      ],
    },
    {
      code: 'too-small:body.messages[].tool_calls',
      before:
        '{"body":{"messages":[{"tool_calls":[],"role":"assistant","content":"問"},{"tool_calls":[{"id":"c"}]}]}}',
      after: [
        '{"body":{"messages":[{"role":"assistant","content":"問"},{"tool_calls":[{"id":"c"}]}]}}',
      ],
    },
    {
      code: 'too-small:body.messages[].tool_calls',
      path: ['body', 'messages', 0, 'tool_calls'],
      before: '{"body":{"messages":[{"role":"assistant","content":"[]","tool_calls":[]}]}}',
      after: ['{"body":{"messages":[{"role":"assistant","content":"[]"}]}}'],
    },
    {
      code: 'too-small:messages[].tool_calls',
      before: '{"messages":[{"tool_calls":[ ],"n":9007199254740993}]}',
      after: ['{"messages":[{"n":9007199254740993}]}'],
    },
  ],
})
