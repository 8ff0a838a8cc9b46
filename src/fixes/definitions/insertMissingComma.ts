// Two members or elements with nothing between them.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'insertMissingComma',
  title: msg('Insert the missing comma'),
  order: 12,
  codes: ['missing-comma'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'missing-comma'),
  examples: [
    { code: 'missing-comma', before: '{"a": 1 "b": 2}', after: ['{"a": 1, "b": 2}'] },
    {
      code: 'missing-comma',
      before: '{"a":"x""b":"y" "c":[1 2 3]}',
      after: ['{"a":"x","b":"y", "c":[1, 2, 3]}'],
    },
    { code: 'missing-comma', before: '[{"a": 1} {"a": 2}{}]', after: ['[{"a": 1}, {"a": 2},{}]'] },
    {
      code: 'missing-comma',
      before: '{"a": "x \\" y" "b": null}',
      after: ['{"a": "x \\" y", "b": null}'],
    },
    { code: 'missing-comma', before: '["一" "二"]', after: ['["一", "二"]'] },
  ],
})
