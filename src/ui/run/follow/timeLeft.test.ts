import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { clockSentence, timeLeft } from './timeLeft.ts'

const HOUR = 3_600_000

test.each([
  [30 * 24 * HOUR + 5 * HOUR, '30 days 5 h'],
  [24 * HOUR, '1 day'],
  [24 * HOUR - 1, '23 h 59 min'],
  [HOUR, '1 h 0 min'],
  [59_999 + 4 * 60_000, '4 min'],
  [59_999, 'less than a minute'],
  [1, 'less than a minute'],
])('%d ms: %s', (ms, text) => {
  expect(inEnglish(timeLeft(ms))).toBe(text)
})

test('what is over has no time left', () => {
  expect(timeLeft(0)).toBeUndefined()
  expect(timeLeft(-HOUR)).toBeUndefined()
})

test('a clock that is wrong is told, either way', () => {
  expect(inEnglish(clockSentence(24 * HOUR))).toContain('1 day ahead of the API’s')
  expect(inEnglish(clockSentence(-5 * 60_000))).toContain('5 min behind the API’s')
})
