// Spaces around a custom_id and invisible characters in it: results are matched by the exact text.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { freeKey } from '../requests/freeKey.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'trimCustomId',
  title: msg('Remove stray spaces from the custom_id'),
  order: 43,
  codes: ['custom-id-spaces'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const id = parseObject(text)?.['custom_id']
    if (typeof id !== 'string') return undefined
    const trimmed = id.replaceAll(/[\p{Cc}\u200b\u2060\ufeff]/gu, '').trim()
    if (trimmed === '' || trimmed === id) return undefined
    const free = JSON.stringify(freeKey(trimmed, isKeyTaken))
    return replaceBy(setValue(text, ['custom_id'], free))
  },
  examples: [
    {
      code: 'custom-id-spaces',
      before: '{"custom_id": " b ", "body": {}}',
      after: ['{"custom_id": "b", "body": {}}'],
    },
    { code: 'custom-id-spaces', before: '{"custom_id":"b c\\n"}', after: ['{"custom_id":"b c"}'] },
    {
      code: 'custom-id-spaces',
      before: '{"custom_id": "\u200b任務 7\\u0000"}',
      after: ['{"custom_id": "任務 7"}'],
    },
    {
      code: 'custom-id-spaces',
      before: '{"custom_id": "a ", "n": 1.0}',
      after: ['{"custom_id": "a-4", "n": 1.0}'],
    },
  ],
})
