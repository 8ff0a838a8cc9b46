// When the API is asked how batches are, and what comes of each answer.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import type { FailureCode } from '../../base/failures.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store } from '../store.ts'
import { setAccess, setKey } from './access.ts'
import { batchStore } from './batchStore.ts'
import { adoptBatch, cancelBatch, followRuns, loadOthers, refreshNow } from './follow.ts'
import { batchRecordOf, type PartRecord } from './runRecord.ts'
import { updateRun } from './runs.ts'
import { aPartRecord, aRecord, BASE, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const OTHER = 'https://other.example.com/v1'

/** A run with a batch that goes on there, as after a reload. */
function begin(part: Partial<PartRecord> = {}, baseUrl = BASE): string {
  const batch = aBatch({ id: `batch_${page.api.batches.length + 1}` })
  page.api.batches.push(batch)
  const parts = [aPartRecord({ state: 'running', batch: batchRecordOf(batch), ...part })]
  const record = aRecord({ baseUrl, parts })
  page.book.write(record)
  followRuns()
  refreshNow()
  return record.id
}

const part = (id: string) => inEnglish(page.runs().find((run) => run.id === id)?.parts[0])
const asked = () => page.api.count('batch')
const refuseNext = (code: FailureCode): void =>
  page.api.answerNext('batch', () => fail(code, msg('It says no.')))

test('it is asked at once, then less often, and once a minute at least', async () => {
  begin()
  await page.pass()
  expect(asked()).toBe(1)
  await page.pass(5000)
  expect(asked()).toBe(2)
  await page.pass(5000)
  expect(asked()).toBe(2)
  await page.pass(30 * MINUTE)
  const before = asked()
  await page.pass(10 * MINUTE)
  expect(asked()).toBe(before + 10)
})

test('after the end nobody asks any more', async () => {
  const id = begin()
  page.api.change('batch_1', { status: 'completed', endedAt: 2, outputFileId: 'file-2' })
  await page.pass()
  expect(part(id)).toMatchObject({ state: 'ended', batch: { outputFileId: 'file-2' } })
  const before = page.api.count()
  await page.pass(DAY)
  expect(page.api.count()).toBe(before)
})

test.each([
  ['offline', 'online'],
  ['hidden', 'visible'],
] as const)('%s it stands still and says so', async (paused, what) => {
  page.is[what] = false
  begin()
  await page.pass(10 * MINUTE)
  expect(asked()).toBe(0)
  expect(batchStore.getState().paused).toBe(paused)
  page.is[what] = true
  refreshNow()
  await page.pass()
  expect(asked()).toBe(1)
  expect(batchStore.getState().paused).toBeUndefined()
})

test('a part that waits is started also while nobody looks', async () => {
  page.is.visible = false
  const id = begin({ state: 'waiting', batch: undefined })
  await page.pass()
  expect(part(id)?.state).toBe('running')
})

describe('an answer that is no', () => {
  test('of the key: nothing is asked before that is another one', async () => {
    begin()
    refuseNext('api-key-refused')
    await page.pass(DAY)
    expect(asked()).toBe(1)
    expect(batchStore.getState().paused).toBe('no-key')
    expect(inEnglish(batchStore.getState().problem)).toBe('It says no.')
    setKey('sk-test-zyxwvutsrq987654')
    await page.pass(2000)
    expect(asked()).toBe(2)
    expect(batchStore.getState()).toMatchObject({ paused: undefined, problem: undefined })
  })

  test.each(['api-not-found', 'api-not-allowed', 'api-refused'] as const)(
    '%s: it is said, and asked again when told to or as somebody else',
    async (code) => {
      const id = begin()
      refuseNext(code)
      await page.pass(DAY)
      expect(asked()).toBe(1)
      expect(part(id)).toMatchObject({ state: 'running', note: 'It says no.' })
      refuseNext(code)
      refreshNow()
      await page.pass(DAY)
      expect(asked()).toBe(2)
      setAccess({ organization: 'org-1' })
      await page.pass(2000)
      expect(asked()).toBe(3)
      expect(part(id)?.note).toBeUndefined()
    },
  )

  test('of a batch: the others are asked about all the same', async () => {
    begin()
    begin()
    refuseNext('api-not-found')
    await page.pass(6000)
    expect(asked()).toBe(3)
  })

  test('too many questions: the next one comes after a minute', async () => {
    begin()
    refuseNext('api-rate-limit')
    await page.pass(MINUTE - 1)
    expect(asked()).toBe(1)
    await page.pass(1)
    expect(asked()).toBe(2)
  })

  test('of a server that failed: it is asked on', async () => {
    const id = begin()
    refuseNext('api-server')
    await page.pass()
    expect(part(id)?.note).toBe('It says no.')
    await page.pass(6000)
    expect(asked()).toBe(2)
    expect(part(id)?.note).toBeUndefined()
  })
})

test('a batch that failed before a reload is asked why, once', async () => {
  const failed = aBatch({ status: 'failed', endedAt: 2 })
  const id = begin({ state: 'ended', batch: batchRecordOf(failed) })
  const errors = [{ code: 'x', message: 'No model.', line: undefined, param: undefined }]
  page.api.change('batch_1', { status: 'failed', endedAt: 2, errors })
  await page.pass(DAY)
  expect(asked()).toBe(1)
  expect(part(id)?.problems).toMatchObject([{ message: 'No model.' }])
})

test('nor is one that does not say why asked for ever', async () => {
  begin({ state: 'ended', batch: batchRecordOf(aBatch({ status: 'failed', endedAt: 2 })) })
  page.api.change('batch_1', { status: 'failed', endedAt: 2 })
  await page.pass(DAY)
  expect(asked()).toBe(1)
})

test('what is at another server is not asked about here, and says where it is', async () => {
  const id = begin({}, OTHER)
  begin()
  await page.pass(MINUTE)
  expect(part(id)?.note).toContain(OTHER)
  const before = asked()
  expect(before).toBeGreaterThan(0)
  setAccess({ baseUrl: OTHER })
  // The key was used at the other one.
  expect(batchStore.getState().access.hasKey).toBe(false)
  setKey('sk-other-zyxwvutsrq987654')
  await page.pass(2000)
  expect(page.api.asked.at(-1)).toBe('batch sk-other-zyxwvutsrq987654')
  expect(part(id)?.note).toBeUndefined()
})

describe('cancelling', () => {
  test('is asked of the API, and what it answers is shown', async () => {
    const id = begin()
    await cancelBatch(id, 0)
    expect(part(id)).toMatchObject({ state: 'ended', batch: { status: 'cancelled' } })
    await page.pass(MINUTE)
    expect(page.api.count('cancelBatch')).toBe(1)
  })

  test('that was refused says why, and is tried again with the next look', async () => {
    const id = begin()
    page.api.answerNext('cancelBatch', () => fail('api-server', msg('It failed.')))
    await cancelBatch(id, 0)
    expect(part(id)).toMatchObject({ state: 'running', note: 'It failed.' })
    await page.pass(MINUTE)
    expect(page.api.count('cancelBatch')).toBe(2)
    expect(part(id)?.batch?.status).toBe('cancelled')
  })
})

describe('batches of the account', () => {
  test('are those that were not started here, page by page', async () => {
    begin()
    const list = [aBatch(), aBatch({ id: 'batch_8' })]
    page.api.answerNext('batches', () => ok({ batches: list, after: 'batch_8' }))
    await loadOthers()
    const others = () => batchStore.getState().others
    expect(others()).toMatchObject({
      state: 'done',
      batches: [{ id: 'batch_8' }],
      after: 'batch_8',
    })
    // What was started meanwhile moves the pages.
    const next = [aBatch({ id: 'batch_8' }), aBatch({ id: 'batch_9' })]
    page.api.answerNext('batches', () => ok({ batches: next, after: undefined }))
    await loadOthers()
    expect(others().batches.map(({ id }) => id)).toEqual(['batch_8', 'batch_9'])
    page.api.answerNext('batches', () => fail('api-server', msg('It failed.')))
    await loadOthers()
    expect(inEnglish(others())).toMatchObject({ state: 'failed', problem: 'It failed.' })
  })

  test('are not those of another access, whose answer comes late', async () => {
    page.api.answerNext('batches', async () => {
      setAccess({ organization: 'org-1' })
      return ok({ batches: [aBatch({ id: 'batch_8' })], after: undefined })
    })
    await loadOthers()
    expect(batchStore.getState().others).toEqual({ state: 'none', batches: [] })
  })

  test('are taken in once, with the name of their file, and followed', async () => {
    const batch = aBatch({ id: 'batch_1', inputFileId: 'file-9' })
    page.api.batches.push(batch)
    const file = {
      id: 'file-9',
      name: 'theirs.jsonl',
      bytes: 7,
      createdAt: 1,
      expiresAt: undefined,
    }
    page.api.files.push(file)
    adoptBatch(batch)
    adoptBatch(batch)
    await page.pass()
    expect(page.runs()).toHaveLength(1)
    expect(page.runs()[0]).toMatchObject({ fileName: 'theirs.jsonl', parts: [{ bytes: 7 }] })
    page.api.change('batch_1', { status: 'completed', endedAt: 2 })
    await page.pass(MINUTE)
    // From a list that is older than its end.
    adoptBatch(batch)
    expect(page.runs()).toHaveLength(1)
    expect(page.runs()[0]?.parts[0]?.state).toBe('ended')
  })
})

test('a document that is closed is no longer the one of its run', () => {
  const id = begin()
  updateRun(id, { documentKey: page.key })
  store.setState({ documents: [], activeKey: undefined })
  expect(page.runs()[0]?.documentKey).toBeUndefined()
})
