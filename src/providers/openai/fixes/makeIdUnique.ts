// A custom_id that an earlier request has: a number is added at its end. A result with another id would
// be no request's any more.
import { rangeOfPath } from '../../../json/locate.ts'
import { replaceRange } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { freeKey } from '../requests/freeKey.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { isResult } from '../../common/envelope.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'makeIdUnique',
  title: msg('Make the custom_id unique'),
  order: 40,
  codes: ['duplicate-custom-id'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const line = parseObject(text)
    if (!line || isResult(line)) return undefined
    const id = line['custom_id']
    const range = typeof id === 'string' ? rangeOfPath(text, ['custom_id'])?.value : undefined
    if (typeof id !== 'string' || !range || !isKeyTaken(id)) return undefined
    const unique = freeKey(id, isKeyTaken, true)
    if (!unique.startsWith(id)) {
      return { kind: 'replace', text: replaceRange(text, range, JSON.stringify(unique)) }
    }
    // The characters that are there keep their escapes.
    const end = { from: range.to - 1, to: range.to - 1 }
    return { kind: 'replace', text: replaceRange(text, end, unique.slice(id.length)) }
  },
  examples: [
    {
      code: 'duplicate-custom-id',
      before: '{"custom_id": "a", "body": {}}',
      after: ['{"custom_id": "a-4", "body": {}}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"body":{"custom_id":"x"},"custom_id":"\\u0061"}',
      after: ['{"body":{"custom_id":"x"},"custom_id":"\\u0061-4"}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"n": 9007199254740993, "custom_id": "a-2"}',
      after: ['{"n": 9007199254740993, "custom_id": "a-2-2"}'],
    },
    {
      code: 'duplicate-custom-id',
      before: '{"custom_id" : "a" , "問": 1.0}',
      after: ['{"custom_id" : "a-4" , "問": 1.0}'],
    },
  ],
})
