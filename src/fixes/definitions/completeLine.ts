// The line was cut off: what is there is closed, what is lost stays lost.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'completeLine',
  title: msg('Close what was cut off'),
  order: 110,
  codes: [
    'truncated-line',
    'cut-record',
    'unterminated-string',
    'unclosed-bracket',
    'missing-colon',
  ],
  safeForAll: false,
  propose: ({ text }) => repairSyntax(text, 'cut-off', 'closing'),
  examples: [
    { code: 'truncated-line', before: '{"a": "b', after: ['{"a": "b"}'] },
    {
      code: 'truncated-line',
      before: '{"a": [1, {"b": "c\\u12',
      after: ['{"a": [1, {"b": "c"}]}'],
    },
    { code: 'truncated-line', before: '{"a": 1, "b', after: ['{"a": 1, "b": null}'] },
    { code: 'truncated-line', before: '{"a": 1,', after: ['{"a": 1}'] },
    { code: 'truncated-line', before: '{"a":', after: ['{"a": null}'] },
    { code: 'unterminated-string', before: '"a\\', after: ['"a"'] },
    { code: 'cut-record', before: '{"a": {"b": "c, ', after: ['{"a": {"b": "c, "}}'] },
    { code: 'truncated-line', before: '{"問": ["答😀', after: ['{"問": ["答😀"]}'] },
  ],
})
