import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import { lineId } from '../../base/units.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient, setSource } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, blankDocument, store } from '../store.ts'
import { exportDocument, saveDocumentAs } from './exportDocument.ts'

beforeEach(() => openScope('doc'))
afterEach(() => closeScope('doc'))

test('the selected line stays selected when saving gives it another id', async () => {
  const facts = { state: 'ready', revision: 3 } as DocumentFacts
  const tab = {
    ...blankDocument,
    key: 'doc',
    facts,
    // Two lines above it were removed after it was selected.
    selection: { id: lineId(8), index: 8, jump: 1 },
  }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
  let isSaved = false
  const client: Partial<DocumentClient> = {
    indexOfLine: async (id) => ok({ revision: 3, line: { id, index: id === lineId(8) ? 6 : 0 } }),
    save: async () => {
      isSaved = true
      return ok({ ...facts, revision: 4 })
    },
    lineIdAt: async (index) =>
      ok({ revision: 4, line: { id: lineId(isSaved ? index : index + 2), index } }),
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
  setSource('doc', { file: new File([], 'a.jsonl') })
  const handle = { name: 'b.jsonl', getFile: async () => new File([], 'b.jsonl') }
  expect(await saveDocumentAs(handle as FileSystemFileHandle)).toBe(true)
  expect(activeDocument()?.selection).toMatchObject({ id: lineId(6), index: 6 })
})

test('the export dialog finds its job, whatever that is called', async () => {
  const facts = { state: 'ready', revision: 3 } as DocumentFacts
  const tab = { ...blankDocument, key: 'doc', name: 'a.jsonl', facts }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
  const seen: unknown[] = []
  const client: Partial<DocumentClient> = {
    checkFile: async () => ok({ kind: 'same' }),
    exportBlob: async (_request, onProgress) => {
      onProgress({ unit: 'bytes', done: 1, total: 4 })
      seen.push(...store.getState().jobs)
      return fail('cancelled', verbatim('Stopped.'))
    },
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
  setSource('doc', { file: new File([], 'a.jsonl') })
  const options = { selection: { kind: 'all' }, exporterId: 'jsonl', fileName: 'b.jsonl' } as const
  expect(await exportDocument(options)).toBe(false)
  expect(seen).toMatchObject([{ isExport: true, progress: { done: 1, total: 4 } }])
  expect(store.getState().jobs).toEqual([])
})
