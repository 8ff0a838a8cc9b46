// What is kept of runs, and what is believed of it.
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aBatch } from '../../batch/testing/aBatch.ts'
import {
  batchRecordOf,
  type PartRecord,
  readRecord,
  type RunRecord,
  writeRecord,
} from './runRecord.ts'
import { createRunBook, type RunBook, runIdOf, tidyRuns } from './storedRuns.ts'
import { aPartRecord, aRecord } from './testing/openPage.ts'
import { memoryStorage } from './testing/simulateApi.ts'

let storage: Storage
let book: RunBook

beforeEach(() => {
  storage = memoryStorage()
  book = createRunBook(() => storage)
})

const ended = (of: Partial<RunRecord> = {}) =>
  aRecord({ parts: [aPartRecord({ state: 'ended', batch: batchRecordOf(aBatch()) })], ...of })

/** As JSON has it: what is undefined is absent. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a record comes back as it was, also in another tab', () => {
  const record = ended({
    retryOf: 'run_0',
    isKeyless: true,
    outputExpiry: 3600,
    fileExpiry: 7200,
    tooManyTokens: 9,
    metadata: { round: 'first' },
  })
  expect(book.write(record)).toBe(true)
  expect(plain(createRunBook(() => storage).read(record.id))).toEqual(plain(record))
  book.remove(record.id)
  expect(book.read(record.id)).toBeUndefined()
  expect(storage.length).toBe(0)
})

test('all of them, newest first, and nothing of what others keep there', () => {
  const records = [3, 1, 2].map((startedAt) => aRecord({ startedAt }))
  for (const record of records) book.write(record)
  storage.setItem('lineproof.theme', 'dark')
  storage.setItem('lineproof.run.garbage', '{"id": "garbage"}')
  expect(book.all().map(({ startedAt }) => startedAt)).toEqual([3, 2, 1])
  expect(runIdOf('lineproof.run.x')).toBe('x')
  expect(runIdOf('lineproof.theme')).toBeUndefined()
  expect(runIdOf(null)).toBeUndefined()
})

describe('where nothing can be stored', () => {
  test('records last as long as the page', () => {
    const forbidden = (): never => {
      throw new DOMException('', 'SecurityError')
    }
    for (const opened of [() => undefined, forbidden]) {
      const there = createRunBook(opened)
      const record = aRecord()
      expect(there.write(record)).toBe(false)
      expect(there.read(record.id)).toEqual(record)
      expect(there.all()).toEqual([record])
      there.remove(record.id)
      expect(there.all()).toEqual([])
    }
  })

  test('what could not be stored is newer than what is', () => {
    const record = aRecord()
    book.write(record)
    const full = vi.spyOn(storage, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    expect(book.write({ ...record, fileName: 'newer.jsonl' })).toBe(false)
    expect(book.read(record.id)?.fileName).toBe('newer.jsonl')
    expect(book.all()).toHaveLength(1)
    // And once it can be again, what is stored counts.
    full.mockRestore()
    expect(book.write({ ...record, fileName: 'newest.jsonl' })).toBe(true)
    createRunBook(() => storage).write({ ...record, fileName: 'of another tab.jsonl' })
    expect(book.read(record.id)?.fileName).toBe('of another tab.jsonl')
  })
})

const small = (state: 'waiting' | 'starting', fileName = 'asks.jsonl'): RunRecord =>
  aRecord({ id: 'run_1', fileName, parts: [aPartRecord({ state })] })

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

describe('where there is no more room', () => {
  test('what there is no room for is not left as it was: a start would be made again by it', () => {
    const storage = smallStorage(400)
    const book = createRunBook(() => storage)
    expect(book.write(small('waiting'))).toBe(true)
    expect(book.write(small('starting', 'x'.repeat(400)))).toBe(false)
    // The page that wrote it goes on with it.
    expect(book.read('run_1')?.parts[0]?.state).toBe('starting')
    // Another tab, or this one after a reload, finds nothing that it could start.
    expect(createRunBook(() => storage).read('run_1')).toBeUndefined()
    expect(createRunBook(() => storage).all()).toEqual([])
  })

  const inState = (part: Partial<PartRecord>, fileName?: string): RunRecord =>
    aRecord({ id: 'run_1', fileName: fileName ?? 'asks.jsonl', parts: [aPartRecord(part)] })
  const batch = batchRecordOf(aBatch())
  const long = 'x'.repeat(1000)

  test.each([
    [
      { state: 'running', batch },
      { state: 'running', batch },
    ],
    [
      { state: 'running', batch },
      { state: 'ended', batch },
    ],
    [{ state: 'starting' }, { state: 'running', batch }],
    [{ state: 'starting' }, { state: 'unknown' }],
    [{ state: 'waiting' }, { state: 'waiting' }],
  ] as const)('an older entry by which nothing is started twice stays: %j', (older, newer) => {
    const storage = smallStorage(1000)
    const book = createRunBook(() => storage)
    book.write(inState(older))
    expect(book.write(inState(newer, long))).toBe(false)
    // The page that wrote it goes on with what is newer.
    expect(book.read('run_1')?.fileName).toBe(long)
    expect(book.all().map(({ fileName }) => fileName)).toEqual([long])
    expect(createRunBook(() => storage).read('run_1')).toMatchObject({ parts: [older] })
  })

  test.each([
    [{ state: 'waiting' }, { state: 'running', batch }],
    [{ state: 'uploading' }, { state: 'waiting' }],
    [{ state: 'stopped' }, { state: 'starting' }],
    [{ state: 'running', batch }, { state: 'waiting' }],
    [{ state: 'unknown' }, { state: 'stopped' }],
    [{ state: 'starting' }, { state: 'unknown', isUnwanted: true }],
  ] as const)('and one by which something could be does not: %j', (older, newer) => {
    const storage = smallStorage(1000)
    const book = createRunBook(() => storage)
    book.write(inState(older))
    expect(book.write(inState(newer, long))).toBe(false)
    expect(book.read('run_1')?.fileName).toBe(long)
    expect(createRunBook(() => storage).read('run_1')).toBeUndefined()
  })

  test('what another tab makes of the older entry counts: one tab alone goes on', () => {
    const storage = smallStorage(1000)
    const [book, other] = [createRunBook(() => storage), createRunBook(() => storage)]
    book.write(inState({ state: 'running', batch }))
    book.write(inState({ state: 'running', batch }, long))
    other.write(inState({ state: 'waiting' }))
    expect(book.read('run_1')?.parts[0]?.state).toBe('waiting')

    book.write(inState({ state: 'waiting' }, long))
    other.write(inState({ state: 'starting' }, long))
    expect(other.read('run_1')?.parts[0]?.state).toBe('starting')
    expect(book.read('run_1')).toBeUndefined()
  })

  test('each loss is told', () => {
    const onLoss = vi.fn()
    const there = createRunBook(() => smallStorage(400), onLoss)
    there.write(small('waiting'))
    expect(onLoss).not.toHaveBeenCalled()
    there.write(small('starting', 'x'.repeat(400)))
    expect(onLoss).toHaveBeenCalledOnce()
  })

  test('what fits again is kept again', () => {
    const storage = smallStorage(400)
    const book = createRunBook(() => storage)
    book.write(small('starting', 'x'.repeat(400)))
    expect(book.write(small('starting'))).toBe(true)
    expect(createRunBook(() => storage).read('run_1')?.parts[0]?.state).toBe('starting')
  })
})

test('the oldest of many that have ended go, and none that goes on or was never started', () => {
  for (let at = 0; at < 70; at++) book.write(ended({ startedAt: at }))
  const kept = [
    aRecord({ startedAt: 0, parts: [aPartRecord({ state: 'unknown' })] }),
    aRecord({ startedAt: 0, parts: [aPartRecord({ state: 'stopped' })] }),
    ended({ startedAt: 0, parts: [...ended().parts, aPartRecord()] }),
  ]
  for (const record of kept) book.write(record)
  tidyRuns(book)
  expect(book.all()).toHaveLength(63)
  for (const { id } of kept) expect(book.read(id)).toBeDefined()
  const times = book.all().map(({ startedAt }) => startedAt)
  expect(Math.min(...times.filter((at) => at > 0))).toBe(10)
})

describe('what is no record', () => {
  const whole = plain(ended()) as Record<string, unknown>
  const [part] = whole['parts'] as Record<string, unknown>[]

  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['no id', { ...whole, id: '' }],
    ['no name', { ...whole, fileName: 3 }],
    ['no base', { ...whole, baseUrl: undefined }],
    ['no parts', { ...whole, parts: [] }],
    ['parts that are none', { ...whole, parts: 'all' }],
    ['a state that is none', { ...whole, parts: [{ ...part, state: 'paused' }] }],
    ['a batch without its id', { ...whole, parts: [{ ...part, batch: { status: 'completed' } }] }],
  ])('%s', (_, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    expect(readRecord(text)).toBeUndefined()
  })

  test('of anything at all, nothing but a record is made, and of that the same again', () => {
    expect(readRecord(JSON.stringify(whole))).toBeDefined()
    const members = fc.oneof(
      fc.jsonValue(),
      ...Object.values(whole).map((each) => fc.constant(each)),
    )
    const arbitrary = fc.record(
      Object.fromEntries(Object.keys(whole).map((name) => [name, members])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(arbitrary, (value) => {
        const record = readRecord(JSON.stringify(value))
        if (!record) return
        expect(readRecord(writeRecord(record))).toEqual(record)
        for (const { state } of record.parts) expect(typeof state).toBe('string')
      }),
    )
  })

  test('numbers that count nothing are left out', () => {
    const record = readRecord(
      JSON.stringify({ ...whole, outputExpiry: -1, tooManyTokens: 1.5, startedAt: 'now' }),
    )
    expect(record).toMatchObject({ startedAt: 0 })
    expect(record?.outputExpiry).toBeUndefined()
    expect(record?.tooManyTokens).toBeUndefined()
  })
})
