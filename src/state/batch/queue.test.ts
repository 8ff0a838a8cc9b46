// Which part is started when: in order, as there is room, and never twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, type Result } from '../../base/result.ts'
import type { FailureCode } from '../../base/failures.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { setKey } from './access.ts'
import { batchStore } from './batchStore.ts'
import { cancelBatch } from './follow.ts'
import { advanceRun, dropPart, isPending } from './queue.ts'
import { batchRecordOf, type PartRecord, type RunRecord } from './runRecord.ts'
import { showRecord } from './runs.ts'
import { aPartRecord, aRecord, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const refusal = (code: FailureCode) => (): Result<never> => fail(code, msg('Not now.'))

/** A run that is shown: parts that wait with files of their own, but for what is said of them. */
function aRun(...parts: readonly Partial<PartRecord>[]): RunRecord {
  const record = aRecord({
    parts: parts.map((part, at) => {
      const file = { id: `file-${at + 1}`, name: 'a', bytes: 1, createdAt: 1, expiresAt: undefined }
      return aPartRecord({ file, ...part })
    }),
  })
  page.book.write(record)
  showRecord(record)
  return record
}

const partsOf = ({ id }: RunRecord) => page.book.read(id)?.parts ?? []
const statesOf = (run: RunRecord) => partsOf(run).map(({ state }) => state)
const startedFiles = () => page.api.batches.map(({ inputFileId }) => inputFileId)
const running = (id = 'batch_7', of: Partial<PartRecord> = {}) => {
  const batch = aBatch({ id })
  page.api.batches.push(batch)
  return { state: 'running', batch: batchRecordOf(batch), ...of } as const
}

test('parts are started in their order, and those not uploaded hold up the later ones', async () => {
  const run = aRun({}, {}, { file: undefined }, {})
  await advanceRun(run.id)
  expect(startedFiles()).toEqual(['file-1', 'file-2'])
  expect(statesOf(run)).toEqual(['running', 'running', 'waiting', 'waiting'])
})

test('asked for many times at once, each is started once', async () => {
  const run = aRun({}, {})
  await Promise.all([advanceRun(run.id), advanceRun(run.id), advanceRun(run.id)])
  expect(startedFiles()).toEqual(['file-1', 'file-2'])
  await advanceRun(run.id)
  expect(page.api.count('createBatch')).toBe(2)
})

describe('without room', () => {
  test('a part waits, and the later ones with it, until an earlier batch has ended', async () => {
    const run = aRun(running(), {}, {})
    page.api.answerNext('createBatch', refusal('api-queue-full'))
    await advanceRun(run.id)
    expect(statesOf(run)).toEqual(['running', 'waiting', 'waiting'])
    expect(page.api.count('createBatch')).toBe(1)
    expect(inEnglish(page.runs()[0]?.parts[1]?.note)).toContain('when an earlier batch has ended')
    await page.pass(60_000)
    expect(page.api.count('createBatch')).toBe(1)
    page.api.change('batch_7', { status: 'completed', endedAt: 2 })
    await page.pass(61_000)
    expect(statesOf(run)).toEqual(['ended', 'running', 'running'])
  })

  test('an end in one run makes room for another', async () => {
    const waiting = aRun({ waitsFor: 'room', delays: 1, notBefore: Date.now() + 20 * 60_000 })
    const other = aRun(running())
    await advanceRun(waiting.id)
    expect(page.api.count('createBatch')).toBe(0)
    page.api.change('batch_7', { status: 'completed', endedAt: 2 })
    await page.pass(61_000)
    expect([statesOf(other), statesOf(waiting)]).toEqual([['ended'], ['running']])
  })

  test('some minutes later it is tried again all the same', async () => {
    const run = aRun({})
    page.api.answerNext('createBatch', refusal('api-queue-full'))
    await advanceRun(run.id)
    expect(inEnglish(page.runs()[0]?.parts[0]?.note)).toContain('Other batches of the account')
    await page.pass(4 * 60_000)
    expect(statesOf(run)).toEqual(['waiting'])
    await page.pass(3 * 60_000)
    expect(statesOf(run)).toEqual(['running'])
  })
})

test('a key that is refused stops asking, and another one goes on', async () => {
  const run = aRun({}, {})
  page.api.answerNext('createBatch', refusal('api-key-refused'))
  await advanceRun(run.id)
  expect(statesOf(run)).toEqual(['waiting', 'waiting'])
  expect(page.api.count('createBatch')).toBe(1)
  expect(batchStore.getState().paused).toBe('no-key')
  await page.pass(120_000)
  expect(page.api.count()).toBe(1)
  setKey('sk-test-zyxwvutsrq987654')
  await page.pass(3000)
  expect(statesOf(run)).toEqual(['running', 'running'])
})

test('what is refused for good says why, and the file that is gone is told', async () => {
  const run = aRun({}, {}, {})
  page.api.answerNext('createBatch', refusal('api-no-credit'))
  page.api.answerNext('createBatch', refusal('api-not-found'))
  await advanceRun(run.id)
  expect(partsOf(run)).toMatchObject([
    { state: 'stopped', why: 'not-started', file: { id: 'file-1' } },
    { state: 'stopped', why: 'file-gone', file: undefined },
    { state: 'running' },
  ])
  expect(inEnglish(page.runs()[0]?.parts[0]?.note)).toBe('Not now.')
})

test('nobody knows whether it was started: it is looked up, and nothing after it is started', async () => {
  const run = aRun({}, {})
  page.api.answerNext('createBatch', refusal('api-outcome-unknown'))
  await advanceRun(run.id)
  expect(statesOf(run)).toEqual(['unknown', 'waiting'])
  // It was.
  page.api.batches.push(
    aBatch({ metadata: { lineproof_run: run.id, lineproof_part: '1' }, createdAt: 5 }),
  )
  await advanceRun(run.id)
  expect(statesOf(run)).toEqual(['running', 'running'])
  expect(page.api.count('createBatch')).toBe(2)
})

describe('a part that is cancelled', () => {
  test('before anything was sent stops', async () => {
    const run = aRun({}, { file: undefined, state: 'uploading' })
    await dropPart(run.id, 0)
    await dropPart(run.id, 1)
    await advanceRun(run.id)
    expect(partsOf(run)).toMatchObject([
      { state: 'stopped', why: 'cancelled' },
      { state: 'stopped', why: 'cancelled' },
    ])
    expect(page.api.asked).toEqual([])
  })

  test('while nobody knows is cancelled as soon as it is found', async () => {
    const run = aRun({ state: 'unknown' })
    page.api.batches.push(aBatch({ metadata: { lineproof_run: run.id, lineproof_part: '1' } }))
    await cancelBatch(run.id, 0)
    expect(page.api.count('cancelBatch')).toBe(0)
    await advanceRun(run.id)
    expect(page.api.count('cancelBatch')).toBe(1)
    expect(partsOf(run)).toMatchObject([{ state: 'ended', batch: { status: 'cancelled' } }])
  })

  test('after its end stays as it is', async () => {
    const batch = batchRecordOf(aBatch({ status: 'completed' }))
    const run = aRun({ state: 'ended', batch }, { state: 'stopped', why: 'not-uploaded' })
    await dropPart(run.id, 0)
    await dropPart(run.id, 1)
    expect(partsOf(run).map(({ isUnwanted }) => isUnwanted)).toEqual([undefined, undefined])
    expect(partsOf(run)[1]?.why).toBe('not-uploaded')
  })
})

test('pending is what only an open page starts', () => {
  const { file } = aPartRecord()
  expect(isPending({ state: 'waiting', file })).toBe(true)
  expect(isPending({ state: 'waiting' })).toBe(false)
  expect(isPending({ state: 'starting' })).toBe(true)
  expect(isPending({ state: 'unknown' })).toBe(true)
  expect(isPending({ state: 'running', file })).toBe(false)
})
