// The content of a tool's message as parts, where fine-tuning takes a string: of one part of text, its text.
import { isObject } from '../../../json/jsonPath.ts'
import { createLocator } from '../../../json/locate.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { applySplices, type TextSplice } from '../../../fixes/textSplice.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'joinToolText',
  title: msg('Use the text of the part'),
  order: 57,
  codes: ['tool-content-parts'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const messages = parseObject(text)?.['messages']
    if (!Array.isArray(messages)) return undefined
    const locator = createLocator(text)
    const splices: TextSplice[] = []
    messages.forEach((message, at) => {
      if (!isObject(message) || message['role'] !== 'tool' || !isOneText(message['content'])) return
      const content = locator.rangeOfPath(['messages', at, 'content'])?.value
      const own = locator.rangeOfPath(['messages', at, 'content', 0, 'text'])?.value
      if (content && own) splices.push({ ...content, insert: text.slice(own.from, own.to) })
    })
    return replaceBy(splices.length > 0 ? applySplices(text, splices) : undefined)
  },
  examples: [
    {
      code: 'tool-content-parts',
      before:
        '{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]},{"role":"tool","content":[{"type":"text","text":"\\u4e2d]}"}],"n":1.0}]}',
      after: [
        '{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]},{"role":"tool","content":"\\u4e2d]}","n":1.0}]}',
      ],
    },
    {
      code: 'tool-content-parts',
      before: '{"messages": [{"role": "tool", "content": [ {"type": "text", "text": "問"} ]}]}',
      after: ['{"messages": [{"role": "tool", "content": "問"}]}'],
    },
    {
      code: 'tool-content-parts',
      before:
        '{"messages":[{"content":[{"text":"9007199254740993","type":"text"}],"role":"tool"},{"role":"tool","content":[{"type":"text","text":""}]}]}',
      after: [
        '{"messages":[{"content":"9007199254740993","role":"tool"},{"role":"tool","content":""}]}',
      ],
    },
  ],
})

/** One part, of text, that says nothing else. */
function isOneText(content: unknown): boolean {
  if (!Array.isArray(content) || content.length !== 1) return false
  const [part] = content as readonly unknown[]
  if (!isObject(part) || typeof part['text'] !== 'string' || part['type'] !== 'text') return false
  return Object.keys(part).length === 2
}
