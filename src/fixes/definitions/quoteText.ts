// Words without quotes in a value's place.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'quoteText',
  title: msg('Quote the string'),
  order: 106,
  codes: ['unquoted-string', 'bad-number', 'unexpected-character', 'missing-comma'],
  safeForAll: false,
  propose: ({ text }) => repairSyntax(text, 'unquoted-string'),
  examples: [
    { code: 'unquoted-string', before: '{"a": abc}', after: ['{"a": "abc"}'] },
    {
      code: 'unquoted-string',
      before: '{"a": hello there , "b": [x, 1]}',
      after: ['{"a": "hello there" , "b": ["x", 1]}'],
    },
    { code: 'unquoted-string', before: '{"a": 你好", "b": 1}', after: ['{"a": "你好", "b": 1}'] },
    {
      code: 'bad-number',
      before: '{"at": 2024-01-01T10:00:00Z, "ip": 1.2.3.4}',
      after: ['{"at": "2024-01-01T10:00:00Z", "ip": "1.2.3.4"}'],
    },
    { code: 'unexpected-character', before: '{"a": /v1/x}', after: ['{"a": "/v1/x"}'] },
  ],
})
