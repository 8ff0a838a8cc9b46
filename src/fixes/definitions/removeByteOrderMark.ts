// U+FEFF at the start of the file or between tokens; inside strings it is a character like others.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'removeByteOrderMark',
  title: msg('Remove the byte order mark'),
  order: 1,
  codes: ['bom', 'byte-order-mark'],
  safeForAll: true,
  propose({ text }) {
    if (/^[\ufeff\s]*$/.test(text)) return { kind: 'delete' }
    return repairSyntax(text, 'bom')
  },
  examples: [
    { code: 'bom', before: '\ufeff{"a": 1}', after: ['{"a": 1}'] },
    { code: 'bom', before: '\ufeff {"a\ufeff": "\ufeffb"}', after: [' {"a\ufeff": "\ufeffb"}'] },
    { code: 'bom', before: '{"a":\ufeff1}\ufeff', after: ['{"a":1}'] },
    { code: 'bom', before: '\ufeff', after: [] },
  ],
})
