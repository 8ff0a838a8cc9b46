import { expect, test } from 'vitest'
import { textWidth } from './textWidth.ts'

test.each([
  ['nothing', '', 0],
  ['ASCII', 'request-1', 9],
  ['letters with accents', 'Zoë Kraków', 10],
  ['Greek and Cyrillic', 'Σίσυφος Привет', 14],
  ['accents of their own', 'e\u0301a\u0300\u0323', 2],
  ['Chinese', '請問天氣', 8],
  ['Chinese punctuation', '「你好。」', 10],
  ['Han beyond the BMP', '𠮷野家', 6],
  ['kana', 'かなカナ', 8],
  ['a dakuten of its own', 'か\u3099', 2],
  ['kana of half width', 'ｶﾅ', 2],
  ['Hangul', '한국어', 6],
  ['Hangul in jamo', '\u1112\u1161\u11ab\u1100\u116e\u11a8', 4],
  ['full width', 'ＡＢＣ１２３', 12],
  ['Thai with vowels above and below', 'ที่นี่', 2],
  ['Devanagari', 'नमस्ते', 4],
  ['a conjunct that is joined by hand', 'क्\u200dष', 2],
  ['Arabic with vowel signs', 'مُحَمَّد', 4],
  ['Hebrew with points', 'שָׁלוֹם', 4],
  ['emoji', '😀🚀', 4],
  ['a skin tone', '👍🏽', 2],
  ['a skin tone on a sign', '✌🏽', 2],
  ['a family', '👨‍👩‍👧‍👦', 2],
  ['a flag', '🇹🇼', 2],
  ['a flag that is joined', '🏳️‍🌈', 2],
  ['a key cap', '1️⃣', 2],
  ['a sign as text and as an emoji', '❤ ❤️', 4],
  ['an emoji of the BMP', '⌚✅', 4],
  ['half a pair', '\ud83d', 1],
])('%s', (_what, text, cells) => {
  expect(textWidth(text)).toBe(cells)
})
