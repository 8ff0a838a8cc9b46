import { expect, test } from 'vitest'
import type { RunRecord } from './runRecord.ts'
import { createRunBook } from './storedRuns.ts'
import { memoryStorage } from './testing/simulateApi.ts'

function record(state: 'waiting' | 'starting', fileName = 'requests.jsonl'): RunRecord {
  return {
    id: 'run_1',
    fileName,
    endpoint: '/v1/responses',
    baseUrl: 'https://api.openai.com/v1',
    startedAt: 1,
    metadata: {},
    parts: [{ state, requests: 1, bytes: 1, refused: [] }],
  }
}

/** A storage with room for so many characters. */
function smallStorage(room: number): Storage {
  const storage = memoryStorage()
  const setItem = (key: string, value: string): void => {
    const others = Array.from({ length: storage.length }, (_, at) => storage.key(at) as string)
      .filter((other) => other !== key)
      .reduce((sum, other) => sum + (storage.getItem(other) ?? '').length, 0)
    if (others + value.length > room) throw new DOMException('', 'QuotaExceededError')
    storage.setItem(key, value)
  }
  return new Proxy(storage, {
    get: (target, name) => (name === 'setItem' ? setItem : Reflect.get(target, name)),
  })
}

test('what there is no room for is not left as it was: a start would be made again by it', () => {
  const storage = smallStorage(400)
  const book = createRunBook(() => storage)
  expect(book.write(record('waiting'))).toBe(true)
  expect(book.write(record('starting', 'x'.repeat(400)))).toBe(false)
  // The page that wrote it goes on with it.
  expect(book.read('run_1')?.parts[0]?.state).toBe('starting')
  // Another tab, or this one after a reload, finds nothing that it could start.
  expect(createRunBook(() => storage).read('run_1')).toBeUndefined()
  expect(createRunBook(() => storage).all()).toEqual([])
})

test('what fits again is kept again', () => {
  const storage = smallStorage(400)
  const book = createRunBook(() => storage)
  book.write(record('starting', 'x'.repeat(400)))
  expect(book.write(record('starting'))).toBe(true)
  expect(createRunBook(() => storage).read('run_1')?.parts[0]?.state).toBe('starting')
})
