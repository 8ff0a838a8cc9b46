// A request without an id, or with an empty one: the id is made from the line, so that it is the same
// every time. A result cannot have one made up: it would be no request's.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { keyOfText } from '../requests/freeKey.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { isResult } from '../../common/envelope.ts'
import { insertEnvelopeKey } from '../requests/envelope.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'addCustomId',
  title: msg('Add a custom_id'),
  order: 42,
  codes: ['missing:custom_id', 'too-small:custom_id'],
  safeForAll: true,
  propose({ text, isKeyTaken }) {
    const line = parseObject(text)
    if (!line || isResult(line)) return undefined
    const id = JSON.stringify(keyOfText(text, isKeyTaken))
    if (line['custom_id'] === '') return replaceBy(setValue(text, ['custom_id'], id))
    if (Object.hasOwn(line, 'custom_id')) return undefined
    return replaceBy(insertEnvelopeKey(text, line, 'custom_id', id))
  },
  examples: [
    {
      code: 'missing:custom_id',
      before: '{"method": "POST", "body": {}}',
      after: ['{"custom_id": "request-0586d786", "method": "POST", "body": {}}'],
    },
    {
      code: 'missing:custom_id',
      before: '{"method":"POST","body":{"custom_id":"a"}}',
      after: ['{"custom_id":"request-53015cf4","method":"POST","body":{"custom_id":"a"}}'],
    },
    { code: 'missing:custom_id', before: '{}', after: ['{"custom_id":"request-5465b825"}'] },
    {
      code: 'too-small:custom_id',
      before: '{"n": 1.0, "custom_id": ""}',
      after: ['{"n": 1.0, "custom_id": "request-ee873aa7"}'],
    },
  ],
})
