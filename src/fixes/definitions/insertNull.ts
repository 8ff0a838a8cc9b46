// A key with a colon and no value.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'insertNull',
  title: msg('Insert null for the missing value'),
  order: 105,
  codes: ['missing-value'],
  safeForAll: false,
  propose: ({ text }) => repairSyntax(text, 'missing-value'),
  examples: [
    { code: 'missing-value', before: '{"a":}', after: ['{"a": null}'] },
    { code: 'missing-value', before: '{"a": , "b": 1}', after: ['{"a": null , "b": 1}'] },
    { code: 'missing-value', before: '{"a":,"b":}', after: ['{"a": null,"b": null}'] },
    { code: 'missing-value', before: '[{"a:,}":}]', after: ['[{"a:,}": null}]'] },
  ],
})
