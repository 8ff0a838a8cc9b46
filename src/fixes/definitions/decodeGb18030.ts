// A line written in GB 18030, or GBK before it, as programs for Simplified Chinese do.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { decodeLegacy } from '../decodeLegacy.ts'

export const fix = defineFix({
  id: 'decodeGb18030',
  title: msg('Read the line as GB 18030'),
  order: 112,
  codes: ['invalid-utf8'],
  safeForAll: false,
  propose: ({ bytes }) => decodeLegacy(bytes, 'gb18030'),
  examples: [
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"a": "\xd6\xd0\xce\xc4"}',
      after: ['{"a": "中文"}'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '["\xc4\xe3\xba\xc3\xa3\xac\xca\xc0\xbd\xe7"]',
      after: ['["你好，世界"]'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"n": 1.0, "\xce\xca": "\xb4\xf0"}',
      after: ['{"n": 1.0, "问": "答"}'],
    },
  ],
})
