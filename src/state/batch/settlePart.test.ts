// What becomes of the record of a part with each thing that the API says of its batch.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Batch, BatchError } from '../../batch/batchObject.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { batchRecordOf, type PartRecord, type RunRecord } from './runRecord.ts'
import { settlePart } from './settlePart.ts'
import { createRunBook, type RunBook } from './storedRuns.ts'
import { aPartRecord, aRecord } from './testing/openPage.ts'
import { memoryStorage, SimulatedLocks } from './testing/simulateApi.ts'

const NOW = 1_800_000_000_000

const FULL: BatchError = {
  code: 'token_limit_exceeded',
  message: 'Enqueued token limit reached.',
  line: undefined,
  param: undefined,
}

const full = aBatch({ status: 'failed', errors: [FULL], endedAt: 1_800_000_001 })

let book: RunBook
let told: RunRecord[]

beforeEach(() => {
  const storage = memoryStorage()
  book = createRunBook(() => storage)
  told = []
})

const world = () => ({
  book,
  locks: new SimulatedLocks().of({}),
  now: () => NOW,
  onChange: (record: RunRecord) => void told.push(record),
})

/** What comes of it, and the part as it is kept then. */
async function settle(part: Partial<PartRecord>, batch: Batch) {
  const record = aRecord({
    parts: [aPartRecord({ state: 'running', batch: batchRecordOf(aBatch()), ...part })],
  })
  book.write(record)
  const settled = await settlePart(world(), record.id, 0, batch)
  return { settled, part: book.read(record.id)?.parts[0], run: book.read(record.id) }
}

test('it runs, and what is kept quotes no line', async () => {
  const errors = [{ ...FULL, code: 'invalid', message: 'a line' }]
  const { settled, part } = await settle({}, aBatch({ errors, metadata: { name: 'a' } }))
  expect([settled, part?.state]).toEqual(['running', 'running'])
  expect(JSON.stringify(part)).not.toContain('a line')
  expect(told).toHaveLength(1)
})

test.each(['completed', 'failed', 'expired', 'cancelled'] as const)(
  '%s is its end',
  async (status) => {
    const { settled, part } = await settle({}, aBatch({ status, outputFileId: 'file-2' }))
    expect([settled, part?.state]).toEqual(['ended', 'ended'])
    expect(part?.batch).toMatchObject({ status, outputFileId: 'file-2' })
  },
)

test('news of another batch, or of none, change nothing', async () => {
  const other = await settle({}, aBatch({ id: 'batch_9', status: 'completed' }))
  expect([other.settled, other.part?.state]).toEqual(['stale', 'running'])
  const none = await settle({ state: 'waiting', batch: undefined }, aBatch())
  expect([none.settled, none.part?.state]).toEqual(['stale', 'waiting'])
  expect(await settlePart(world(), 'run_none', 0, aBatch())).toBe('stale')
  expect(told).toEqual([])
})

test('what was read before its end is older, and what was read after it counts', async () => {
  const ended = { state: 'ended', batch: batchRecordOf(aBatch({ status: 'completed' })) } as const
  expect((await settle(ended, aBatch())).settled).toBe('stale')
  const { part } = await settle(ended, aBatch({ status: 'completed', errorFileId: 'file-3' }))
  expect(part?.batch?.errorFileId).toBe('file-3')
})

describe('no room', () => {
  test('sends it back into the queue, for longer each time', async () => {
    const { settled, part } = await settle({ refused: ['batch_0'] }, full)
    expect(settled).toBe('requeued')
    expect(part).toMatchObject({ state: 'waiting', waitsFor: 'room', delays: 1 })
    expect(part?.batch).toBeUndefined()
    expect(part?.refused).toEqual(['batch_0', 'batch_1'])
    expect(part?.notBefore).toBe(NOW + 5 * 60_000)
    const again = await settle({ delays: 1 }, full)
    expect(again.part?.notBefore).toBe(NOW + 10 * 60_000)
  })

  test('says how many tokens at once are too many', async () => {
    const running = aPartRecord({
      state: 'running',
      batch: batchRecordOf(aBatch({ id: 'batch_7' })),
      tokens: 700,
    })
    const refused = aPartRecord({ state: 'running', batch: batchRecordOf(aBatch()), tokens: 500 })
    const record = aRecord({ parts: [running, refused] })
    book.write(record)
    await settlePart(world(), record.id, 1, full)
    expect(book.read(record.id)?.tooManyTokens).toBe(1200)
  })

  test('ends one that nobody wants any more', async () => {
    const { settled, part } = await settle({ isUnwanted: true }, full)
    expect(settled).toBe('requeued')
    expect(part).toMatchObject({ state: 'stopped', why: 'cancelled', batch: undefined })
  })

  test('is none of one that has ended', async () => {
    const { settled, part } = await settle({ state: 'ended' }, full)
    expect([settled, part?.state]).toEqual(['ended', 'ended'])
  })
})

test('how often it had to wait is forgotten once there was room, and not before', async () => {
  const validating = await settle({ delays: 3 }, aBatch({ status: 'validating' }))
  expect(validating.part?.delays).toBe(3)
  const running = await settle({ delays: 3 }, aBatch({ status: 'in_progress' }))
  expect(running.part?.delays).toBeUndefined()
})
