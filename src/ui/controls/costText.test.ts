import { expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { createTranslator } from '../../i18n/translator.ts'
import { costText } from './costText.ts'

test.each([
  [{ low: 1.2, high: 4.5 }, '$1.20 to $4.50'],
  [{ low: 1.2, high: undefined }, '$1.20 and up'],
  [{ low: 1.201, high: 1.204 }, '$1.20'],
  [{ low: 0, high: 0 }, '$0.00'],
  [{ low: 0.00002, high: 0.00003 }, 'under $0.0001'],
  [{ low: 0.00002, high: 0.0008 }, 'up to $0.0008'],
  [{ low: 0, high: 0.5 }, 'up to $0.50'],
  [{ low: 0.0213, high: 1234.5 }, '$0.021 to $1,234.50'],
])('%o is %s', (range, text) => {
  expect(english.t(costText(range, english))).toBe(text)
})

test('names the dollar as the language does', () => {
  const chinese = createTranslator('zh-TW')
  expect(chinese.t(costText({ low: 2, high: undefined }, chinese))).toContain('US$2.00')
})
