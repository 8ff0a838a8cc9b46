// Sending what was sent before: nobody pays twice without having been asked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail } from '../../base/result.ts'
import type { Batch } from '../../batch/batchObject.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { answerConfirmation } from '../actions/dialogs.ts'
import { closeScope } from '../documentScope.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { store } from '../store.ts'
import { checkConnection, setAccess, setKey } from './access.ts'
import { batchStore } from './batchStore.ts'
import { insist } from './panel.ts'
import { markRetry } from './retryMark.ts'
import { showRecord } from './runs.ts'
import { earlierFile, resumeRun, uploadAndStart } from './send.ts'
import { createRunBook } from './storedRuns.ts'
import { aPartRecord, aRecord, ALL, openPage, type TestPage } from './testing/openPage.ts'
import { livePageIn, pageWorld } from './world.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const question = () => inEnglish(store.getState().confirmation)
const problem = () => inEnglish(batchStore.getState().problem)

async function send(options = ALL): Promise<void> {
  // Runs are told apart by when they were started.
  await page.pass(1000)
  await uploadAndStart(options)
  await page.pass()
}

/** Sends what is open, and lets its batch come to this end. */
async function sendAndEnd(end: Partial<Batch>): Promise<void> {
  await send()
  page.api.change(page.api.batches.at(-1)?.id ?? '', {
    endedAt: Date.UTC(2026, 11, 2, 12) / 1000,
    ...end,
  })
  await page.pass(60_000)
  expect(page.runs()[0]?.parts[0]?.state).toBe('ended')
}

const unanswered = { state: 'stopped', why: 'no-answer' } as const
const counts = (completed: number, failed: number) => ({ total: 10, completed, failed })

test('a document becomes a batch, and its record says how it was made', async () => {
  await send({ ...ALL, metadata: { round: 'first' } })
  expect(page.api.files).toMatchObject([{ name: 'asks.jsonl', bytes: 3 }])
  const [run] = page.runs()
  expect(page.api.batches).toMatchObject([
    { inputFileId: 'file-1', metadata: { round: 'first', lineproof_run: run?.id } },
  ])
  expect(run).toMatchObject({ documentKey: page.key, parts: [{ state: 'running' }] })
  expect(page.book.read(run?.id ?? '')?.parts[0]?.contentHash).toBe('hash of one')
  expect(problem()).toBeUndefined()
})

test('parts of several endpoints are batches of their own', async () => {
  page.write('one', 'embed two')
  await send()
  await page.pass(1000)
  expect(page.api.batches.map(({ endpoint }) => endpoint)).toEqual([
    '/v1/chat/completions',
    '/v1/embeddings',
  ])
  expect(page.runs()[0]?.parts.map(({ endpoint }) => endpoint)).toEqual([
    '/v1/chat/completions',
    '/v1/embeddings',
  ])
  expect(problem()).toBeUndefined()
})

test('the file of a document that is closed is there until it is uploaded', async () => {
  const discarded: string[] = []
  keepMadeFile(page.key, () => discarded.push('file'))
  await uploadAndStart(ALL)
  closeScope(page.key)
  expect([page.api.files, discarded]).toEqual([[], []])
  await page.pass()
  expect(page.api.files).toHaveLength(1)
  expect(discarded).toEqual(['file'])
})

test('a second press while the first is at work sends nothing', async () => {
  await Promise.all([uploadAndStart(ALL), uploadAndStart(ALL)])
  await page.pass()
  expect(page.api.batches).toHaveLength(1)
})

test('nor does one that comes before the first has its lock', async () => {
  const world = pageWorld()
  const { locks } = world
  const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  livePageIn({
    ...world,
    locks: { ...locks, hold: (name, work) => later(500).then(() => locks.hold(name, work)) },
  })
  const first = uploadAndStart(ALL)
  await page.pass(100)
  const second = uploadAndStart(ALL)
  await page.pass(10_000)
  await Promise.all([first, second])
  expect(page.api.batches).toHaveLength(1)
})

test('where nothing can be kept that is said', async () => {
  livePageIn({ ...pageWorld(), book: createRunBook(() => undefined) })
  await send()
  expect(page.api.batches).toHaveLength(1)
  expect(problem()).toContain('leave it open until the batches have ended')
})

