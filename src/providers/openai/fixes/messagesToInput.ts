// A request of /v1/responses whose prompt stands in `messages`, as in chat completions.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { renameKey, setValue } from '../../../json/spliceText.ts'
import { toResponsesContent } from '../requests/contentParts.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { changeMessages } from '../requests/messageList.ts'
import { RESPONSES } from '../endpoints/urls.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const MESSAGES = ['body', 'messages']

export const fix = defineFix({
  id: 'messagesToInput',
  title: msg('Move messages to input'),
  order: 58,
  codes: ['misplaced:body.messages', 'missing:body.input'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const body = line?.['body']
    if (!isObject(body) || Object.hasOwn(body, 'input')) return undefined
    const url = line?.['url']
    if (url !== undefined && url !== RESPONSES) return undefined
    if (!Array.isArray(valueAt(line, MESSAGES))) return undefined
    const json = changeMessages(jsonAt(text, MESSAGES) ?? '', writerFor(text), toResponsesContent)
    const changed = json === undefined ? undefined : setValue(text, MESSAGES, json)
    return replaceBy(changed && renameKey(changed, ['body'], 'messages', 'input'))
  },
  examples: [
    {
      code: 'misplaced:body.messages',
      before:
        '{"url":"/v1/responses","body":{"messages":[{"role":"user","content":"\\"messages\\""}],"n":1.0}}',
      after: [
        '{"url":"/v1/responses","body":{"input":[{"role":"user","content":"\\"messages\\""}],"n":1.0}}',
      ],
    },
    {
      code: 'misplaced:body.messages',
      before:
        '{"body": {"messages": [{"role": "user", "content": [{"type": "text", "text": "問"}, {"type": "image_url", "image_url": {"url": "https://x.org/}", "detail": "low"}}]}, {"role": "assistant", "content": [{"type": "text", "text": "😀"}]}]}}',
      after: [
        '{"body": {"input": [{"role": "user", "content": [{"type": "input_text", "text": "問"}, {"type": "input_image", "image_url": "https://x.org/}", "detail": "low"}]}, {"role": "assistant", "content": [{"type": "output_text", "text": "😀"}]}]}}',
      ],
    },
    {
      code: 'misplaced:body.messages',
      before:
        '{"body":{"messages":[{"role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_image","url":"data:image/png;base64,AA=="}]}],"seed":9007199254740993}}',
      after: [
        '{"body":{"input":[{"role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_image","image_url":"data:image/png;base64,AA=="}]}],"seed":9007199254740993}}',
      ],
    },
  ],
})
