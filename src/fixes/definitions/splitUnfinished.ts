// Records on one line of which one was cut off: each gets a line of its own, so that nothing is lost.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { CODES_OF_UNFINISHED, unfinishedRecords } from '../joinedRecords.ts'

export const fix = defineFix({
  id: 'splitUnfinished',
  title: msg('Split: each record on its own line'),
  order: 95,
  codes: CODES_OF_UNFINISHED,
  safeForAll: true,
  propose({ text }) {
    const pieces = unfinishedRecords(text)
    if (!pieces) return undefined
    return { kind: 'split', texts: pieces.map(({ from, to }) => text.slice(from, to)) }
  },
  examples: [
    {
      code: 'unfinished-record',
      before: '{"a":1,"b":"tex{"a":2,"b":"text"}',
      after: ['{"a":1,"b":"tex', '{"a":2,"b":"text"}'],
    },
    {
      code: 'missing-comma',
      before: '{"n": 1.0, "te{"n": 9007199254740993}{"n": 3}',
      after: ['{"n": 1.0, "te', '{"n": 9007199254740993}', '{"n": 3}'],
    },
    {
      code: 'two-values',
      before: '{"問": "答"},{"問": "😀',
      after: ['{"問": "答"}', '{"問": "😀'],
    },
  ],
})
