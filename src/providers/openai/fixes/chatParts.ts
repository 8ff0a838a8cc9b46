// Parts of a message as /v1/responses takes them, or an image's url by itself, in a chat.
import { setValue } from '../../../json/spliceText.ts'
import { toChatContent } from '../requests/contentParts.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'chatParts',
  title: msg('Write the parts as chat completions take them'),
  order: 57,
  codes: [
    'value:body.messages[].content[].type',
    'value:messages[].content[].type',
    'type:body.messages[].content[].image_url',
    'type:messages[].content[].image_url',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!parseObject(text) || !diagnostic.path) return undefined
    // Of the content that the finding is in: the parts are its elements.
    const content = diagnostic.path.slice(0, diagnostic.path.lastIndexOf('content') + 1)
    const json = content.length === 0 ? undefined : jsonAt(text, content)
    if (json === undefined) return undefined
    const changed = toChatContent(json, 'user', writerFor(text))
    return changed === json ? undefined : replaceBy(setValue(text, content, changed))
  },
  examples: [
    {
      code: 'value:body.messages[].content[].type',
      path: ['body', 'messages', 0, 'content', 0, 'type'],
      before:
        '{"body":{"messages":[{"role":"user","content":[{"type":"input_text","text":"1.0"},{"type":"input_image","image_url":"data:image/png;base64,AA=="}]}]}}',
      after: [
        '{"body":{"messages":[{"role":"user","content":[{"type":"text","text":"1.0"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}]}}',
      ],
    },
    {
      code: 'type:body.messages[].content[].image_url',
      path: ['body', 'messages', 0, 'content', 1, 'image_url'],
      before:
        '{"body": {"messages": [{"content": [{"type": "text", "text": "問"}, {"type": "image_url", "image_url": "https://x.org/}", "detail": "low"}]}], "n": 9007199254740993}}',
      after: [
        '{"body": {"messages": [{"content": [{"type": "text", "text": "問"}, {"type": "image_url", "image_url": {"url": "https://x.org/}", "detail": "low"}}]}], "n": 9007199254740993}}',
      ],
    },
    {
      code: 'type:messages[].content[].image_url',
      path: ['messages', 0, 'content', 0, 'image_url'],
      before: '{"messages":[{"content":[{"image_url":"https://x.org","type":"image_url"}]}]}',
      after: [
        '{"messages":[{"content":[{"type":"image_url","image_url":{"url":"https://x.org"}}]}]}',
      ],
    },
  ],
})
