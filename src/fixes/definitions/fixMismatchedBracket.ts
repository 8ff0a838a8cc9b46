// A closing bracket that does not fit the open one: it is exchanged, or the lacking one is put before
// it, or it is dropped, whichever makes the line valid.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson, repairText } from '../repairSyntax.ts'

const CAUSES = ['wrong-bracket', 'closing', 'trailing-comma'] as const
const POLICIES = ['replace', 'insert', 'remove'] as const

export const fix = defineFix({
  id: 'fixMismatchedBracket',
  title: msg('Match the brackets'),
  order: 102,
  codes: ['mismatched-bracket', 'unopened-bracket', 'unclosed-bracket'],
  safeForAll: false,
  propose({ text }) {
    for (const policy of POLICIES) {
      const repaired = repairText(text, CAUSES, policy)
      if (repaired !== undefined && isValidJson(repaired))
        return { kind: 'replace', text: repaired }
    }
    return undefined
  },
  examples: [
    { code: 'mismatched-bracket', before: '{"a": [1, 2}}', after: ['{"a": [1, 2]}'] },
    { code: 'mismatched-bracket', before: '{"a": {"b": [1}', after: ['{"a": {"b": [1]}}'] },
    { code: 'mismatched-bracket', before: '[{"a": "]"]', after: ['[{"a": "]"}]'] },
    { code: 'mismatched-bracket', before: '{"a": 1])}', after: ['{"a": 1}'] },
    { code: 'mismatched-bracket', before: '{"問": ["答"]]}', after: ['{"問": ["答"]}'] },
  ],
})
