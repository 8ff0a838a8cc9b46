// Lines that hold nothing of their own: blank ones, the marks that git leaves where two versions
// differ, and lines that stand further up already.
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'deleteLine',
  title: 'Delete the line',
  order: 5,
  codes: ['blank-line', 'conflict-marker', 'repeated-line'],
  safeForAll: true,
  propose: ({ text, diagnostic }) =>
    diagnostic.code !== 'blank-line' || /^[\s\ufeff]*$/.test(text) ? { kind: 'delete' } : undefined,
  examples: [
    { code: 'blank-line', before: '', after: [] },
    { code: 'blank-line', before: ' \t\r', after: [] },
    { code: 'conflict-marker', before: '<<<<<<< HEAD', after: [] },
    { code: 'conflict-marker', before: '=======', after: [] },
    { code: 'repeated-line', before: '{"a":1}', after: [] },
  ],
})
