// What the line shows already: U+FFFD in the place of every broken sequence.
import { msg } from '../../i18n/message.ts'
import { decodeBroken } from '../brokenBytes.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'markInvalidBytes',
  title: msg('Replace the invalid bytes with U+FFFD'),
  order: 130,
  codes: ['invalid-utf8'],
  safeForAll: false,
  propose: ({ text, bytes }) =>
    decodeBroken(bytes, () => '') === undefined ? undefined : { kind: 'replace', text },
  examples: [
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"a": "caf\xe9"}',
      after: ['{"a": "caf\ufffd"}'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '["\xff\xfe", "\xe4\xb8\xad"]',
      after: ['["\ufffd\ufffd", "中"]'],
    },
    { code: 'invalid-utf8', isBytes: true, before: '["\xf0\x9f\x98"]', after: ['["\ufffd"]'] },
  ],
})
