// Tabs and other control characters stand in strings only as escapes.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'escapeControlCharacters',
  title: msg('Escape the control characters'),
  order: 20,
  codes: ['control-character'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'control-character'),
  examples: [
    { code: 'control-character', before: '{"a": "b\tc"}', after: ['{"a": "b\\tc"}'] },
    {
      code: 'control-character',
      before: '{"a\r":\t"\u0001\u001f\\t", "b": "\t"}',
      after: ['{"a\\r":\t"\\u0001\\u001f\\t", "b": "\\t"}'],
    },
    {
      code: 'control-character',
      before: '["中\t文😀\u001b[0m"]',
      after: ['["中\\t文😀\\u001b[0m"]'],
    },
    { code: 'control-character', before: '[1,\u000b2]\u0007', after: ['[1,2]'] },
    { code: 'control-character', before: '["\u001e"]', after: ['["\\u001e"]'] },
  ],
})
