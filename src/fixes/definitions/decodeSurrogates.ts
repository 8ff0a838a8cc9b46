// Characters beyond U+FFFF that were written as two surrogates of three bytes each (CESU-8), as Java
// and some databases do.
import { msg } from '../../i18n/message.ts'
import { decodeBroken } from '../brokenBytes.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'decodeSurrogates',
  title: msg('Write the characters as UTF-8'),
  order: 26,
  codes: ['invalid-utf8'],
  safeForAll: true,
  propose({ bytes }) {
    const text = decodeBroken(bytes, decodePairs)
    return text === undefined ? undefined : { kind: 'replace', text }
  },
  examples: [
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '{"a": "\xed\xa0\xbd\xed\xb8\x80"}',
      after: ['{"a": "😀"}'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '["\xed\xa0\xbd\xed\xb8\x80\xed\xa0\xbd\xed\xb8\x81", 1.0]',
      after: ['["😀😁", 1.0]'],
    },
    {
      code: 'invalid-utf8',
      isBytes: true,
      before: '"\xe4\xb8\xad\xed\xa0\xbd\xed\xb8\x80\xc3\xa9"',
      after: ['"中😀é"'],
    },
  ],
})

const PAIR_LENGTH = 6

/** Undefined unless all of the run is such pairs. */
function decodePairs(run: Uint8Array): string | undefined {
  if (run.length % PAIR_LENGTH !== 0) return undefined
  let text = ''
  for (let at = 0; at < run.length; at += PAIR_LENGTH) {
    const high = surrogateAt(run, at)
    const low = surrogateAt(run, at + 3)
    if ((high & 0xfc00) !== 0xd800 || (low & 0xfc00) !== 0xdc00) return undefined
    text += String.fromCharCode(high, low)
  }
  return text
}

/** The code unit that the three bytes at `at` encode; 0 when their form is another. */
function surrogateAt(run: Uint8Array, at: number): number {
  const [lead = 0, second = 0, third = 0] = run.subarray(at, at + 3)
  if (lead !== 0xed || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)
}
