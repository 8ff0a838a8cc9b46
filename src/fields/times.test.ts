import { describe, expect, test } from 'vitest'
import { timesOf } from './times.ts'

describe('numbers are times', () => {
  const of = (name: string | undefined, min: number, max = min): string | undefined =>
    timesOf({ name, numbers: { min, max }, strings: [] })?.kind

  test.each(['created_at', 'createdAt', 'ts', 'timestamp', 'unix', 'unix_sec', 't', 'epoch'])(
    'seconds named %j',
    (name) => expect(of(name, 1_767_225_600, 1_767_325_600)).toBe('unix-seconds'),
  )

  test.each(['ms', 'startMs', 'time_millis', 'unix'])('milliseconds named %j', (name) =>
    expect(of(name, 1_767_225_600_000)).toBe('unix-milliseconds'),
  )

  test.each([
    ['tokens', 1_767_225_600],
    ['phone', 1_767_225_600_000],
    ['format', 1_767_225_600],
    ['', 1_767_225_600],
    [undefined, 1_767_225_600],
  ])('not those named %j', (name, value) => expect(of(name, value)).toBeUndefined())

  test('durations and mixed scales are none', () => {
    expect(of('ms', 12, 90_000)).toBeUndefined()
    expect(of('seconds', 0, 1_767_225_600)).toBeUndefined()
    expect(of('time', 1_767_225_600, 1_767_225_600_000)).toBeUndefined()
  })
})

describe('strings are times', () => {
  test('where nearly all of them are', () => {
    const strings = (times: number, others: number) => [
      { value: '2026-01-01T08:00:00+08:00', count: times },
      { value: 'never', count: others },
    ]
    const of = (times: number, others: number) =>
      timesOf({ name: 'x', numbers: undefined, strings: strings(times, others) })
    expect(of(9, 1)).toEqual({ kind: 'iso', share: 0.9 })
    expect(of(8, 2)).toBeUndefined()
  })
})
