// A request of /v1/chat/completions whose prompt stands in `input`, as in responses.
import { isObject } from '../../../json/jsonPath.ts'
import { renameKey, setValue } from '../../../json/spliceText.ts'
import { toChatContent } from '../requests/contentParts.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { changeMessages } from '../requests/messageList.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, type Writer, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const INPUT = ['body', 'input']

export const fix = defineFix({
  id: 'inputToMessages',
  title: msg('Move input to messages'),
  order: 58,
  codes: ['misplaced:body.input'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const body = line?.['body']
    const url = line?.['url']
    if (url !== undefined && url !== CHAT_COMPLETIONS) return undefined
    if (!isObject(body) || Object.hasOwn(body, 'messages')) return undefined
    const json = asMessages(body['input'], jsonAt(text, INPUT) ?? '', writerFor(text))
    const changed = json === undefined ? undefined : setValue(text, INPUT, json)
    return replaceBy(changed && renameKey(changed, ['body'], 'input', 'messages'))
  },
  examples: [
    {
      code: 'misplaced:body.input',
      before: '{"url":"/v1/chat/completions","body":{"input":"say \\"input\\"","n":1.0}}',
      after: [
        '{"url":"/v1/chat/completions","body":{"messages":[{"role":"user","content":"say \\"input\\""}],"n":1.0}}',
      ],
    },
    {
      code: 'misplaced:body.input',
      before:
        '{"body": {"input": [{"role": "user", "content": [{"type": "input_text", "text": "問"}, {"type": "input_image", "image_url": "https://x.org/}", "detail": "low"}]}]}}',
      after: [
        '{"body": {"messages": [{"role": "user", "content": [{"type": "text", "text": "問"}, {"type": "image_url", "image_url": {"url": "https://x.org/}", "detail": "low"}}]}]}}',
      ],
    },
    {
      code: 'misplaced:body.input',
      before:
        '{"body":{"input":[{"role":"system","content":"x"}],"seed":9007199254740993,"a":"input"}}',
      after: [
        '{"body":{"messages":[{"role":"system","content":"x"}],"seed":9007199254740993,"a":"input"}}',
      ],
    },
  ],
})

function asMessages(input: unknown, json: string, writer: Writer): string | undefined {
  if (typeof input === 'string') {
    const message = writer.object([
      ['role', '"user"'],
      ['content', json],
    ])
    return writer.array([message])
  }
  return Array.isArray(input) ? changeMessages(json, writer, toChatContent) : undefined
}
