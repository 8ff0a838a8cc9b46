import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextNumber } from './nextNumber.ts'

it('nothing lies between a number and the next one', () => {
  expect(nextNumber(0)).toBe(Number.MIN_VALUE)
  expect(nextNumber(-0)).toBe(Number.MIN_VALUE)
  expect(nextNumber(-Number.MIN_VALUE)).toBe(-0)
  expect(nextNumber(1)).toBe(1 + Number.EPSILON)
  expect(nextNumber(2 ** 53)).toBe(2 ** 53 + 2)
  expect(nextNumber(Number.MAX_VALUE)).toBe(Infinity)
  expect(nextNumber(Infinity)).toBe(Infinity)
  expect(nextNumber(-Infinity)).toBe(-Number.MAX_VALUE)
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const next = nextNumber(value)
      expect(next).toBeGreaterThan(value)
      const middle = value / 2 + next / 2
      expect([value, next]).toContain(middle === 0 ? middle + 0 : middle)
    }),
  )
})
