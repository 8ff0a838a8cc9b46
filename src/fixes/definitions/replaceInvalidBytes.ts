// Single bytes that are not UTF-8 are mostly letters of Windows-1252, pasted into a file of UTF-8.
import { msg } from '../../i18n/message.ts'
import { decodeBroken, decodeWindows1252 } from '../brokenBytes.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'replaceInvalidBytes',
  title: msg('Read the invalid bytes as Windows-1252'),
  order: 104,
  codes: ['invalid-utf8'],
  safeForAll: false,
  propose({ bytes }) {
    const text = decodeBroken(bytes, decodeLetters)
    return text === undefined ? undefined : { kind: 'replace', text }
  },
  examples: [
    { code: 'invalid-utf8', isBytes: true, before: '{"a": "caf\xe9"}', after: ['{"a": "café"}'] },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"a": "\x93na\xefve\x94 \x96 \xc3\xa9 1.0"}',
      after: ['{"a": "“naïve” – é 1.0"}'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '["\x80 5", "stra\xdfe", "\xe4\xb8\xad"]',
      after: ['["€ 5", "straße", "中"]'],
    },
  ],
})

/** More in a row is the text of another encoding, not a word with an accent. */
const LONGEST_RUN = 3
const SENSIBLE = /^[\p{L}€‚„…‘’“”•–—™°©®«»¡¿£§·\u00a0]+$/u

function decodeLetters(run: Uint8Array): string | undefined {
  if (run.length > LONGEST_RUN) return undefined
  const text = Array.from(run, decodeWindows1252).join('')
  return SENSIBLE.test(text) ? text : undefined
}
