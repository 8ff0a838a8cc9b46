// A line of a file that is one big array: `[{…},` at its beginning, `{…}]` at its end, brackets alone.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'unwrapElement',
  title: msg('Remove the brackets of the array around the lines'),
  order: 20,
  codes: ['unclosed-bracket', 'unopened-bracket', 'truncated-line', 'missing-value'],
  safeForAll: true,
  propose({ text }) {
    if (/^\s*\[\s*$/.test(text)) return { kind: 'delete' }
    const element = /^\s*(?:\[\s*|,\s*)?(\{.*\})\s*(?:,|\]|\]\s*,)?\s*$/s.exec(text)?.[1]
    if (element === undefined || element.length === text.length) return undefined
    return isValidJson(element) ? { kind: 'replace', text: element } : undefined
  },
  examples: [
    { code: 'unclosed-bracket', before: '[{"a": 1},', after: ['{"a": 1}'] },
    { code: 'unopened-bracket', before: '  {"a": [1, 2]}]', after: ['{"a": [1, 2]}'] },
    { code: 'unclosed-bracket', before: '[', after: [] },
    { code: 'missing-value', before: ', {"問": "]"}', after: ['{"問": "]"}'] },
    { code: 'unclosed-bracket', before: '[ {"a": 1.0}', after: ['{"a": 1.0}'] },
  ],
})
