// The lines of one record, put together. The session knows them all; what they are as one line is the
// proposal.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'joinRecord',
  title: msg('Join the lines of the record'),
  order: 5,
  codes: ['record-over-lines'],
  safeForAll: true,
  propose({ record }) {
    return record === undefined ? undefined : { kind: 'join', text: record }
  },
  examples: [
    {
      code: 'record-over-lines',
      before: '{"a": "one',
      record: '{"a": "one\\n\\ntwo"}',
      after: ['{"a": "one\\n\\ntwo"}'],
    },
    {
      code: 'record-over-lines',
      before: '{"role": "user"},',
      record: '{"messages": [{"role": "user"},{"role": "assistant"}]}',
      after: ['{"messages": [{"role": "user"},{"role": "assistant"}]}'],
    },
    {
      code: 'record-over-lines',
      before: '"答": "]}"',
      record: '{"問": 1.0,"答": "]}","n": 9007199254740993}',
      after: ['{"問": 1.0,"答": "]}","n": 9007199254740993}'],
    },
  ],
})
