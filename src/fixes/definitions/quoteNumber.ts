// Digits with leading zeros are often no number but an id, a postcode or a telephone number.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { readSyntax } from '../syntax/readSyntax.ts'
import { applySplices } from '../textSplice.ts'

export const fix = defineFix({
  id: 'quoteNumber',
  title: msg('Make the number a string'),
  order: 120,
  codes: ['bad-number'],
  safeForAll: false,
  propose({ text }) {
    const splices = readSyntax(text)
      .repairs.filter((repair) => repair.cause === 'bad-number')
      .map(({ from, to }) => ({ from, to, insert: `"${text.slice(from, to)}"` }))
    return splices.length ? { kind: 'replace', text: applySplices(text, splices) } : undefined
  },
  examples: [
    { code: 'bad-number', before: '{"zip": 01234}', after: ['{"zip": "01234"}'] },
    {
      code: 'bad-number',
      before: '{"tel": +4930123456, "n": 5}',
      after: ['{"tel": "+4930123456", "n": 5}'],
    },
    { code: 'bad-number', before: '[007, 7]', after: ['["007", 7]'] },
    { code: 'bad-number', before: '{"版": 1.}', after: ['{"版": "1."}'] },
  ],
})
