// A document whose file is read again: what the worker answers, and what becomes of what was typed meanwhile.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import { lineId, lineNumberOf } from '../../base/units.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { Attached } from '../../contracts/fileApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { verbatim } from '../../i18n/message.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient, setSource, sourceOf } from '../clients.ts'
import { commandsOf, logCommand } from '../commandLog.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { hasUnsavedWork, keepDraft } from '../drafts.ts'
import { blankDocument, type DocumentTab, findDocument, store } from '../store.ts'
import { attachFile } from './attachFile.ts'

const facts = { state: 'ready', revision: 1, isDirty: true } as unknown as DocumentFacts
const draft = (line: number, text: string) => ({
  id: lineId(line),
  line: lineNumberOf(line),
  base: `line ${line}`,
  text,
})
const now = () => findDocument('doc') as DocumentTab
const file = (text: string) => new File([text], 'a.jsonl')

function withAnswer(
  attach: () => Promise<ReturnType<typeof ok<Attached>> | ReturnType<typeof fail>>,
) {
  setClient('doc', { attach, close: () => {} } as unknown as DocumentClient)
}

const read = (more: Partial<Extract<Attached, { kind: 'read' }>>): Attached => ({
  kind: 'read',
  facts: { ...facts, revision: 2 },
  isSameFile: false,
  applied: 1,
  already: 0,
  left: [],
  lost: 0,
  drafts: [],
  log: [{ kind: 'undo' }],
  isContinued: false,
  ...more,
})

beforeEach(() => {
  openScope('doc')
  setSource('doc', { file: file('old') })
  const tab = {
    ...blankDocument,
    key: 'doc',
    name: 'a.jsonl',
    facts,
    fileProblem: verbatim('Gone.'),
  }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})
afterEach(() => closeScope('doc'))

test('the same bytes change nothing but where they are read from', async () => {
  keepDraft('doc', draft(1, 'a'))
  withAnswer(async () => ok({ kind: 'same', facts }))
  const next = file('old')
  expect(await attachFile('doc', { file: next })).toBe(true)
  expect(sourceOf('doc')?.file).toBe(next)
  expect(now()).toMatchObject({ fileProblem: undefined, facts, drafts: [draft(1, 'a')] })
})

test('where the file cannot be read, all is as it was', async () => {
  const before = sourceOf('doc')
  withAnswer(async () => fail('file-gone', verbatim('It is gone.')))
  expect(await attachFile('doc', { file: file('new') })).toBe(false)
  expect(sourceOf('doc')).toBe(before)
  expect(inEnglish(now().fileProblem)).toBe('Gone.')
})

test('what was typed while it was read stays with its line, or is left', async () => {
  keepDraft('doc', draft(1, 'a'))
  keepDraft('doc', draft(2, 'b'))
  logCommand('doc', { kind: 'redo' })
  withAnswer(async () => {
    keepDraft('doc', draft(1, 'aa'))
    keepDraft('doc', draft(2, 'bb'))
    keepDraft('doc', draft(3, 'c'))
    const here = { ...draft(1, 'a'), id: lineId(7) }
    const left = [
      { command: 'edit', line: lineNumberOf(1), before: 'line 2', texts: ['b'] },
    ] as const
    return ok(read({ drafts: [here], left }))
  })
  expect(await attachFile('doc', { file: file('new') })).toBe(true)
  expect(now().drafts).toEqual([{ ...draft(1, 'aa'), id: lineId(7) }])
  expect(now().left?.edits.map(({ texts }) => texts)).toEqual([['b'], ['bb'], ['c']])
  expect(commandsOf('doc')).toEqual([{ kind: 'undo' }])
  // No journal has it.
  expect(hasUnsavedWork({ ...now(), drafts: [], facts: undefined })).toBe(true)
})
