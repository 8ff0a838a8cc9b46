// A line of words between records: a warning of a tool, a heading, a note.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'deletePlainText',
  title: msg('Delete the line of text'),
  order: 130,
  codes: ['plain-text'],
  // In a list of prompts it would delete all there is.
  safeForAll: false,
  // A bracket or quote may be what is left of a record.
  propose: ({ text }) =>
    /[{}[\]"]/.test(text) || !/[\p{L}\p{N}]/u.test(text) ? undefined : { kind: 'delete' },
  examples: [
    { code: 'plain-text', before: 'npm WARN deprecated package', after: [] },
    { code: 'plain-text', before: '2026-01-01 ERROR connection lost', after: [] },
    { code: 'plain-text', before: '第一行', after: [] },
  ],
})
