// Text of the model's own in the input of /v1/responses, as the API takes it there.
import { isObject } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'outputParts',
  title: msg('Write the answers as output_text'),
  order: 57,
  codes: ['assistant-input-part'],
  safeForAll: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body) || !Array.isArray(body['input'])) return undefined
    let changed = text
    for (const [item, message] of body['input'].entries()) {
      if (!isObject(message) || message['role'] !== 'assistant') continue
      if (!Array.isArray(message['content'])) continue
      for (const [part, value] of message['content'].entries()) {
        if (!isObject(value) || value['type'] !== 'input_text') continue
        const path = ['body', 'input', item, 'content', part, 'type']
        changed = setValue(changed, path, '"output_text"') ?? changed
      }
    }
    return changed === text ? undefined : replaceBy(changed)
  },
  examples: [
    {
      code: 'assistant-input-part',
      before:
        '{"body":{"input":[{"role":"assistant","content":[{"type":"input_text","text":"input_text"}]}],"top_p":1.0}}',
      after: [
        '{"body":{"input":[{"role":"assistant","content":[{"type":"output_text","text":"input_text"}]}],"top_p":1.0}}',
      ],
    },
    {
      code: 'assistant-input-part',
      before:
        '{"body": {"input": [{"role": "user", "content": [{"type": "input_text", "text": "問"}]}, {"content": [{"text": "}", "type": "input_text"}, {"type": "refusal", "refusal": ","}], "role": "assistant"}]}}',
      after: [
        '{"body": {"input": [{"role": "user", "content": [{"type": "input_text", "text": "問"}]}, {"content": [{"text": "}", "type": "output_text"}, {"type": "refusal", "refusal": ","}], "role": "assistant"}]}}',
      ],
    },
    {
      code: 'assistant-input-part',
      before:
        '{"body":{"input":[{"role":"assistant","content":[{"type":"input_text","text":"\\"a\\""},{"type":"input_text","text":"b"}]}],"max_output_tokens":9007199254740993}}',
      after: [
        '{"body":{"input":[{"role":"assistant","content":[{"type":"output_text","text":"\\"a\\""},{"type":"output_text","text":"b"}]}],"max_output_tokens":9007199254740993}}',
      ],
    },
  ],
})
