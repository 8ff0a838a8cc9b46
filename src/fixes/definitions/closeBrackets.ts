// Only closing brackets lack at the end of the line. Where the file ends there, more than brackets may be
// gone: a request that would be sent without its prompt. That is for the eye.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'closeBrackets',
  title: msg('Close the open brackets'),
  order: 22,
  codes: ['unclosed-bracket', 'truncated-line'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const closed = repairSyntax(text, 'closing')
    return closed && { ...closed, isForOneLine: diagnostic.code === 'truncated-line' }
  },
  examples: [
    { code: 'unclosed-bracket', before: '{"a": 1', after: ['{"a": 1}'] },
    {
      code: 'unclosed-bracket',
      before: '{"a": [{"b": "]}"}, [1',
      after: ['{"a": [{"b": "]}"}, [1]]}'],
    },
    { code: 'unclosed-bracket', before: '{"a": {"b": {}} ', after: ['{"a": {"b": {}}} '] },
    { code: 'unclosed-bracket', before: '{"問": ["答😀"', after: ['{"問": ["答😀"]}'] },
  ],
})
