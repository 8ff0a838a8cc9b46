import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LineNumber, lineId } from '../base/units.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { closeDocument } from './actions/documents.ts'
import { saveDocumentAs } from './actions/exportDocument.ts'
import { setClient } from './clients.ts'
import { closeScope, openScope } from './documentScope.ts'
import { dropDraft, findDraft, hasChanges, hasUnsavedWork, keepDraft } from './drafts.ts'
import { blankDocument, type DocumentTab, findDocument, store } from './store.ts'
import type { DocumentClient } from '../worker/documentClient.ts'

const facts = { state: 'ready', isDirty: false } as unknown as DocumentFacts
const tab: DocumentTab = { ...blankDocument, key: 'doc', name: 'input.jsonl', facts }

const typed = (id: number, text: string, base = 'old') => ({
  id: lineId(id),
  text,
  base,
  line: (id + 1) as LineNumber,
})
const now = () => findDocument('doc') as DocumentTab

afterEach(() => closeScope('doc'))

beforeEach(() => {
  openScope('doc')
  setClient('doc', { close: () => {} } as unknown as DocumentClient)
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

test('every line has its own draft, with the text that typing began from', () => {
  keepDraft('doc', typed(1, 'a'))
  keepDraft('doc', typed(5, 'b'))
  keepDraft('doc', typed(1, 'aa', 'changed below'))
  expect(now().drafts).toEqual([typed(1, 'aa'), typed(5, 'b')])
  dropDraft('doc', lineId(5))
  expect(findDraft(now(), lineId(5))).toBeUndefined()
  expect(findDraft(now(), lineId(1))?.text).toBe('aa')
  expect(hasUnsavedWork(now())).toBe(true)
  dropDraft('doc', lineId(1))
  expect(hasUnsavedWork(now())).toBe(false)
})

test('a draft of any line keeps the document from being closed unasked', () => {
  keepDraft('doc', typed(1, 'a'))
  keepDraft('doc', typed(5, 'b'))
  dropDraft('doc', lineId(5))
  closeDocument('doc')
  expect(store.getState().documents).toHaveLength(1)
  expect(inEnglish(store.getState().confirmation?.text)).toBe(
    'It has text typed in 1 line and not applied. All of this is lost when you close it.',
  )
  expect(now().drafts).toEqual([typed(1, 'a')])
})

test('nothing is saved while a line has a draft: its lines get new ids', async () => {
  keepDraft('doc', typed(1, 'a'))
  keepDraft('doc', typed(5, 'b'))
  expect(await saveDocumentAs({} as FileSystemFileHandle)).toBe(false)
  expect(inEnglish(store.getState().messages.at(-1)?.text)).toContain(
    '2 lines, the first of them line 2',
  )
})

test('what was exported whole can be closed unasked, though the file on disk is another', () => {
  const edited = { ...facts, isDirty: true, isExported: false }
  store.setState({ documents: [{ ...tab, facts: edited }] })
  expect([hasChanges(now()), hasUnsavedWork(now())]).toEqual([true, true])
  store.setState({ documents: [{ ...tab, facts: { ...edited, isExported: true } }] })
  expect([hasChanges(now()), hasUnsavedWork(now())]).toEqual([true, false])
  keepDraft('doc', typed(1, 'a'))
  expect(hasUnsavedWork(now())).toBe(true)
})
