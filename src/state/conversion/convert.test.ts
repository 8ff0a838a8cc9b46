// A conversion that goes on while its dialog is gone or is another one. The worker is one of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { openConversionClientWith } from './conversionWorker.ts'
import { fail } from '../../base/result.ts'
import type { ConvertRequest } from '../../contracts/conversionApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { closeDialog } from '../actions/dialogs.ts'
import { closeDocument } from '../actions/documents.ts'
import { cancelJob } from '../actions/jobs.ts'
import { setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { blankDocument, store } from '../store.ts'
import { conversionStore } from './conversionStore.ts'
import { openConversion, runConversion } from './convert.ts'

const KEY = 'to-convert'
const BROKE = verbatim('It broke.')
const BROKEN = fail('read-ended-early', BROKE)

let cancelled: string[] = []
let end: (result: unknown) => void = () => {}

const source = { id: 'jsonLines', values: {}, options: [] }
const client = {
  inspect: async () => ({
    ok: true,
    value: { encoding: 'utf-8', encodings: [], sources: [source] },
  }),
  preview: async () => ({ ok: true, value: { lines: [] } }),
  convert: (_request: ConvertRequest) =>
    new Promise((resolve) => {
      end = resolve
    }),
  async cancel(jobId: string) {
    cancelled.push(jobId)
    return { ok: true }
  },
}

const jobs = () => store.getState().jobs.filter(({ key }) => key === KEY)

beforeAll(() => {
  openConversionClientWith(() => ({ ...client, onCrash() {} }) as unknown as ConversionClient)
})
afterAll(() => {
  openConversionClientWith(undefined)
})

beforeEach(async () => {
  cancelled = []
  openScope(KEY)
  setSource(KEY, { file: new File(['{}\n'], 'a.txt') })
  const tab = { ...blankDocument, key: KEY, name: 'a.txt', canSave: false }
  store.setState({ documents: [tab], activeKey: KEY, messages: [] })
  await openConversion(KEY)
})
afterEach(() => {
  end(BROKEN)
  closeScope(KEY)
  store.setState({ documents: [], messages: [], dialog: undefined })
})

test('is a job of its document, which can be cancelled without the dialog', async () => {
  const running = runConversion()
  closeDialog()
  const [job] = jobs()
  await cancelJob(job?.jobId ?? '')
  expect(cancelled).toEqual([job?.jobId])
  end(BROKEN)
  await running
  expect(jobs()).toEqual([])
  expect(store.getState().messages).toHaveLength(1)
})

test('is stopped when the dialog is opened again, which does not show how it failed', async () => {
  const running = runConversion()
  const [job] = jobs()
  await openConversion(KEY)
  expect(cancelled).toEqual([job?.jobId])
  end(BROKEN)
  await running
  expect(conversionStore.getState().problem).toBeUndefined()
  const again = runConversion()
  end(BROKEN)
  await again
  expect(conversionStore.getState().problem).toEqual(BROKE)
})

test('ends with its document', () => {
  void runConversion()
  const [job] = jobs()
  closeDocument(KEY)
  expect(cancelled).toEqual([job?.jobId])
})
