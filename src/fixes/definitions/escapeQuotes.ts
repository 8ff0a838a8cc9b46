// Quotes in the content of a string that lack their backslash. Where the string ends is a guess.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'escapeQuotes',
  title: msg('Escape the quotes inside the string'),
  order: 101,
  codes: ['unescaped-quote', 'missing-comma', 'unexpected-character'],
  safeForAll: false,
  propose: ({ text }) => repairSyntax(text, 'unescaped-quote'),
  examples: [
    {
      code: 'unescaped-quote',
      before: '{"a": "say "hi" now"}',
      after: ['{"a": "say \\"hi\\" now"}'],
    },
    {
      code: 'unescaped-quote',
      before: '{"a": "他说"好"了", "b": "x"}',
      after: ['{"a": "他说\\"好\\"了", "b": "x"}'],
    },
    {
      code: 'unescaped-quote',
      before: '["the "one", and "two"", "b"]',
      after: ['["the \\"one\\", and \\"two\\"", "b"]'],
    },
    {
      code: 'unescaped-quote',
      before: '{"a": "x \\"y\\" "z" w", "b": 1}',
      after: ['{"a": "x \\"y\\" \\"z\\" w", "b": 1}'],
    },
  ],
})
