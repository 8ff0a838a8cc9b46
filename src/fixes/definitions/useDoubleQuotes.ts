// Strings in single, typographic or backtick quotes, as Python, JavaScript and word processors write
// them. Quotes in their content are escaped; escapes that JSON does not know are translated.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'useDoubleQuotes',
  title: msg('Use double quotes'),
  order: 15,
  codes: ['single-quotes', 'smart-quotes', 'unexpected-character', 'unquoted-string'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'single-quotes', 'smart-quotes'),
  examples: [
    { code: 'single-quotes', before: "{'a': 'b'}", after: ['{"a": "b"}'] },
    {
      code: 'single-quotes',
      before: `{'a': 'say "hi"', 'b': "it's", 'c': 'it\\'s'}`,
      after: [`{"a": "say \\"hi\\"", "b": "it's", "c": "it's"}`],
    },
    {
      code: 'single-quotes',
      before: "{'a': 'it's', 'b': ['x', 'don't']}",
      after: [`{"a": "it's", "b": ["x", "don't"]}`],
    },
    {
      code: 'single-quotes',
      before: "{'a': '\\x41\\n\\\\ \\d', 'b': ''}",
      after: ['{"a": "\\u0041\\n\\\\ \\\\d", "b": ""}'],
    },
    {
      code: 'smart-quotes',
      before: '{“a”: “b “c” d”, "e": ‘f’}',
      after: ['{"a": "b “c” d", "e": "f"}'],
    },
    { code: 'smart-quotes', before: '{“問”: “他說\\"好\\"”}', after: ['{"問": "他說\\"好\\""}'] },
    { code: 'unexpected-character', before: '{"a": `x "y"`}', after: ['{"a": "x \\"y\\""}'] },
    {
      code: 'unquoted-string',
      before: "{'a': u'😀', 'b': b'x'}",
      after: ['{"a": "😀", "b": "x"}'],
    },
  ],
})
