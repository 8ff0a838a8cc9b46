// A line of words between records that should stay: as a record with the words as its text.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'wrapPlainText',
  title: msg('Write it as {example}', { example: '{"text": …}' }),
  order: 131,
  codes: ['plain-text'],
  // What the key should be called differs from file to file.
  safeForAll: false,
  // A bracket or quote may be what is left of a record.
  propose: ({ text }) =>
    text.isWellFormed() && /\p{L}/u.test(text) && !/[{}[\]"]/.test(text)
      ? { kind: 'replace', text: JSON.stringify({ text: text.trim() }) }
      : undefined,
  examples: [
    {
      code: 'plain-text',
      before: 'npm WARN deprecated package',
      after: ['{"text":"npm WARN deprecated package"}'],
    },
    { code: 'plain-text', before: ' note: see \\x ', after: ['{"text":"note: see \\\\x"}'] },
    { code: 'plain-text', before: '第一行', after: ['{"text":"第一行"}'] },
  ],
})
