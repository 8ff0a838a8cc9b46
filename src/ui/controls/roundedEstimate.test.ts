import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundedEstimate } from './roundedEstimate.ts'

test.each([
  [1_497_626, 2_461, 1_497_600, 2_500],
  [1_234_567, 0, 1_234_567, 0],
  [1_234, 7, 1_234, 7],
  [12_345, 995, 12_300, 1_000],
])('%i ± %i is %i ± %i', (sum, error, roundedSum, roundedError) => {
  expect(roundedEstimate(sum, error)).toEqual({ sum: roundedSum, error: roundedError })
})

test('the error is never told smaller than it is; the sum moves by half a unit at most', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 1e9 }), (sum, error) => {
      const rounded = roundedEstimate(sum, error)
      expect(rounded.error).toBeGreaterThanOrEqual(error)
      expect(Math.abs(rounded.sum - sum)).toBeLessThanOrEqual(Math.max(0, rounded.error / 20))
    }),
  )
})
