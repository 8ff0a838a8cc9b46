// Lone surrogate as an escape: text was cut in the middle of an emoji.
import { msg } from '../../i18n/message.ts'
import { loneSurrogates } from '../../json/scanText.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'
import { applySplices } from '../textSplice.ts'

export const fix = defineFix({
  id: 'replaceSurrogates',
  title: msg('Replace the lone surrogate with U+FFFD'),
  order: 60,
  codes: ['lone-surrogate'],
  safeForAll: true,
  propose({ text }) {
    const halves = loneSurrogates(text, Infinity)
    if (halves.length === 0 || !isValidJson(text)) return undefined
    return {
      kind: 'replace',
      text: applySplices(
        text,
        halves.map((range) => ({ ...range, insert: '\\ufffd' })),
      ),
    }
  },
  examples: [
    { code: 'lone-surrogate', before: '{"a": "cut \\ud83d"}', after: ['{"a": "cut \\ufffd"}'] },
    {
      code: 'lone-surrogate',
      before: '["\\ud83d\\ude00 \\uDE00\\ud83dx", 1.0]',
      after: ['["\\ud83d\\ude00 \\ufffd\\ufffdx", 1.0]'],
    },
    {
      code: 'lone-surrogate',
      before: '{"\\udc00": "\\\\ud83d"}',
      after: ['{"\\ufffd": "\\\\ud83d"}'],
    },
  ],
})
