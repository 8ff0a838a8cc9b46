// Results of a run as documents: all of them, once, however often they are opened.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import { aBatch } from '../../batch/testing/aBatch.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { answerConfirmation } from '../actions/dialogs.ts'
import { store } from '../store.ts'
import { followRuns } from './follow.ts'
import { deleteRemote, openRounds } from './results.ts'
import { batchRecordOf } from './runRecord.ts'
import { aPartRecord, aRecord, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const names = () => store.getState().documents.map(({ name }) => name)

test('what was opened of results that did not all come is closed when more of them is', async () => {
  const files = { outputFileId: 'file-2', errorFileId: 'file-3' }
  const batch = batchRecordOf(aBatch({ status: 'completed', ...files, endedAt: 2 }))
  const record = aRecord({ parts: [aPartRecord({ state: 'ended', batch })] })
  page.book.write(record)
  followRuns()
  const broken = () => fail('api-server', msg('It failed.'))
  page.api.answerNext('download', () => ok(new File(['{}\n'], 'output.jsonl')))
  for (let turn = 0; turn < 2; turn++) {
    page.api.answerNext('download', broken)
    expect(await openRounds(record.id)).toMatchObject({ isWhole: false })
    expect(names()).toEqual(['asks.jsonl', 'asks-output.jsonl'])
  }
  page.api.answerNext('download', () => ok(new File(['{}\n'], 'errors.jsonl')))
  expect(await openRounds(record.id)).toMatchObject({ isWhole: true })
  expect(names()).toEqual(['asks.jsonl', 'asks-output.jsonl', 'asks-errors.jsonl'])
})

test('only files that were there are said to be deleted', async () => {
  const files = { outputFileId: 'file-2', errorFileId: 'file-3' }
  const batch = batchRecordOf(aBatch({ status: 'completed', ...files, endedAt: 2 }))
  const record = aRecord({ parts: [aPartRecord({ state: 'ended', batch })] })
  page.book.write(record)
  followRuns()
  page.api.answerNext('deleteFile', () => fail('api-not-found', msg('No such file.')))
  deleteRemote(record.id)
  answerConfirmation(true)
  await page.pass()
  expect(inEnglish(store.getState().messages.at(-1)?.text)).toBe(
    '2 files were deleted at the API. 1 file was gone already.',
  )
  expect(page.book.read(record.id)?.parts[0]).toMatchObject({ isDeleted: true, file: undefined })
})
