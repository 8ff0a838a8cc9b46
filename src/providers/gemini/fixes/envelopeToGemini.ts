// A request for Gemini in OpenAI's envelope: its id and its body get Gemini's names. The method and the url,
// which Gemini's batches do not have, go.
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'
import { removeMember, renameKey } from '../../../json/spliceText.ts'

export const fix = defineFix({
  id: 'envelopeToGemini',
  title: msg('Write the envelope as Gemini reads it'),
  order: 49,
  codes: ['gemini-envelope'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line || Object.hasOwn(line, 'key') || Object.hasOwn(line, 'request')) return undefined
    const withKey = renameKey(text, [], 'custom_id', 'key')
    const renamed = withKey && renameKey(withKey, [], 'body', 'request')
    return replaceBy(
      renamed && ['method', 'url'].reduce((kept, key) => removeMember(kept, [], key), renamed),
    )
  },
  examples: [
    {
      code: 'gemini-envelope',
      before:
        '{"custom_id": "a", "method": "POST", "url": "/v1beta/models/g:generateContent", "body": {"contents": []}}',
      after: ['{"key": "a", "request": {"contents": []}}'],
    },
    {
      code: 'gemini-envelope',
      before:
        '{"body":{"contents":[{"parts":[{"text":"url \\"body\\""}]}],"n":1.0},"custom_id":"任務"}',
      after: [
        '{"request":{"contents":[{"parts":[{"text":"url \\"body\\""}]}],"n":1.0},"key":"任務"}',
      ],
    },
    {
      code: 'gemini-envelope',
      before: '{"custom_id":"b","url":"/v1/x","body":{"url":2,"contents":[]},"model":"g"}',
      after: ['{"key":"b","request":{"url":2,"contents":[]},"model":"g"}'],
    },
  ],
})
