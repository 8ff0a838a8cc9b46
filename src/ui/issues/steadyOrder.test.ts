import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldOrder, steadyOrder } from './steadyOrder.ts'

const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
const listOf = (codes: readonly string[]) => codes.map((code) => ({ code }))

test('nothing is lost, and what was there keeps its order before what is new', () => {
  fc.assert(
    fc.property(lists, lists, (before, now) => {
      const order = steadyOrder(before, listOf(now)).map((item) => item.code)
      expect(order.toSorted()).toEqual(now.toSorted())
      const kept = before.filter((code) => now.includes(code))
      expect(order.slice(0, kept.length)).toEqual(kept)
      expect(order.slice(kept.length)).toEqual(now.filter((code) => !before.includes(code)))
    }),
  )
})

test('while someone is at the list, what is gone keeps its place', () => {
  const before = [
    { code: 'a', count: 3 },
    { code: 'b', count: 2 },
    { code: 'c', count: 1 },
  ]
  const now = [
    { code: 'd', count: 9 },
    { code: 'c', count: 1 },
    { code: 'a', count: 1 },
  ]
  expect(heldOrder(before, now)).toEqual([
    { issue: { code: 'a', count: 1 }, isGone: false },
    { issue: { code: 'b', count: 2 }, isGone: true },
    { issue: { code: 'c', count: 1 }, isGone: false },
    { issue: { code: 'd', count: 9 }, isGone: false },
  ])
})
