// What becomes of the files that are made: the worker is one of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { TemplatesClient } from '../../worker/templatesClient.ts'
import { openTemplatesClientWith } from './templatesWorker.ts'
import { FakeWorker } from '../../worker/testing/fakeWorker.ts'
import { closeDocument } from '../actions/documents.ts'
import { store } from '../store.ts'
import { openAsDocument, saveToFile } from './make.ts'

const discarded: string[] = []
let count = 0

const client = {
  async make() {
    count += 1
    return { ok: true, value: { file: new File(['{}\n'], 'batch.jsonl'), id: `file-${count}` } }
  },
  async discard(id: string) {
    discarded.push(id)
    return { ok: true }
  },
}

/** Of a document whose reading takes long. */
const documentSide = {
  ping: () => 0,
  open: () => new Promise(() => {}),
  catalogue: () => new Promise(() => {}),
}

beforeAll(() => {
  openTemplatesClientWith(() => ({ ...client, onCrash() {} }) as unknown as TemplatesClient)
})
afterAll(() => {
  openTemplatesClientWith(undefined)
})

beforeEach(() => {
  discarded.length = 0
  count = 0
  vi.stubGlobal('document', {
    createElement: () => ({ click() {}, remove() {} }),
    body: { append() {} },
  })
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        return new FakeWorker(documentSide)
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

test('one that is opened goes with its document, one that is saved when another is made', async () => {
  await openAsDocument()
  const key = store.getState().activeKey as string
  await saveToFile()
  expect(discarded).toEqual([])
  closeDocument(key)
  expect(discarded).toEqual(['file-1'])
  await saveToFile()
  expect(discarded).toEqual(['file-1', 'file-2'])
})
