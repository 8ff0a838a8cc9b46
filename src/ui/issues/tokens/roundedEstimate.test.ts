import { expect, test } from 'vitest'
import { roundedEstimate } from './roundedEstimate.ts'

test.each([
  [1_497_626, 2461, 1_497_600, 2500],
  [1_497_626, 99_999, 1_498_000, 100_000],
  [125, 13, 125, 13],
  [125, 3, 125, 3],
  [99, 100, 100, 100],
])('%d ± %d is told as %d ± %d', (sum, error, shownSum, shownError) => {
  expect(roundedEstimate(sum, error)).toEqual({ sum: shownSum, error: shownError })
})
