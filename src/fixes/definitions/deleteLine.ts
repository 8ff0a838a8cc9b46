// Lines that hold nothing: blank ones and the marks that git leaves where two versions differ.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'deleteLine',
  title: msg('Delete the line'),
  order: 5,
  codes: ['blank-line', 'conflict-marker'],
  safeForAll: true,
  propose: ({ text, diagnostic }) =>
    diagnostic.code === 'conflict-marker' || /^[\s\ufeff]*$/.test(text)
      ? { kind: 'delete' }
      : undefined,
  examples: [
    { code: 'blank-line', before: '', after: [] },
    { code: 'blank-line', before: ' \t\r', after: [] },
    { code: 'conflict-marker', before: '<<<<<<< HEAD', after: [] },
    { code: 'conflict-marker', before: '=======', after: [] },
  ],
})
