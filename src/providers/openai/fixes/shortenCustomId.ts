// A custom_id over the limit keeps its beginning.
import { cutText } from '../../../base/cutText.ts'
import { MAX_CUSTOM_ID } from '../limits.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { freeKey } from '../requests/freeKey.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'shortenCustomId',
  title: msg('Shorten the custom_id to 512 characters'),
  order: 113,
  codes: ['too-big:custom_id'],
  safeForAll: false,
  propose({ text, isKeyTaken }) {
    const id = parseObject(text)?.['custom_id']
    if (typeof id !== 'string' || id.length <= MAX_CUSTOM_ID) return undefined
    const cut = cutText(id, MAX_CUSTOM_ID)
    const free = JSON.stringify(freeKey(cut, isKeyTaken))
    return replaceBy(setValue(text, ['custom_id'], free))
  },
  examples: [
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'b'.repeat(600)}", "x": 1.0}`,
      after: [`{"custom_id": "${'b'.repeat(512)}", "x": 1.0}`],
    },
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'b'.repeat(511)}😀"}`,
      after: [`{"custom_id": "${'b'.repeat(511)}"}`],
    },
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'b'.repeat(509)}👍🏽"}`,
      after: [`{"custom_id": "${'b'.repeat(509)}"}`],
    },
    {
      code: 'too-big:custom_id',
      before: `{"custom_id": "${'任'.repeat(513)}"}`,
      after: [`{"custom_id": "${'任'.repeat(512)}"}`],
    },
  ],
})