describe('the same content again', () => {
  test('while its batch runs: only after a question', async () => {
    await send()
    await send()
    expect(page.api.batches).toHaveLength(1)
    expect(question()?.text).toContain('has not ended')
    answerConfirmation(false)
    await page.pass()
    expect(page.api.batches).toHaveLength(1)
    await send()
    answerConfirmation(true)
    await page.pass()
    expect(page.api.batches).toHaveLength(2)
  })

  test('that was answered: the question says when, and how many', async () => {
    await sendAndEnd({ status: 'completed', counts: counts(8, 2) })
    await send()
    expect(page.api.batches).toHaveLength(1)
    expect(question()).toMatchObject({ keepLabel: 'Do not send' })
    expect(question()?.text).toMatch(
      /asks\.jsonl.* answered already on Dec 2, 2026: 8 of 10 requests.*bills it again/,
    )
    answerConfirmation(true)
    await page.pass()
    expect(page.api.batches).toHaveLength(2)
    expect(problem()).toBeUndefined()
  })

  test.each(['cancelled', 'expired', 'failed'] as const)(
    'of which a batch that is %s had answered some',
    async (status) => {
      await sendAndEnd({ status, counts: counts(1, 0) })
      await send()
      expect(page.api.batches).toHaveLength(1)
      expect(question()?.text).toContain('1 of 10 requests')
    },
  )

  test('an older run counts, whatever became of a later one', async () => {
    await sendAndEnd({ status: 'completed', counts: counts(10, 0) })
    await send()
    answerConfirmation(true)
    await page.pass()
    page.api.change('batch_2', { status: 'failed', endedAt: 1_900_000_000 })
    await page.pass(60_000)
    await send()
    expect(page.api.batches).toHaveLength(2)
    expect(question()?.text).toContain('10 of 10')
  })

  test('the requests of all parts are counted', async () => {
    page.write('one', 'two')
    await send()
    page.api.change('batch_1', { status: 'completed', counts: counts(10, 0) })
    page.api.change('batch_2', { status: 'failed' })
    await page.pass(60_000)
    await send()
    expect(question()?.text).toContain('10 of 20 requests')
  })

  test.each([
    ['failed', counts(0, 0)],
    ['completed', counts(0, 10)],
    ['expired', counts(0, 0)],
  ] as const)('without a question where nothing was answered: %s', async (status, ofBatch) => {
    await sendAndEnd({ status, counts: ofBatch })
    markRetry(page.key, page.runs()[0]?.id ?? '')
    await send()
    expect(question()).toBeUndefined()
    expect(page.api.batches).toHaveLength(2)
    expect(page.runs()[0]?.retryOf).toBe(page.runs()[1]?.id)
  })

  test('of which nobody knows whether it was started', async () => {
    page.book.write(
      aRecord({ parts: [aPartRecord({ ...unanswered, contentHash: 'hash of one' })] }),
    )
    await send()
    expect(question()?.text).toContain('never said whether it did')
    expect(page.api.batches).toEqual([])
  })

  test('nor of other content, or at another server', async () => {
    await sendAndEnd({ status: 'completed', counts: counts(10, 0) })
    page.write('two')
    await send()
    expect(question()).toBeUndefined()
    page.write('one')
    setAccess({ baseUrl: 'https://other.example.com/v1' })
    setKey('sk-other-0123456789abcdef')
    insist('connection', true)
    await send()
    expect(question()).toBeUndefined()
    expect(page.api.batches).toHaveLength(3)
  })

  test('who answered the question twice at once has sent it once', async () => {
    await sendAndEnd({ status: 'completed', counts: counts(10, 0) })
    await send()
    const { confirmation } = store.getState()
    confirmation?.run()
    confirmation?.run()
    await page.pass()
    expect(page.api.batches).toHaveLength(2)
  })
})

describe('a part whose start was never answered is looked for when it is gone on with', () => {
  async function resume(): Promise<void> {
    const record = aRecord({ id: 'run of before', parts: [aPartRecord(unanswered)] })
    page.book.write(record)
    showRecord(record)
    await resumeRun(record.id)
    await page.pass()
  }

  test('and followed, where it is in the list by now', async () => {
    const metadata = { lineproof_run: 'run of before', lineproof_part: '1' }
    page.api.batches.push(aBatch({ metadata }))
    await resume()
    expect(page.runs()[0]?.parts[0]).toMatchObject({ state: 'running', batch: { id: 'batch_1' } })
    expect(page.api.count('createBatch')).toBe(0)
  })

  test('and started again only after it has not been there for a while', async () => {
    await resume()
    expect(page.runs()[0]?.parts[0]?.state).toBe('unknown')
    expect(page.api.count('createBatch')).toBe(0)
    await page.pass(10 * 60_000)
    expect(page.runs()[0]?.parts[0]?.state).toBe('running')
    expect(page.api.count('createBatch')).toBe(1)
  })
})

