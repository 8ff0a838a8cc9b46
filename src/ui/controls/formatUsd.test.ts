import { expect, it } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { createTranslator } from '../../i18n/translator.ts'
import { formatUsd } from './formatUsd.ts'

it.each([
  [0, '$0.00'],
  [1234.5, '$1,234.50'],
  [0.1, '$0.10'],
  [0.0994, '$0.099'],
  [0.0995, '$0.10'],
  [0.0213, '$0.021'],
  [0.00012, '$0.00012'],
  [0.00001, 'under $0.0001'],
])('%d USD is %s', (usd, text) => {
  expect(formatUsd(usd, english)).toBe(text)
})

it('names the dollar as the language does', () => {
  expect(formatUsd(1234.5, createTranslator('zh-TW'))).toBe('US$1,234.50')
})
