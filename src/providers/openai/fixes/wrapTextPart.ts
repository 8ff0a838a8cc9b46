// A text by itself among the parts of a message.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { elementsOf, jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'wrapTextPart',
  title: msg('Make the text a part of the message'),
  order: 56,
  codes: [
    'type:body.messages[].content[]',
    'type:messages[].content[]',
    'type:body.input[].content[]',
  ],
  safeForAll: true,
  propose({ text, diagnostic: { path } }) {
    const line = parseObject(text)
    const content = path?.slice(0, -1)
    if (!line || content?.at(-1) !== 'content') return undefined
    const json = jsonAt(text, content)
    if (!json?.startsWith('[')) return undefined
    const writer = writerFor(text)
    const type = content.includes('input')
      ? valueAt(line, [...content.slice(0, -1), 'role']) === 'assistant'
        ? '"output_text"'
        : '"input_text"'
      : '"text"'
    const before = elementsOf(json)
    const after = before.map((part) =>
      part.startsWith('"')
        ? writer.object([
            ['type', type],
            ['text', part],
          ])
        : part,
    )
    if (after.every((part, i) => part === before[i])) return undefined
    return replaceBy(setValue(text, content, writer.array(after)))
  },
  examples: [
    {
      code: 'type:body.messages[].content[]',
      path: ['body', 'messages', 0, 'content', 0],
      before: '{"body":{"messages":[{"role":"user","content":["}]\\u4e2d"]}],"n":1.0}}',
      after: [
        '{"body":{"messages":[{"role":"user","content":[{"type":"text","text":"}]\\u4e2d"}]}],"n":1.0}}',
      ],
    },
    {
      code: 'type:body.input[].content[]',
      path: ['body', 'input', 0, 'content', 1],
      before:
        '{"body": {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "a"}, "問"]}]}}',
      after: [
        '{"body": {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "a"}, {"type": "output_text", "text": "問"}]}]}}',
      ],
    },
    {
      code: 'type:messages[].content[]',
      path: ['messages', 0, 'content', 0],
      before: '{"messages":[{"content":["a","b"],"x":9007199254740993}]}',
      after: [
        '{"messages":[{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}],"x":9007199254740993}]}',
      ],
    },
  ],
})
