// Files that come while a batch is made. No worker answers: what is seen is where a file goes.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeWorker } from '../../worker/testing/fakeWorker.ts'
import { closeDocument } from '../actions/documents.ts'
import { sourceOf } from '../clients.ts'
import { store } from '../store.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { takeDrop, takeOrOpen } from './newFile.ts'

const SILENT = new Proxy({}, { get: () => () => new Promise(() => {}) })

vi.stubGlobal('navigator', {})
vi.stubGlobal(
  'Worker',
  class extends FakeWorker {
    constructor() {
      super(SILENT)
    }
  },
)

beforeEach(() => {
  newBatchStore.setState(newBatchState, true)
  store.setState({ ...store.getInitialState(), isNewBatchShown: true }, true)
})
afterEach(() => {
  for (const { key } of store.getState().documents) closeDocument(key)
  store.setState({ isNewBatchShown: false, messages: [] })
  newBatchStore.setState(newBatchState, true)
})

const GZIP = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)
const ZSTD = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0)
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)

const opened = () => store.getState().documents.map(({ key }) => sourceOf(key)?.file.name)

test.each([
  ['a.jsonl.gz', GZIP],
  ['a.jsonl.zst', ZSTD],
  ['a.zip', ZIP],
])('%s is opened as a document, which is told', async (name, bytes) => {
  await takeDrop({ file: new File([bytes], name) }, 0)
  expect(opened()).toEqual([name])
  expect(newBatchStore.getState().origin).toEqual({ kind: 'text' })
  expect(store.getState().messages).toMatchObject([{ text: { values: { name } } }])
})

test('text becomes rows, and can still be opened as a document with its handle', async () => {
  const handle = { kind: 'file' } as FileSystemFileHandle
  await takeDrop({ file: new File(['{"a":1}\n'], 'a.jsonl'), handle }, 0)
  expect(newBatchStore.getState().origin).toEqual({ kind: 'file', name: 'a.jsonl' })
  expect(opened()).toEqual([])
  const [message] = store.getState().messages
  message?.action?.run()
  expect(opened()).toEqual(['a.jsonl'])
  const [tab] = store.getState().documents
  expect(tab && sourceOf(tab.key)?.handle).toBe(handle)
  expect(store.getState().isNewBatchShown).toBe(false)
})

test('a file that was chosen for its rows is not offered as a document', async () => {
  expect(await takeOrOpen({ file: new File(['a,b'], 'a.csv') })).toBe(true)
  expect(store.getState().messages).toEqual([])
})
