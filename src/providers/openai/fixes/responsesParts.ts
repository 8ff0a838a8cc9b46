// Parts of a message as /v1/chat/completions takes them, in the input of /v1/responses.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { toResponsesContent } from '../requests/contentParts.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'responsesParts',
  title: msg('Write the parts as /v1/responses takes them'),
  order: 57,
  codes: ['value:body.input[].content[].type'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    if (!line || !diagnostic.path) return undefined
    const content = diagnostic.path.slice(0, diagnostic.path.lastIndexOf('content') + 1)
    const json = content.length === 0 ? undefined : jsonAt(text, content)
    if (json === undefined) return undefined
    const role = valueAt(line, [...content.slice(0, -1), 'role'])
    const changed = toResponsesContent(json, role === 'assistant' ? role : 'user', writerFor(text))
    return changed === json ? undefined : replaceBy(setValue(text, content, changed))
  },
  examples: [
    {
      code: 'value:body.input[].content[].type',
      path: ['body', 'input', 0, 'content', 0, 'type'],
      before:
        '{"body":{"input":[{"role":"user","content":[{"type":"text","text":"1.0"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA=="}}]}]}}',
      after: [
        '{"body":{"input":[{"role":"user","content":[{"type":"input_text","text":"1.0"},{"type":"input_image","image_url":"data:image/png;base64,AA=="}]}]}}',
      ],
    },
    {
      code: 'value:body.input[].content[].type',
      path: ['body', 'input', 1, 'content', 0, 'type'],
      before:
        '{"body": {"input": [{"role": "user", "content": "問"}, {"role": "assistant", "content": [{"type": "text", "text": "}"}]}], "n": 9007199254740993}}',
      after: [
        '{"body": {"input": [{"role": "user", "content": "問"}, {"role": "assistant", "content": [{"type": "output_text", "text": "}"}]}], "n": 9007199254740993}}',
      ],
    },
    {
      code: 'value:body.input[].content[].type',
      path: ['body', 'input', 0, 'content', 0, 'type'],
      before:
        '{"body":{"input":[{"content":[{"type":"text","text":"\\"type\\""}],"role":"developer"}]}}',
      after: [
        '{"body":{"input":[{"content":[{"type":"input_text","text":"\\"type\\""}],"role":"developer"}]}}',
      ],
    },
  ],
})
