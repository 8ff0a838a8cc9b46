// Backslashes that begin no escape of JSON: translated where another language knows the escape,
// doubled where the backslash itself was meant.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'fixBadEscape',
  title: msg('Repair the escapes'),
  order: 21,
  codes: ['bad-escape'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'bad-escape'),
  examples: [
    { code: 'bad-escape', before: `{"a": "it\\'s"}`, after: [`{"a": "it's"}`] },
    {
      code: 'bad-escape',
      before: '{"a": "\\x41\\xe9\\xzz"}',
      after: ['{"a": "\\u0041\\u00e9\\\\xzz"}'],
    },
    {
      code: 'bad-escape',
      before: '{"path": "C:\\Users\\new\\table", "b": "\\n"}',
      after: ['{"path": "C:\\\\Users\\\\new\\\\table", "b": "\\n"}'],
    },
    {
      code: 'bad-escape',
      before: '{"re": "^\\d+\\.\\\\w\\s$"}',
      after: ['{"re": "^\\\\d+\\\\.\\\\w\\\\s$"}'],
    },
    {
      code: 'bad-escape',
      before: '["\\U0001F600", "\\u{1F600}", "\\u12"]',
      after: ['["\\ud83d\\ude00", "\\ud83d\\ude00", "\\\\u12"]'],
    },
    { code: 'bad-escape', before: '{"\\a": "\\\\"}', after: ['{"\\\\a": "\\\\"}'] },
  ],
})
