// Packed files, of which the document's worker says that they are none of lines. Both workers are those of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { stubWorker } from '../../worker/testing/fakeWorker.ts'
import { setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { dropSpareClient } from '../spareClient.ts'
import { blankDocument, findDocument, store } from '../store.ts'
import { loadConversionWith } from '../conversion/withConversion.ts'
import { startReading } from './reading.ts'

const KEY = 'packed'
const facts = {
  state: 'failed',
  revision: 1,
  fileFindings: [{ offer: 'unpack' }],
} as unknown as DocumentFacts

let isMissing = false
let isPacked = true

const documentSide = {
  ping: () => 0,
  catalogue: () => new Promise(() => {}),
  async open(_file: File, _options: object, onFacts: (facts: DocumentFacts) => unknown) {
    if (isPacked) await onFacts(facts)
    return { ok: false, failure: { kind: 'refused', code: 'not-lines', message: verbatim('No.') } }
  },
}

beforeAll(() => {
  loadConversionWith(() =>
    isMissing
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ unpackDocument: () => {} } as never),
  )
})
afterAll(() => {
  loadConversionWith(undefined)
})

beforeEach(() => {
  isMissing = false
  isPacked = true
  stubWorker(documentSide)
  openScope(KEY)
  setSource(KEY, { file: new File(['x'], 'a.gz') })
  const tab = { ...blankDocument, key: KEY, name: 'a.gz', canSave: false }
  store.setState({ documents: [tab], activeKey: undefined })
})
afterEach(() => {
  closeScope(KEY)
  dropSpareClient()
  store.setState({ documents: [] })
  vi.unstubAllGlobals()
})

test('a packed file says what it is where unpacking cannot be loaded', async () => {
  isMissing = true
  await startReading(KEY, { startedAt: 0 })
  await expect.poll(() => findDocument(KEY)?.facts).toEqual(facts)
})

test('what was unpacked says why it cannot be read', async () => {
  await startReading(KEY, { startedAt: 0 })
  expect(findDocument(KEY)).toMatchObject({ facts: undefined, readFailure: undefined })
  isPacked = false
  await startReading(KEY, { startedAt: 0 })
  expect(findDocument(KEY)?.readFailure).toEqual(verbatim('No.'))
})
