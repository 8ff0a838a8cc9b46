// Commas and colons of other scripts and languages, parentheses of Python's tuples, and spaces that
// JSON does not know, between tokens; inside strings they stay.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'usePlainPunctuation',
  title: msg('Use the punctuation of JSON'),
  order: 25,
  codes: ['unexpected-character', 'missing-colon', 'missing-comma', 'text-after', 'text-before'],
  safeForAll: true,
  propose({ text }) {
    if (/^[\s\u0085\u200b\u2060]*$/.test(text)) return { kind: 'delete' }
    return repairSyntax(text, 'odd-punctuation', 'odd-space', 'tuple')
  },
  examples: [
    {
      code: 'unexpected-character',
      before: '{"a"：1，"b"：["，"，2]}',
      after: ['{"a":1,"b":["，",2]}'],
    },
    {
      code: 'missing-colon',
      before: '{"a" => 1, "b" = "=>"; "c": 2}',
      after: ['{"a" : 1, "b" : "=>", "c": 2}'],
    },
    {
      code: 'unexpected-character',
      before: '{"a":\u00a01,\u3000"b": "\u00a0"\u200b}',
      after: ['{"a": 1, "b": "\u00a0"}'],
    },
    {
      code: 'unexpected-character',
      before: '{"a": (1, ("x", 2))}',
      after: ['{"a": [1, ["x", 2]]}'],
    },
  ],
})
