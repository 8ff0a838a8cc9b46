// Lone surrogate as an escape, where no one will miss it: at the end of a text that was cut.
import { msg } from '../../i18n/message.ts'
import { loneSurrogates } from '../../json/scanText.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'
import { applySplices } from '../textSplice.ts'

export const fix = defineFix({
  id: 'removeSurrogates',
  title: msg('Remove the lone surrogate'),
  order: 61,
  codes: ['lone-surrogate'],
  safeForAll: false,
  propose({ text }) {
    const halves = loneSurrogates(text, Infinity)
    if (halves.length === 0 || !isValidJson(text)) return undefined
    const splices = halves.map((range) => ({ ...range, insert: '' }))
    const removed = applySplices(text, splices)
    // Two halves that were apart may now be one pair, which no one wrote.
    return loneSurrogates(removed).length === 0 ? { kind: 'replace', text: removed } : undefined
  },
  examples: [
    { code: 'lone-surrogate', before: '{"a": "cut \\ud83d"}', after: ['{"a": "cut "}'] },
    {
      code: 'lone-surrogate',
      before: '["\\ud83d\\ude00\\uDE00", 1.0]',
      after: ['["\\ud83d\\ude00", 1.0]'],
    },
    { code: 'lone-surrogate', before: '{"問": "\\udc00答"}', after: ['{"問": "答"}'] },
  ],
})
