// Instructions as /v1/responses takes them, in a request of /v1/chat/completions: there they are the first message.
import { isObject } from '../../../json/jsonPath.ts'
import { rangeOfPath } from '../../../json/locate.ts'
import { removeMember, replaceRange } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const MESSAGES = ['body', 'messages']

export const fix = defineFix({
  id: 'instructionsToMessage',
  title: msg('Move the instructions into a system message'),
  order: 59,
  codes: ['misplaced:body.instructions'],
  safeForAll: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body) || typeof body['instructions'] !== 'string') return undefined
    const content = jsonAt(text, ['body', 'instructions'])
    const removed = removeMember(text, ['body'], 'instructions')
    const range = rangeOfPath(removed, MESSAGES)?.value
    const messages = body['messages']
    if (content === undefined || !range || !Array.isArray(messages)) return undefined
    const writer = writerFor(text)
    const message = writer.object([
      ['role', '"system"'],
      ['content', content],
    ])
    // A comma and what the line has after one.
    const comma = messages.length === 0 ? '' : writer.array(['', '']).slice(1, -1)
    const start = range.from + 1
    return replaceBy(replaceRange(removed, { from: start, to: start }, message + comma))
  },
  examples: [
    {
      code: 'misplaced:body.instructions',
      before:
        '{"body": {"instructions": "Be brief: \\"}\\u00e9", "messages": [ {"role": "user", "content": "問"} ], "n": 1.0}}',
      after: [
        '{"body": {"messages": [{"role": "system", "content": "Be brief: \\"}\\u00e9"},  {"role": "user", "content": "問"} ], "n": 1.0}}',
      ],
    },
    {
      code: 'misplaced:body.instructions',
      before: '{"body":{"messages":[{"role":"user"}],"instructions":"x","seed":9007199254740993}}',
      after: [
        '{"body":{"messages":[{"role":"system","content":"x"},{"role":"user"}],"seed":9007199254740993}}',
      ],
    },
    {
      code: 'misplaced:body.instructions',
      before: '{"body":{"instructions":"[😀]","messages":[]}}',
      after: ['{"body":{"messages":[{"role":"system","content":"[😀]"}]}}'],
    },
  ],
})
