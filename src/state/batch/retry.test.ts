// Rounds of a run, and when what failed may be sent again: never while it may still be answered.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail } from '../../base/result.ts'
import { lineId } from '../../base/units.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store, updateDocument } from '../store.ts'
import { batchStore, type Run } from './batchStore.ts'
import { followRuns } from './follow.ts'
import { retryFailed, sendRest } from './retry.ts'
import { retryOf } from './retryMark.ts'
import { isOver, resultFileIds, roundsOf } from './rounds.ts'
import { batchRecordOf, type PartRecord, type RunRecord } from './runRecord.ts'
import { findRun, updateRun } from './runs.ts'
import { aPartRecord, aRecord, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const ENDED = {
  state: 'ended',
  batch: batchRecordOf(aBatch({ status: 'failed', endedAt: 2, errors: [] })),
} as const

function show(of: Partial<RunRecord>, part: Partial<PartRecord> = ENDED): Run {
  const record = aRecord({ parts: [aPartRecord(part)], ...of })
  page.book.write(record)
  followRuns()
  return findRun(record.id) as Run
}

const said = () => inEnglish(store.getState().messages.at(-1)?.text)

describe('rounds', () => {
  test('are all runs that sent again what failed of one, oldest first, from whichever it is asked', () => {
    const first = show({ startedAt: 1 })
    const third = show({ startedAt: 3, retryOf: first.id })
    const second = show({ startedAt: 2, retryOf: first.id })
    const fourth = show({ startedAt: 4, retryOf: third.id })
    const other = show({ startedAt: 0 })
    for (const run of [first, second, third, fourth]) {
      expect(roundsOf(run).map(({ startedAt }) => startedAt)).toEqual([1, 2, 3, 4])
    }
    expect(roundsOf(other)).toHaveLength(1)
  })

  test('whose first is forgotten hold together by the oldest that is known', () => {
    const second = show({ startedAt: 2, retryOf: 'run_gone' })
    const third = show({ startedAt: 3, retryOf: second.id })
    expect(roundsOf(third).map(({ id }) => id)).toEqual([second.id, third.id])
  })

  test('that name one another in a circle, by whatever hand, end', () => {
    show({ id: 'run_a', startedAt: 1, retryOf: 'run_b' })
    const b = show({ id: 'run_b', startedAt: 2, retryOf: 'run_a' })
    expect(roundsOf(b).map(({ id }) => id)).toContain('run_b')
  })

  test('are over when nothing of them goes on, and have results only then', () => {
    const files = { outputFileId: 'file-2', errorFileId: 'file-3' }
    const ended = show({}, { state: 'ended', batch: batchRecordOf(aBatch(files)) })
    const runs = show({}, { state: 'running', batch: batchRecordOf(aBatch(files)) })
    expect([isOver(ended), isOver(runs)]).toEqual([true, false])
    expect(isOver(show({}, { state: 'stopped' }))).toBe(true)
    expect(isOver(show({}, { state: 'unknown' }))).toBe(false)
    expect(ended.parts.map(resultFileIds)).toEqual([{ output: 'file-2', errors: 'file-3' }])
    expect(runs.parts.map(resultFileIds)).toEqual([{ output: undefined, errors: undefined }])
  })
})

describe('a retry', () => {
  test('is refused while a round goes on: it would be paid for twice', async () => {
    const first = show({ startedAt: 1 })
    show({ startedAt: 2, retryOf: first.id, fileName: 'asks-retry.jsonl' }, { state: 'unknown' })
    await retryFailed(first.id)
    expect(said()).toContain('asks-retry.jsonl are still on their way')
    expect(batchStore.getState().step).toBe('connect')
  })

  test('where nothing ran is all of the document, as a round of the first run', async () => {
    const first = show({ startedAt: 1 })
    const second = show({ startedAt: 2, retryOf: first.id })
    updateRun(first.id, { documentKey: page.key })
    await retryFailed(second.id)
    expect(said()).toContain('all of it can be sent again')
    expect(retryOf(page.key)).toBe(first.id)
    expect(batchStore.getState().step).toBe('send')
  })

  test('where nothing ran is also of the document that was opened again, known by its name', async () => {
    const run = show({})
    updateDocument(page.key, ({ facts }) => ({
      facts: facts && { ...facts, holdsResults: false },
    }))
    await retryFailed(run.id)
    expect(said()).toContain('all of it can be sent again')
    expect(retryOf(page.key)).toBe(run.id)
  })

  test('where that document is closed says to open it', async () => {
    const run = show({})
    await retryFailed(run.id)
    expect(said()).toContain('Nothing of asks.jsonl was run. Open it again')
  })

  test('is refused while results are missing that were paid for', async () => {
    // A file that no other test has had: what was downloaded once is kept.
    const outputFileId = 'file-that-never-came'
    const batch = batchRecordOf(aBatch({ status: 'completed', outputFileId, endedAt: 2 }))
    const run = show({}, { state: 'ended', batch })
    updateRun(run.id, { documentKey: page.key })
    page.api.answerNext('download', () => fail('api-server', msg('It failed.')))
    await retryFailed(run.id)
    expect(said()).toContain('Not all results are here')
    // Nor when they can be had no more.
    const counts = { total: 10, completed: 4, failed: 6 }
    const deleted = batchRecordOf(aBatch({ status: 'completed', counts, endedAt: 2 }))
    const lost = show({}, { state: 'ended', batch: deleted })
    await retryFailed(lost.id)
    expect(said()).toContain('Not all results are here')
    expect(batchStore.getState().step).toBe('connect')
  })

  test('of a run that is not there is nothing', async () => {
    const before = store.getState().messages.length
    await retryFailed('run_none')
    expect(store.getState().messages).toHaveLength(before)
  })
})

test('what ran out of time is sent in one press, as the run was', async () => {
  const batch = batchRecordOf(aBatch({ status: 'expired', endedAt: 2 }))
  const run = show({ metadata: { team: 'a' }, fileExpiry: 7200 }, { state: 'ended', batch })
  updateRun(run.id, { documentKey: page.key })
  await sendRest(run.id)
  await page.pass()
  expect(page.api.count('createBatch')).toBe(1)
  const [sent] = page.runs()
  expect(sent).toMatchObject({ retryOf: run.id, documentKey: page.key })
  expect(page.book.read(sent?.id ?? '')).toMatchObject({
    metadata: { team: 'a' },
    fileExpiry: 7200,
  })
  expect(page.api.batches[0]?.metadata).toMatchObject({ team: 'a' })
})

test('what ran out of time is not sent while something is wrong with it', async () => {
  const batch = batchRecordOf(aBatch({ status: 'expired', endedAt: 2 }))
  const run = show({}, { state: 'ended', batch })
  updateRun(run.id, { documentKey: page.key })
  updateDocument(page.key, { drafts: [{ id: lineId(0), text: 'x', base: 'y' }] as never })
  await sendRest(run.id)
  await page.pass()
  expect(page.api.count('upload')).toBe(0)
  expect(batchStore.getState().step).toBe('send')
  expect(inEnglish(batchStore.getState().problem)).toContain('was typed in a line')
})
