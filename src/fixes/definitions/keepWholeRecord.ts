// A record that was cut off and a whole one after it, on one line: what was lost of the first is lost,
// and what is left of it goes.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { CODES_OF_UNFINISHED, unfinishedRecords } from '../joinedRecords.ts'

export const fix = defineFix({
  id: 'keepWholeRecord',
  title: msg('Keep the whole record'),
  order: 96,
  codes: CODES_OF_UNFINISHED,
  safeForAll: false,
  drops: true,
  propose({ text }) {
    const whole = unfinishedRecords(text)?.filter((piece) => piece.isWhole)
    const [only] = whole ?? []
    if (!only || whole?.length !== 1) return undefined
    return { kind: 'replace', text: text.slice(only.from, only.to) }
  },
  examples: [
    {
      code: 'unfinished-record',
      before: '{"a":1,"b":"tex{"a":2,"b":"text"}',
      after: ['{"a":2,"b":"text"}'],
    },
    {
      code: 'missing-comma',
      before: '{"n": 1.0, "te{"n": 9007199254740993, "text": "} {"}',
      after: ['{"n": 9007199254740993, "text": "} {"}'],
    },
    { code: 'two-values', before: '{"問": "答"},{"問": "😀', after: ['{"問": "答"}'] },
  ],
})
