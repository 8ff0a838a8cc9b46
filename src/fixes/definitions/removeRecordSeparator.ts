// JSON text sequences (RFC 7464) put byte 0x1E before each text.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

const SEPARATOR = '\u001e'

export const fix = defineFix({
  id: 'removeRecordSeparator',
  title: msg('Remove the record separator'),
  order: 2,
  codes: ['record-separator'],
  safeForAll: true,
  propose({ text }) {
    if (text.replaceAll(SEPARATOR, '').trim() === '') return { kind: 'delete' }
    return repairSyntax(text, 'record-separator')
  },
  examples: [
    { code: 'record-separator', before: '\u001e{"a": 1}', after: ['{"a": 1}'] },
    { code: 'record-separator', before: '\u001e {"問": "\\u001e"}', after: [' {"問": "\\u001e"}'] },
    { code: 'record-separator', before: '{"a": 1}\u001e', after: ['{"a": 1}'] },
    { code: 'record-separator', before: '\u001e', after: [] },
  ],
})
