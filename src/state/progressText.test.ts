import { expect, test } from 'vitest'
import type { Progress } from '../contracts/progress.ts'
import { english } from '../i18n/loadTranslator.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { partDone, percentOf, progressText } from './progressText.ts'

const textOf = (progress: Progress | undefined) => inEnglish(progressText(progress))

test('progress in its own unit', () => {
  expect(textOf({ unit: 'bytes', done: 1_200_000, total: 1e9 })).toBe('1.20 MB of 1.00 GB')
  expect(textOf({ unit: 'lines', done: 256, total: 3000 })).toBe('256 of 3,000 lines')
  expect(textOf({ unit: 'rows', done: 0, total: 1 })).toBe('0 of 1 row')
  expect(textOf({ unit: 'bytes', done: 0, total: 0 })).toBeUndefined()
  expect(textOf(undefined)).toBeUndefined()
})

test.each([
  [999, 1000, 99],
  [1000, 1000, 100],
  [1200, 1000, 100],
  // While the total is unknown.
  [5, 0, 0],
])('%d of %d are %d percent', (done, total, percent) => {
  expect(percentOf(done, total)).toBe(percent)
  expect(english.percent(partDone(done, total))).toBe(`${percent}%`)
})