describe('a file that is there already', () => {
  beforeEach(async () => {
    await sendAndEnd({ status: 'failed' })
  })

  test('is used instead of uploading it again', async () => {
    expect(earlierFile()).toMatchObject({ fileName: 'asks.jsonl', fileIds: ['file-1'] })
    await send({ ...ALL, useEarlier: true })
    expect(page.api.count('upload')).toBe(1)
    expect(page.api.batches.map(({ inputFileId }) => inputFileId)).toEqual(['file-1', 'file-1'])
  })

  test('is not used when it is gone there, and that is said', async () => {
    page.api.files.length = 0
    await send({ ...ALL, useEarlier: true })
    expect(problem()).toContain('no longer at the API')
    expect(page.api.batches).toHaveLength(1)
    await send()
    expect(page.api.count('upload')).toBe(2)
  })

  test('is none once it is about to be deleted, or was', () => {
    const record = page.book.all()[0]
    const change = (part: object): void =>
      void page.book.write({ ...record, parts: [{ ...record?.parts[0], ...part }] } as never)
    const file = record?.parts[0]?.file
    change({ file: { ...file, expiresAt: Date.now() / 1000 + 600 } })
    expect(earlierFile()).toBeUndefined()
    change({ file: { ...file, expiresAt: Date.now() / 1000 + 7200 } })
    expect(earlierFile()).toBeDefined()
    change({ file: undefined })
    expect(earlierFile()).toBeUndefined()
    change({ isDeleted: true })
    expect(earlierFile()).toBeUndefined()
  })
})

describe('before the connection was checked', () => {
  beforeEach(() => insist('connection', false))

  test('nothing is sent, whatever else is insisted on', async () => {
    insist('lines', true)
    await send()
    expect(problem()).toContain('Check the connection first')
    expect(page.api.asked).toEqual([])
    await checkConnection()
    await send()
    expect(page.api.batches).toHaveLength(1)
  })

  test('nor is it gone on with, where something has to be uploaded', async () => {
    const part = { state: 'stopped', why: 'page-closed', contentHash: 'hash of one' } as const
    const missing = aRecord({ parts: [aPartRecord({ ...part, file: undefined })] })
    const uploaded = aRecord({ parts: [aPartRecord(part)] })
    for (const record of [missing, uploaded]) {
      page.book.write(record)
      showRecord(record)
      await resumeRun(record.id)
      await page.pass()
    }
    expect(page.api.count('upload')).toBe(0)
    expect(page.api.batches).toMatchObject([{ metadata: { lineproof_run: uploaded.id } }])
    await resumeRun(missing.id)
    expect(problem()).toContain('Check the connection first')
    await checkConnection()
    await resumeRun(missing.id)
    await page.pass()
    expect(page.api.count('upload')).toBe(1)
    expect(page.api.batches).toHaveLength(2)
  })
})

test('an upload that failed is gone on with from the open document, and once', async () => {
  page.api.answerNext('upload', () => fail('api-broken-transfer', msg('It broke.')))
  await send()
  expect(inEnglish(page.runs()[0]?.parts[0])).toMatchObject({ state: 'stopped', note: 'It broke.' })
  const id = page.runs()[0]?.id ?? ''
  await Promise.all([resumeRun(id), resumeRun(id)])
  await page.pass()
  expect(page.runs()[0]?.parts[0]?.state).toBe('running')
  expect(page.api.batches).toHaveLength(1)

  // Without its content nothing can go on.
  page.api.answerNext('upload', () => fail('api-broken-transfer', msg('It broke.')))
  page.write('two')
  await send()
  page.write('three')
  page.api.asked.length = 0
  const other = page.runs()[0]?.id ?? ''
  store.setState({ documents: [], activeKey: undefined })
  await resumeRun(other)
  expect(problem()).toContain('Open asks.jsonl as it was when it was sent')
  expect(page.api.count('upload')).toBe(0)
})
