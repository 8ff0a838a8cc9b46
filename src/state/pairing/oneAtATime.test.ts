import { expect, test } from 'vitest'
import { oneAtATime } from './oneAtATime.ts'

test('calls during a run lead to one more run, and never to two at once', async () => {
  const ends: (() => void)[] = []
  let running = 0
  let most = 0
  const work = oneAtATime(async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running -= 1
  })
  const first = work()
  void work()
  const third = work()
  ends[0]?.()
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve))
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await Promise.all([first, third])
  expect(ends).toHaveLength(2)
  expect(most).toBe(1)
  const fourth = work()
  expect(ends).toHaveLength(3)
  ends[2]?.()
  await fourth
})

test('work that fails can be called again', async () => {
  let calls = 0
  const work = oneAtATime(() => {
    calls += 1
    return calls === 1 ? Promise.reject(new Error('broken')) : Promise.resolve()
  })
  await expect(work()).rejects.toThrow('broken')
  await work()
  expect(calls).toBe(2)
})

test('a run that never ends can be forgotten', async () => {
  let calls = 0
  const work = oneAtATime(() => {
    calls += 1
    return calls === 1 ? new Promise(() => {}) : Promise.resolve()
  })
  void work()
  void work()
  expect(calls).toBe(1)
  work.forget()
  await work()
  expect(calls).toBe(2)
})
