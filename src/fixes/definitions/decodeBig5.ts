// A line written in Big5 as a whole, as programs for Traditional Chinese do.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { decodeLegacy } from '../decodeLegacy.ts'

export const fix = defineFix({
  id: 'decodeBig5',
  title: msg('Read the line as Big5'),
  order: 111,
  codes: ['invalid-utf8'],
  safeForAll: false,
  propose: ({ bytes }) => decodeLegacy(bytes, 'big5'),
  examples: [
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"a": "\xa4\xa4\xa4\xe5"}',
      after: ['{"a": "中文"}'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '["\xa7A\xa6n\xa1A\xa5@\xac\xc9"]',
      after: ['["你好，世界"]'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"n": 1.0, "\xb0\xdd": "\xb5\xaa"}',
      after: ['{"n": 1.0, "問": "答"}'],
    },
  ],
})
