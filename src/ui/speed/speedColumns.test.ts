import { expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { msText, speedColumns, timesText } from './speedColumns.ts'

test('times and ratios keep the digits that matter', () => {
  expect([0.04, 8.44, 9.96, 17.4, 4213].map((ms) => msText(ms, english))).toEqual([
    '0.0 ms',
    '8.4 ms',
    '10 ms',
    '17 ms',
    '4,213 ms',
  ])
  expect(
    [0.936, 1.266, 9.996, 12.34, 99.96, 1340].map((times) => timesText(times, english)),
  ).toEqual(['0.94 ×', '1.27 ×', '10.0 ×', '12.3 ×', '100 ×', '1,340 ×'])
})

test('what is not known yet has no text', () => {
  const begun = { step: 'validating', round: 1, done: 0.2, bytes: 32_000_000, readMs: 20 } as const
  const texts = Object.fromEntries(speedColumns.map(({ id, text }) => [id, text(begun, english)]))
  expect(texts).toEqual({
    lines: undefined,
    size: '32.0 MB',
    read: '20 ms',
    validator: undefined,
    ratio: undefined,
    rate: undefined,
    plain: undefined,
    faster: undefined,
  })
})
