import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUsage, emptyUsage, tokenCounts } from './usage.ts'

const count = fc.nat({ max: 1_000_000 })

const counts = fc.record({
  prompt: count,
  cached: count,
  cacheWritten: count,
  cacheWrittenHour: count,
  completion: count,
  reasoning: count,
  total: count,
})

test('a line without counts has no usage, and a total is worked out', () => {
  expect(tokenCounts({ cached: 3 })).toBeUndefined()
  expect(tokenCounts({ prompt: 3, completion: 4 })).toMatchObject({ total: 7, cached: 0 })
  expect(tokenCounts({ total: 5 })).toMatchObject({ prompt: 0, total: 5 })
})

test('sums are sums, and taking away undoes adding', () => {
  fc.assert(
    fc.property(fc.array(counts), fc.array(counts), (kept, taken) => {
      const sums = emptyUsage()
      for (const each of [...kept, ...taken]) addUsage(sums, each)
      for (const each of taken) addUsage(sums, each, -1)
      expect(sums.answers).toBe(kept.length)
      expect(sums.prompt).toBe(kept.reduce((sum, { prompt }) => sum + prompt, 0))
      expect(sums.total).toBe(kept.reduce((sum, { total }) => sum + total, 0))
    }),
  )
})
