// A line that went through a CSV writer: quotes around it, quotes inside doubled.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'unquoteCsv',
  title: msg('Remove the CSV quoting'),
  // Before splitValues, which takes each doubled quote for the end of a string.
  order: 29,
  codes: ['two-values', 'text-after', 'unescaped-quote', 'missing-comma'],
  safeForAll: true,
  propose({ text }) {
    const inner = /^\s*"([{[].*[}\]])"\s*$/s.exec(text)?.[1]
    if (inner === undefined || /(?:^|[^"])"(?:"")*(?:[^"]|$)/.test(inner)) return undefined
    const unquoted = inner.replaceAll('""', '"')
    return isValidJson(unquoted) ? { kind: 'replace', text: unquoted } : undefined
  },
  examples: [
    { code: 'two-values', before: '"{""a"": 1}"', after: ['{"a": 1}'] },
    {
      code: 'text-after',
      before: '"{""a"": """", ""b"": ""say \\""hi\\""""}"',
      after: ['{"a": "", "b": "say \\"hi\\""}'],
    },
    { code: 'two-values', before: '"[{""問"": 1.0}]"', after: ['[{"問": 1.0}]'] },
  ],
})
