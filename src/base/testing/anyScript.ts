// Texts in which everything stands that is more than one code unit to a computer and one character to
// people.
import fc from 'fast-check'

const PIECES = [
  'a',
  ' ',
  '"',
  '\r',
  '\n',
  'é',
  'e\u0301',
  '中',
  '𠮷',
  '葛\u{e0100}',
  'か',
  'か\u3099',
  'ｶﾞ',
  '한',
  '\u1112\u1161\u11ab',
  'я',
  'ς',
  'Ａ',
  'مُحَمَّد',
  '\u0600١',
  'שָׁלוֹם',
  'กี่',
  'ที่',
  'न',
  'स्ते',
  'क्षि',
  '😀',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇹🇼',
  '🇯',
  '1️⃣',
  '❤️',
  '\u200d',
  '\u200c',
  '\u0301',
  '\ufe0f',
  '\ud83d',
  '\ude00',
]

/** Mostly one character. */
export const anyPiece: fc.Arbitrary<string> = fc.constantFrom(...PIECES)

/** A hundred code units or so at most. */
export const anyScript: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: anyPiece }, fc.string({ unit: 'grapheme', maxLength: 2 })),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''))
