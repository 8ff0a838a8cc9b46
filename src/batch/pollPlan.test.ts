import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIDDEN_POLL_MS, pollDelay, pollState } from './pollPlan.ts'

test('waits begin at 5 seconds, grow, and stay at a minute', () => {
  const waits = Array.from({ length: 9 }, (_, turn) => Math.round(pollDelay(turn, 0.5) / 100) / 10)
  expect(waits).toEqual([5, 7.5, 11.3, 16.9, 25.3, 38, 57, 60, 60])
  expect(HIDDEN_POLL_MS).toBe(60_000)
})

test('no wait is shorter than 5 seconds or longer than a minute, unless a server asks for more', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.double({ min: 0, max: 1, noNaN: true }), (turn, random) => {
      const wait = pollDelay(turn, random)
      expect(wait).toBeGreaterThanOrEqual(5_000)
      expect(wait).toBeLessThanOrEqual(60_000)
      expect(pollDelay(turn, random, 90_000)).toBe(90_000)
    }),
  )
})

test('tabs that were opened together do not ask together', () => {
  expect(pollDelay(4, 0)).not.toBe(pollDelay(4, 1))
  expect(pollDelay(40, 0)).not.toBe(pollDelay(40, 1))
})

const usual = { running: 1, waiting: 0, isOnline: true, isVisible: true, mayAsk: true }

test.each([
  [{}, 'ask'],
  [{ running: 0 }, 'ended'],
  [{ mayAsk: false, isOnline: false }, 'no-key'],
  [{ isOnline: false, isVisible: false }, 'offline'],
  [{ isVisible: false }, 'hidden'],
  // Whoever looks at another tab meanwhile still gets the next part started.
  [{ isVisible: false, waiting: 2 }, 'ask'],
  [{ running: 0, waiting: 1 }, 'ask'],
] as const)('%j: %s', (change, state) => {
  expect(pollState({ ...usual, ...change })).toBe(state)
})
