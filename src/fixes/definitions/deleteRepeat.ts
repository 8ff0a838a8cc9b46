// A line that stands further up already, byte by byte: nothing is lost but that it counts twice.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'deleteRepeat',
  title: msg('Delete the repeated line'),
  order: 90,
  codes: ['repeated-line'],
  safeForAll: true,
  drops: true,
  propose: ({ text }) => (isValidJson(text) ? { kind: 'delete' } : undefined),
  examples: [
    { code: 'repeated-line', before: '{"a":1}', after: [] },
    { code: 'repeated-line', before: '{"a":[9007199254740993,"😀"],"a":1}', after: [] },
    { code: 'repeated-line', before: ' {"問":"答"} ', after: [] },
  ],
})
