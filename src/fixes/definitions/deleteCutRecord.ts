// What is left of a record that was cut off when a program was stopped.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isStump, piecesOf } from '../joinedRecords.ts'

export const fix = defineFix({
  id: 'deleteCutRecord',
  title: msg('Delete the cut-off record'),
  order: 120,
  codes: ['cut-record', 'truncated-line'],
  safeForAll: false,
  drops: true,
  propose({ text }) {
    const [piece] = piecesOf(text)
    return piece && isStump(text, piece) ? { kind: 'delete' } : undefined
  },
  examples: [
    { code: 'cut-record', before: '{"a":1,"b":{"c":"tex', after: [] },
    { code: 'truncated-line', before: '{"n": [9007199254740993, 1.0', after: [] },
    { code: 'truncated-line', before: '{"問": ["答😀', after: [] },
  ],
})
