// A comma before a closing bracket, at the end of the line, or with nothing before it.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'removeTrailingComma',
  title: msg('Remove the extra comma'),
  order: 10,
  codes: ['trailing-comma', 'missing-value'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'trailing-comma', 'extra-comma'),
  examples: [
    { code: 'trailing-comma', before: '{"a": 1,}', after: ['{"a": 1}'] },
    {
      code: 'trailing-comma',
      before: '{"a": [1, 2, ], "b": {"c": ",}",},}',
      after: ['{"a": [1, 2 ], "b": {"c": ",}"}}'],
    },
    {
      code: 'trailing-comma',
      before: '{"a": 1.0, "a": 9007199254740993},',
      after: ['{"a": 1.0, "a": 9007199254740993}'],
    },
    {
      code: 'trailing-comma',
      before: '{"問": "答，", "😀": "\\u00e9",}',
      after: ['{"問": "答，", "😀": "\\u00e9"}'],
    },
    { code: 'trailing-comma', before: '["a\\",]", "b",]', after: ['["a\\",]", "b"]'] },
    { code: 'missing-value', before: '[1,,2]', after: ['[1,2]'] },
    { code: 'missing-value', before: '{"a":1,,"b":2,}', after: ['{"a":1,"b":2}'] },
    { code: 'missing-value', before: ',{"a":1}', after: ['{"a":1}'] },
  ],
})
