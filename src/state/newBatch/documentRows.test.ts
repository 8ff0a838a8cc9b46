// Rows are read from the file of a document, also after it was closed. The workers are those of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConversionClient } from '../../worker/conversionClient.ts'
import { openConversionClientWith } from '../conversion/conversionWorker.ts'
import type { TemplatesClient } from '../../worker/templatesClient.ts'
import { openTemplatesClientWith } from './templatesWorker.ts'
import { msg } from '../../i18n/message.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient, setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { blankDocument, store } from '../store.ts'
import { takeActiveDocument, takeActiveFile } from './documentRows.ts'
import { takeFile } from './fileRows.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { openRows } from './rows.ts'

const KEY = 'made'
const refuse = async () => ({
  ok: false,
  failure: { kind: 'refused', code: 'no-rows', message: msg('Stopped.') },
})

const worker = {
  cancel: async () => ({ ok: true }),
  openRows: refuse,
  preview: refuse,
  check: refuse,
  models: refuse,
  inspect: refuse,
}

let discarded: string[] = []

beforeAll(() => {
  openConversionClientWith(() => ({ ...worker, onCrash() {} }) as unknown as ConversionClient)
  openTemplatesClientWith(() => ({ ...worker, onCrash() {} }) as unknown as TemplatesClient)
})
afterAll(() => {
  openConversionClientWith(undefined)
  openTemplatesClientWith(undefined)
})

beforeEach(() => {
  discarded = []
  openScope(KEY)
  setSource(KEY, { file: new File(['{}\n'], 'a.jsonl') })
  const client: Partial<DocumentClient> = {
    requestsAt: async () => ({ ok: true, value: { requests: [] } }) as never,
    batchParts: async () => ({ ok: true, value: [] }),
    close: () => {},
  }
  setClient(KEY, client as DocumentClient)
  keepMadeFile(KEY, () => discarded.push('file'))
  const tab = { ...blankDocument, key: KEY, name: 'a.jsonl', canSave: false }
  store.setState({ documents: [tab], activeKey: KEY })
})
afterEach(() => {
  closeScope(KEY)
  store.setState({ documents: [], isNewBatchShown: false })
  newBatchStore.setState(newBatchState, true)
})

test('lines of a document', async () => {
  await takeActiveDocument()
  closeScope(KEY)
  expect(discarded).toEqual([])
  await openRows({ kind: 'text' }, { kind: 'text', text: 'a', split: 'lines' })
  expect(discarded).toEqual(['file'])
})

test('a document as a file', async () => {
  await takeActiveFile()
  closeScope(KEY)
  expect(discarded).toEqual([])
  await takeFile(new File([''], 'other.txt'))
  expect(discarded).toEqual(['file'])
})
