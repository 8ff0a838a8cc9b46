// Bytes of value 0, in strings or outside.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'removeNul',
  title: msg('Remove the NUL bytes'),
  order: 3,
  codes: ['nul-byte'],
  safeForAll: true,
  propose({ text }) {
    // Disks and copies that failed leave whole blocks of them.
    if (/^[\0\s]*$/.test(text)) return { kind: 'delete' }
    return repairSyntax(text, 'nul-byte')
  },
  examples: [
    { code: 'nul-byte', before: '{"a": "b\0c"}', after: ['{"a": "bc"}'] },
    { code: 'nul-byte', before: '\0\0{"a":\0 1}\0', after: ['{"a": 1}'] },
    { code: 'nul-byte', before: '["\\u0000", "中\0文"]', after: ['["\\u0000", "中文"]'] },
    { code: 'nul-byte', before: '\0\0\0', after: [] },
  ],
})
