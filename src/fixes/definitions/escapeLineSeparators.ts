// U+2028 and U+2029, which JSON allows in strings and some readers take for the end of a line.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'escapeLineSeparators',
  title: msg('Write U+2028 and U+2029 as escapes'),
  order: 62,
  codes: ['line-separator'],
  safeForAll: true,
  propose({ text }) {
    if (!isValidJson(text)) return undefined
    const escaped = text.replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    return escaped === text ? undefined : { kind: 'replace', text: escaped }
  },
  examples: [
    { code: 'line-separator', before: '{"a": "b\u2028c"}', after: ['{"a": "b\\u2028c"}'] },
    {
      code: 'line-separator',
      before: '["\u2029\u2028", "\\u2028", 1.0]',
      after: ['["\\u2029\\u2028", "\\u2028", 1.0]'],
    },
    { code: 'line-separator', before: '{"問\u2028": "答"}', after: ['{"問\\u2028": "答"}'] },
  ],
})
