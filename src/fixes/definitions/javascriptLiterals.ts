// NaN, Infinity and undefined: values that JSON cannot say. JSON.stringify writes null for them too.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'javascriptLiterals',
  title: msg('Replace NaN, Infinity and undefined with null'),
  order: 17,
  codes: ['javascript-literal'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'javascript-literal'),
  examples: [
    { code: 'javascript-literal', before: '{"a": NaN}', after: ['{"a": null}'] },
    {
      code: 'javascript-literal',
      before: '[1.50, -Infinity, undefined, nan, 2e400]',
      after: ['[1.50, null, null, null, 2e400]'],
    },
    {
      code: 'javascript-literal',
      before: '{"NaN": "NaN", "b": Infinity}',
      after: ['{"NaN": "NaN", "b": null}'],
    },
    { code: 'javascript-literal', before: 'undefined', after: ['null'] },
  ],
})
