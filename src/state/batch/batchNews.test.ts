// What the API says of a batch, on the lines of the document that it came from.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BatchError } from '../../batch/batchObject.ts'
import { lineId } from '../../base/units.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store } from '../store.ts'
import { lacksErrors, takeBatch } from './batchNews.ts'
import { showRecord } from './runs.ts'
import { resumeRun, uploadAndStart } from './send.ts'
import { aPartRecord, aRecord, ALL, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(async () => {
  page = openPage()
  await uploadAndStart(ALL)
  await page.pass()
})

afterEach(() => page.close())

const run = () => page.runs()[0]?.id ?? ''
const part = () => inEnglish(page.runs()[0]?.parts[0])

function anError(of: Partial<BatchError> = {}): BatchError {
  return { code: 'invalid_url', message: 'No.', line: undefined, param: undefined, ...of }
}

const failedBy = (...errors: readonly BatchError[]) =>
  aBatch({ status: 'failed', endedAt: 1_800_000_100, errors })

test('an error is on the line that it was when the part was made, whatever was edited or saved since', async () => {
  page.write('saved since')
  page.write('and again')
  const settled = await takeBatch(run(), 0, failedBy(anError({ line: 3, param: 'url' })))
  expect(settled).toBe('ended')
  expect(page.asked).toEqual([{ first: lineId(1), ids: [1, 10], revision: 1, at: 3 }])
  expect(part()?.problems).toMatchObject([
    {
      message: expect.stringContaining('It says: “No.”'),
      param: 'url',
      partLine: 3,
      place: { id: lineId(3), line: 3 },
    },
  ])
})

test('after a reload as well, once its document is gone on with', async () => {
  const missing = aPartRecord({
    state: 'stopped',
    why: 'page-closed',
    file: undefined,
    contentHash: 'hash of one',
  })
  const record = aRecord({ id: 'run of before', parts: [missing] })
  page.book.write(record)
  showRecord(record)
  await resumeRun(record.id)
  await page.pass()
  await takeBatch(record.id, 0, { ...failedBy(anError({ line: 3 })), id: 'batch_2' })
  const shown = page.runs().find(({ id }) => id === record.id)
  expect(shown?.documentKey).toBe(page.key)
  expect(shown?.parts[0]?.problems).toMatchObject([{ place: { id: lineId(3), line: 3 } }])
})

test('one that is about no line has no place, and asks for none', async () => {
  await takeBatch(run(), 0, failedBy(anError()))
  expect(page.asked).toEqual([])
  expect(part()?.problems).toMatchObject([{ place: undefined, partLine: undefined }])
})

test('without the document the line of the part is told', async () => {
  store.setState({ documents: [], activeKey: undefined })
  await takeBatch(run(), 0, failedBy(anError({ line: 3 })))
  expect(page.asked).toEqual([])
  expect(part()?.problems).toMatchObject([{ place: undefined, partLine: 3 }])
})

test('news of another batch show nothing', async () => {
  const stale = { ...failedBy(anError({ line: 1 })), id: 'batch_9' }
  expect(await takeBatch(run(), 0, stale)).toBe('stale')
  expect(part()).toMatchObject({ state: 'running', batch: { id: 'batch_1', errors: [] } })
  expect(part()?.problems).toBeUndefined()
})

test('nor does a queue that is full, which is no error of a line', async () => {
  const full = failedBy(anError({ code: 'token_limit_exceeded' }))
  expect(await takeBatch(run(), 0, full)).toBe('requeued')
  expect(part()).toMatchObject({ state: 'waiting', batch: undefined })
  expect(part()?.problems).toBeUndefined()
})

test('errors have to be asked for where a batch failed and says none', () => {
  expect(lacksErrors(failedBy())).toBe(true)
  expect(lacksErrors(failedBy(anError()))).toBe(false)
  expect(lacksErrors(aBatch({ status: 'completed' }))).toBe(false)
  expect(lacksErrors(aBatch())).toBe(false)
})
