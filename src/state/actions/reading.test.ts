// Packed files, of which the document's worker says that they are none of lines. Both workers are those of a test.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { lineId } from '../../base/units.ts'
import { verbatim } from '../../i18n/message.ts'
import { stubWorker } from '../../worker/testing/fakeWorker.ts'
import { setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { commandsOf, logCommand } from '../commandLog.ts'
import { dropSpareClient } from '../spareClient.ts'
import { blankDocument, findDocument, store } from '../store.ts'
import { loadConversionWith } from '../conversion/withConversion.ts'
import { takeRecovery } from '../recovery/recover.ts'
import { reopenWithEdits, startReading } from './reading.ts'

const KEY = 'packed'
const facts = {
  state: 'failed',
  revision: 1,
  fileFindings: [{ offer: 'unpack' }],
} as unknown as DocumentFacts

/** Of a file that is read; none of a packed one. */
let readFacts: DocumentFacts | undefined
let restored = 0
let isMissing = false
let isPacked = true

const documentSide = {
  ping: () => 0,
  catalogue: () => new Promise(() => {}),
  async open(_file: File, _options: object, onFacts: (facts: DocumentFacts) => unknown) {
    if (isPacked) await onFacts(facts)
    if (readFacts) return { ok: true, value: readFacts }
    return { ok: false, failure: { kind: 'refused', code: 'not-lines', message: verbatim('No.') } }
  },
  checkFile: async () => ({ ok: true, value: { kind: 'same' } }),
  async restore() {
    restored += 1
    return { ok: true, value: readFacts }
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
  readFacts = undefined
  restored = 0
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

test('edits that only the page has are listed where the file has changed, and never made in it by number', async () => {
  isPacked = false
  readFacts = {
    state: 'ready',
    revision: 1,
    fileFindings: [],
    formatDetected: true,
  } as unknown as DocumentFacts
  const edit = (id: number, text: string) =>
    logCommand(KEY, {
      kind: 'edit',
      command: { kind: 'replace', id: lineId(id), texts: [text] },
    })
  edit(1, 'a')
  edit(2, 'b')
  logCommand(KEY, { kind: 'undo' })
  edit(3, 'c')
  await reopenWithEdits(KEY, false)
  const texts = () => findDocument(KEY)?.left?.edits.map((left) => left.texts)
  expect(texts()).toEqual([['a'], ['c']])
  expect(commandsOf(KEY).filter(({ kind }) => kind !== 'setFormat')).toEqual([])

  // The worker dies once more: lines of the file as it is now have nothing to do with those edits.
  await reopenWithEdits(KEY)
  expect([restored, texts()]).toEqual([0, [['a'], ['c']]])

  // What the worker has no longer left changes nothing about them.
  const nothing = { isSameFile: true, applied: 0, already: 0, left: [], lost: 0, drafts: [] }
  takeRecovery(KEY, [], { ...nothing, facts: readFacts, log: [], isContinued: false })
  expect(texts()).toEqual([['a'], ['c']])
})
