// Whether a batch of which nobody knows is in the list.
import { expect, test } from 'vitest'
import { fail, ok, type Result } from '../../base/result.ts'
import type { Batch } from '../../batch/batchObject.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import type { BatchPage } from '../../contracts/batchApi.ts'
import { msg } from '../../i18n/message.ts'
import { findStarted } from './findStarted.ts'
import { batchRecordOf, type RunRecord } from './runRecord.ts'
import { aPartRecord, aRecord } from './testing/openPage.ts'

/** When the file of each part was made, in seconds. */
const MADE = 1_800_000_000

const run = aRecord({ id: 'run_1', parts: [part('file-1'), part('file-2')] })

const ours = (of: Partial<Batch> = {}) =>
  aBatch({
    inputFileId: 'file-2',
    createdAt: MADE + 5,
    metadata: { lineproof_run: 'run_1', lineproof_part: '2' },
    ...of,
  })

function part(fileId: string) {
  const file = { id: fileId, name: 'a', bytes: 1, createdAt: MADE, expiresAt: undefined }
  return aPartRecord({ state: 'unknown', file })
}

/** Pages by their cursor; the first has none. Each is asked for at most once. */
async function find(pages: Readonly<Record<string, BatchPage>>, all: readonly RunRecord[] = [run]) {
  const asked: string[] = []
  const batches = (after = ''): Promise<Result<BatchPage>> => {
    expect(asked).not.toContain(after)
    asked.push(after)
    const page = pages[after]
    return Promise.resolve(page ? ok(page) : fail('api-server', msg('It failed.')))
  }
  const found = await findStarted({ batches }, run, 1, all)
  return { found, asked }
}

const page = (batches: readonly Batch[], after?: string): BatchPage => ({ batches, after })

test('by its metadata, of its run and its part', async () => {
  const others = [
    ours({ id: 'other-run', metadata: { lineproof_run: 'run_2', lineproof_part: '2' } }),
    ours({ id: 'other-part', metadata: { lineproof_run: 'run_1', lineproof_part: '1' } }),
  ]
  const { found } = await find({ '': page([...others, ours({ id: 'it' })]) })
  expect(found).toMatchObject({ ok: true, value: { id: 'it' } })
  expect((await find({ '': page(others) })).found).toEqual({ ok: true, value: undefined })
})

test('by its file, where the server forgets metadata', async () => {
  const forgotten = [
    ours({ id: 'other', inputFileId: 'file-1', metadata: {} }),
    ours({ id: 'it', metadata: {} }),
  ]
  expect((await find({ '': page(forgotten) })).found).toMatchObject({ value: { id: 'it' } })
  // One that names no file is of no part, whatever is known of that.
  const nameless = page([ours({ inputFileId: undefined, metadata: {} })])
  expect((await find({ '': nameless })).found).toEqual({ ok: true, value: undefined })
  const lost = { ...run, parts: [part('file-1'), aPartRecord({ file: undefined })] }
  const batches = () => Promise.resolve(ok(nameless))
  expect(await findStarted({ batches }, lost, 1, [])).toEqual({ ok: true, value: undefined })
})

test('not one that is known: of this run or another, nor one that was refused', async () => {
  const known = ours({ id: 'known', metadata: {} })
  const refused = ours({ id: 'refused' })
  const other = aRecord({ parts: [aPartRecord({ state: 'running', batch: batchRecordOf(known) })] })
  const again: RunRecord = {
    ...run,
    parts: [aPartRecord({ refused: ['refused'] }), part('file-2')],
  }
  const { found } = await find({ '': page([known, refused]) }, [other, again])
  expect(found).toEqual({ ok: true, value: undefined })
})

test('on later pages too, and no further than it is found', async () => {
  const unrelated = aBatch({ id: 'unrelated', inputFileId: 'file-9', createdAt: MADE + 9 })
  const pages = { '': page([unrelated], 'a'), a: page([ours()], 'b'), b: page([], 'c') }
  const { found, asked } = await find(pages)
  expect(found).toMatchObject({ value: { id: 'batch_1' } })
  expect(asked).toEqual(['', 'a'])
})

test('no further than batches that are older than the file, by clocks that differ by minutes', async () => {
  const old = (seconds: number) => aBatch({ inputFileId: 'file-9', createdAt: MADE - seconds })
  expect((await find({ '': page([old(121)], 'a') })).asked).toEqual([''])
  expect((await find({ '': page([old(119)], 'a'), a: page([]) })).asked).toEqual(['', 'a'])
  // A list in another order, or of a server that has no times, proves nothing.
  const mixed = [old(500), old(10), old(500)]
  expect((await find({ '': page(mixed, 'a'), a: page([ours()]) })).found).toMatchObject({
    value: { id: 'batch_1' },
  })
  expect((await find({ '': page([old(MADE)], 'a'), a: page([]) })).asked).toEqual(['', 'a'])
})

test('of two, the one that did not fail', async () => {
  const batches = [ours({ id: 'failed', status: 'failed' }), ours({ id: 'runs' })]
  expect((await find({ '': page(batches) })).found).toMatchObject({ value: { id: 'runs' } })
  expect((await find({ '': page(batches.slice(0, 1)) })).found).toMatchObject({
    value: { id: 'failed' },
  })
})

test('a list that cannot be read to its end says nothing', async () => {
  const { found } = await find({ '': page([aBatch({ createdAt: MADE + 9 })], 'a') })
  expect(found).toMatchObject({ ok: false, failure: { code: 'api-server' } })
})
