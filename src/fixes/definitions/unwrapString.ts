// An object that was encoded twice: the line is a string that holds JSON.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'unwrapString',
  title: msg('Unwrap the JSON in the string'),
  order: 33,
  codes: ['not-an-object'],
  safeForAll: true,
  propose({ text }) {
    if (!text.trimStart().startsWith('"') || !isValidJson(text)) return undefined
    // Line breaks between tokens would be line ends here, and whitespace means nothing there.
    const inner = (JSON.parse(text) as string).trim().replaceAll(/[\r\n]+/g, ' ')
    if (!/^[{[]/.test(inner) || !isValidJson(inner)) return undefined
    return { kind: 'replace', text: inner }
  },
  examples: [
    { code: 'not-an-object', before: '"{\\"a\\": \\"b\\\\n\\"}"', after: ['{"a": "b\\n"}'] },
    { code: 'not-an-object', before: ' "{\\"a\\":1.0}\\n"', after: ['{"a":1.0}'] },
    {
      code: 'not-an-object',
      before: '"{\\n  \\"問\\": \\"答\\"\\n}"',
      after: ['{   "問": "答" }'],
    },
  ],
})
