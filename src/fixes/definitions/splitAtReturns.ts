// A file whose lines end with CR alone, which makes one line of it. A CR is allowed inside of no string,
// so every one ends a line.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'splitAtReturns',
  title: msg('Split it where lines end'),
  order: 2,
  codes: ['lone-cr'],
  safeForAll: true,
  propose({ text }) {
    const texts = text.split('\r')
    if (texts.at(-1) === '') texts.pop()
    const [first] = texts
    if (first === undefined || first === text) return undefined
    return texts.length > 1 ? { kind: 'split', texts } : { kind: 'replace', text: first }
  },
  examples: [
    { code: 'lone-cr', before: '{"a": 1}\r{"a": 2}\r', after: ['{"a": 1}', '{"a": 2}'] },
    {
      code: 'lone-cr',
      before: '{"a": "\\r"}\r\r{"問": 1.0}',
      after: ['{"a": "\\r"}', '', '{"問": 1.0}'],
    },
    { code: 'lone-cr', before: '{"a": 1,}\r', after: ['{"a": 1,}'] },
  ],
})
