// A closing bracket after the whole value; on a line of its own it is what is left of an array or
// object around all lines.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'removeExtraBracket',
  title: msg('Remove the extra bracket'),
  order: 24,
  codes: ['unopened-bracket'],
  safeForAll: true,
  propose({ text }) {
    if (/^[\s\]},]*$/.test(text)) return { kind: 'delete' }
    return repairSyntax(text, 'extra-bracket', 'trailing-comma')
  },
  examples: [
    { code: 'unopened-bracket', before: '{"a": 1}}', after: ['{"a": 1}'] },
    { code: 'unopened-bracket', before: '{"a": "}]"}]} ', after: ['{"a": "}]"} '] },
    { code: 'unopened-bracket', before: '{"問": "😀"}],', after: ['{"問": "😀"}'] },
    { code: 'unopened-bracket', before: ']', after: [] },
    { code: 'unopened-bracket', before: ' },', after: [] },
  ],
})
