// A line whose key an earlier line has. What else is in it may be another thing, so all of them are
// deleted only where that is asked for (Delete the repeats).
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'deleteRepeatedKey',
  title: msg('Delete the repeat'),
  order: 150,
  codes: ['duplicate-custom-id', 'duplicate-record-id', 'duplicate-gemini-key'],
  safeForAll: false,
  drops: true,
  propose: ({ text }) => (isValidJson(text) ? { kind: 'delete' } : undefined),
  examples: [
    { code: 'duplicate-custom-id', before: '{"custom_id":"a","body":{}}', after: [] },
    { code: 'duplicate-record-id', before: '{"recordId":"a","modelInput":{}}', after: [] },
    { code: 'duplicate-gemini-key', before: '{"key":"a","request":{}}', after: [] },
  ],
})
