// A custom_id that is a number or anything else becomes the string of what it says.
import { MAX_CUSTOM_ID } from '../limits.ts'
import { rangeOfPath } from '../../../json/locate.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { freeKey, keyOfText } from '../requests/freeKey.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'idToString',
  title: msg('Make the custom_id a string'),
  order: 41,
  codes: ['type:custom_id'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const id = parseObject(text)?.['custom_id']
    if (id === undefined || typeof id === 'string') return undefined
    const range = rangeOfPath(text, ['custom_id'])?.value
    if (!range) return undefined
    // As it is written: a number beyond 2^53 keeps its digits.
    const written = text.slice(range.from, range.to)
    const isNothing = id === null || written.length > MAX_CUSTOM_ID
    const key = isNothing ? keyOfText(text, isKeyTaken) : freeKey(written, isKeyTaken)
    return replaceBy(setValue(text, ['custom_id'], JSON.stringify(key)))
  },
  examples: [
    {
      code: 'type:custom_id',
      before: '{"custom_id": 7, "body": {}}',
      after: ['{"custom_id": "7", "body": {}}'],
    },
    {
      code: 'type:custom_id',
      before: '{"custom_id":9007199254740993}',
      after: ['{"custom_id":"9007199254740993"}'],
    },
    {
      code: 'type:custom_id',
      before: '{"custom_id": {"a": "b"}, "x": 1.0}',
      after: ['{"custom_id": "{\\"a\\": \\"b\\"}", "x": 1.0}'],
    },
    { code: 'type:custom_id', before: '{"custom_id": true}', after: ['{"custom_id": "true"}'] },
    {
      code: 'type:custom_id',
      before: '{"custom_id": null}',
      after: ['{"custom_id": "request-7f64fb61"}'],
    },
  ],
})
