import { describe, expect, it } from 'vitest'
import { english } from '../../../i18n/loadTranslator.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { createTranslator } from '../../../i18n/translator.ts'
import { binText, nearMissSentence, shortNumber } from './summaryMessages.ts'

describe('nearMissSentence', () => {
  it('says how many ids and that they stay apart', () => {
    expect(inEnglish(nearMissSentence('spaces', 1200))).toBe(
      '1,200 ids differ only in spaces before or after. They are not joined.',
    )
    expect(inEnglish(nearMissSentence('type', 1))).toBe(
      '1 id is a string on one side only, such as "5" and 5. It is not joined.',
    )
    expect(inEnglish(nearMissSentence('notText', 2))).toBe(
      '2 ids are the same on both sides but not strings. They are not joined.',
    )
  })
})

it('says a range with both of its ends', () => {
  expect(inEnglish(binText(1024, 1280, 12))).toBe('1,024 to 1,279 tokens: 12 answers')
  expect(inEnglish(binText(7, 8, 1))).toBe('7 tokens: 1 answer')
  expect(inEnglish(binText(1, 2, 0))).toBe('1 token: 0 answers')
})

it.each([
  [0, '0'],
  [999_949, '999,949'],
  [999_950, '1.00M'],
  [12_345_678, '12.3M'],
  [123_456_789, '123M'],
  [999_500_000, '1.00B'],
  [1_234_000_000_000, '1.23T'],
])('%d is short %s', (value, text) => {
  expect(shortNumber(value, english)).toBe(text)
})

it('shortens a number as the language does', () => {
  expect(shortNumber(12_345_678, createTranslator('zh-TW'))).toBe('1230萬')
})
