import { describe, expect, it } from 'vitest'
import { nearMissSentence, rangeText, shortNumber } from './summaryMessages.ts'

describe('nearMissSentence', () => {
  it('says how many ids and that they stay apart', () => {
    expect(nearMissSentence('spaces', 1200)).toBe(
      '1,200 ids differ only in spaces before or after. They are not joined.',
    )
    expect(nearMissSentence('type', 1)).toBe(
      '1 id is text on one side only, such as "5" and 5. It is not joined.',
    )
    expect(nearMissSentence('notText', 2)).toBe(
      '2 ids are the same on both sides but no text. They are not joined.',
    )
  })
})

it('says a range with both of its ends', () => {
  expect(rangeText(1024, 1280)).toBe('1,024 to 1,279')
  expect(rangeText(7, 8)).toBe('7')
})

it.each([
  [0, '0'],
  [999_949, '999,949'],
  [999_950, '1.00 M'],
  [12_345_678, '12.3 M'],
  [123_456_789, '123 M'],
  [999_500_000, '1.00 B'],
  [1_234_000_000_000, '1,234 B'],
])('%d is short %s', (value, text) => {
  expect(shortNumber(value)).toBe(text)
})
