import { expect, test } from 'vitest'
import { loadOnce } from './loadOnce.ts'

test('loads once for all who ask, and again after a failure', async () => {
  let count = 0
  const load = loadOnce(async () => {
    count += 1
    if (count === 1) throw new Error('offline')
    return count
  })
  expect((await Promise.allSettled([load(), load()])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ])
  expect(await Promise.all([load(), load()])).toEqual([2, 2])
  expect(await load()).toBe(2)
})
