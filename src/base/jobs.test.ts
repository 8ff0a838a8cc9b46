import { expect, test } from 'vitest'
import { Cancelled, Jobs } from './jobs.ts'

test('a job that runs is cancelled', async () => {
  const jobs = new Jobs()
  const result = jobs.run('a', async (job) => {
    await Promise.resolve()
    job.check()
  })
  jobs.cancel('a')
  await expect(result).rejects.toThrow(Cancelled)
})

test('a job that is cancelled before it begins is cancelled, and that once', async () => {
  const jobs = new Jobs()
  jobs.cancel('a')
  expect(await jobs.run('a', async (job) => job.isCancelled)).toBe(true)
  expect(await jobs.run('a', async (job) => job.isCancelled)).toBe(false)
})

test('cancelling jobs that have ended takes no memory without bound', async () => {
  const jobs = new Jobs()
  jobs.cancel('ended')
  for (let i = 0; i < 10_000; i++) jobs.cancel(`ended ${i}`)
  jobs.cancel('waiting')
  expect(await jobs.run('ended', async (job) => job.isCancelled)).toBe(false)
  expect(await jobs.run('waiting', async (job) => job.isCancelled)).toBe(true)
})
