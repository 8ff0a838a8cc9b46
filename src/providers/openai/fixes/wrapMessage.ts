// A text by itself where a message belongs: what the user says.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { elementsOf, jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { RESPONSES } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'wrapMessage',
  title: msg('Make the text a message of the user'),
  order: 56,
  codes: ['type:body.messages', 'type:body.messages[]', 'type:body.input[]'],
  safeForAll: true,
  propose({ text, diagnostic: { path } }) {
    const line = parseObject(text)
    if (!path || !line) return undefined
    // Lists of texts to embed or to moderate have no messages.
    if (path.includes('input') && (line['url'] ?? RESPONSES) !== RESPONSES) return undefined
    const isOne = typeof path.at(-1) === 'number'
    const list = isOne ? path.slice(0, -1) : path
    const json = jsonAt(text, list)
    if (json === undefined) return undefined
    const writer = writerFor(text)
    const elements = json.startsWith('[') ? elementsOf(json) : [json]
    const texts = elements.filter((element) => element.startsWith('"'))
    if (texts.length === 0) return undefined
    const messages = elements.map((element) =>
      element.startsWith('"')
        ? writer.object([
            ['role', '"user"'],
            ['content', element],
          ])
        : element,
    )
    const proposal = replaceBy(setValue(text, list, writer.array(messages)))
    // Several may be what two say in turns.
    return proposal && { ...proposal, isForOneLine: texts.length > 1 }
  },
  examples: [
    {
      code: 'type:body.messages',
      path: ['body', 'messages'],
      before: '{"body": {"n": 1.0, "messages": "Say \\"]}\\", \\u4e2d"}}',
      after: [
        '{"body": {"n": 1.0, "messages": [{"role": "user", "content": "Say \\"]}\\", \\u4e2d"}]}}',
      ],
    },
    {
      code: 'type:body.input[]',
      path: ['body', 'input', 0],
      before: '{"body":{"input":["問"],"seed":9007199254740993}}',
      after: ['{"body":{"input":[{"role":"user","content":"問"}],"seed":9007199254740993}}'],
    },
    {
      code: 'type:body.messages[]',
      path: ['body', 'messages', 1],
      before: '{"body":{"messages":[{"role":"system","content":"😀"},"Hi"]}}',
      after: [
        '{"body":{"messages":[{"role":"system","content":"😀"},{"role":"user","content":"Hi"}]}}',
      ],
    },
  ],
})
