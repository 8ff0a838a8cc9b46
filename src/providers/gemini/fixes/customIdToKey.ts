// Gemini's batches know a request by "key"; the name of OpenAI's is not read there, without a word.
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'
import { renameKey } from '../../../json/spliceText.ts'

export const fix = defineFix({
  id: 'customIdToKey',
  title: msg('Rename custom_id to key'),
  order: 49,
  codes: ['gemini-custom-id'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line || Object.hasOwn(line, 'key')) return undefined
    return replaceBy(renameKey(text, [], 'custom_id', 'key'))
  },
  examples: [
    {
      code: 'gemini-custom-id',
      before: '{"custom_id":"k-1","request":{"contents":[{"parts":[{"text":"custom_id"}]}]}}',
      after: ['{"key":"k-1","request":{"contents":[{"parts":[{"text":"custom_id"}]}]}}'],
    },
    {
      code: 'gemini-custom-id',
      before: '{ "request": {"contents": [], "custom_id": 1.0}, "custom_id" : "任務 \\"1\\"" }',
      after: ['{ "request": {"contents": [], "custom_id": 1.0}, "key" : "任務 \\"1\\"" }'],
    },
    {
      code: 'gemini-custom-id',
      before: '{"custom_id": 9007199254740993, "request": {"contents": []}}',
      after: ['{"key": 9007199254740993, "request": {"contents": []}}'],
    },
  ],
})
