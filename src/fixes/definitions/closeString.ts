// A string at the end of the line lacks its closing quote; all brackets after it are there.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'closeString',
  title: msg('Insert the missing quote'),
  order: 23,
  codes: ['unterminated-string', 'truncated-line'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const closed = repairSyntax(text, 'unterminated-string')
    return closed && { ...closed, isForOneLine: diagnostic.code === 'truncated-line' }
  },
  examples: [
    { code: 'unterminated-string', before: '{"a": "b}', after: ['{"a": "b"}'] },
    {
      code: 'unterminated-string',
      before: '{"a": [{"b": "c, d}]}',
      after: ['{"a": [{"b": "c, d"}]}'],
    },
    { code: 'unterminated-string', before: '["a", "b\\"]', after: ['["a", "b\\""]'] },
    {
      code: 'unterminated-string',
      before: '{"a": ["中文", "😀 ] }',
      after: ['{"a": ["中文", "😀" ] }'],
    },
  ],
})
