// A key and its value with nothing between them.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'insertMissingColon',
  title: msg('Insert the missing colon'),
  order: 13,
  codes: ['missing-colon'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'missing-colon'),
  examples: [
    { code: 'missing-colon', before: '{"a" 1}', after: ['{"a": 1}'] },
    {
      code: 'missing-colon',
      before: '{"a" "b", "c" {"d" []}}',
      after: ['{"a": "b", "c": {"d": []}}'],
    },
    { code: 'missing-colon', before: '{"a":"x: y","b" true}', after: ['{"a":"x: y","b": true}'] },
    { code: 'missing-colon', before: '{"名前" "太郎"}', after: ['{"名前": "太郎"}'] },
  ],
})
