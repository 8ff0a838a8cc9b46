// None, True and False, and the literals of JSON in other case.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'pythonLiterals',
  title: msg('Use null, true and false'),
  order: 16,
  codes: ['python-literal', 'unquoted-string'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'python-literal', 'literal-case'),
  examples: [
    {
      code: 'python-literal',
      before: '{"a": None, "b": True, "c": [False]}',
      after: ['{"a": null, "b": true, "c": [false]}'],
    },
    {
      code: 'python-literal',
      before: '{"None": "None, True", "b": None}',
      after: ['{"None": "None, True", "b": null}'],
    },
    { code: 'python-literal', before: 'None', after: ['null'] },
    {
      code: 'unquoted-string',
      before: '{"a": TRUE, "b": Null}',
      after: ['{"a": true, "b": null}'],
    },
    { code: 'python-literal', before: '{"問": True}', after: ['{"問": true}'] },
  ],
})
