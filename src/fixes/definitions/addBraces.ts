// Members without the braces around them, or without the first of them.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'addBraces',
  title: msg('Put the braces around the members'),
  order: 35,
  codes: ['unexpected-character', 'text-after', 'two-values'],
  safeForAll: true,
  propose({ text }) {
    // Quick to see for most lines that have these codes for another reason.
    if (!/^\s*"(?:[^"\\]|\\.)*"\s*:/.test(text)) return undefined
    const wrapped = [`{${text}`, `{${text}}`].find(isValidJson)
    return wrapped === undefined ? undefined : { kind: 'replace', text: wrapped }
  },
  examples: [
    { code: 'unexpected-character', before: '"a": 1', after: ['{"a": 1}'] },
    {
      code: 'unexpected-character',
      before: '"a": {"b": 1.0}, "c": "}"',
      after: ['{"a": {"b": 1.0}, "c": "}"}'],
    },
    { code: 'unexpected-character', before: '"問\\"": 1}', after: ['{"問\\"": 1}'] },
  ],
})
