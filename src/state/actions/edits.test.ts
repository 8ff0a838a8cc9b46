import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok } from '../../base/result.ts'
import { type LineNumber, lineId } from '../../base/units.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { commandsOf } from '../commandLog.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, type DocumentTab, emptySearch, store } from '../store.ts'
import { applyEdit, fixAll, undo } from './edits.ts'
import { runJob } from './jobs.ts'

const facts = (revision: number, count = 3) =>
  ({
    state: 'ready',
    revision,
    undoLabel: verbatim('Something'),
    undoStep: revision,
    causes: [
      { code: 'trailing-comma', severity: 'error', title: verbatim('Trailing comma'), count },
    ],
  }) as unknown as DocumentFacts

const typed = (id: number) => ({
  id: lineId(id),
  text: '{',
  base: '{}',
  line: id as LineNumber,
})

const tab: DocumentTab = {
  key: 'doc',
  name: 'input.jsonl',
  canSave: false,
  facts: facts(1),
  view: { kind: 'all' },
  isDrawerOpen: true,
  editorFocus: 0,
  drafts: [],
  search: emptySearch,
  ignored: [],
  isRaw: false,
  hasTokenColumn: false,
}

let revision = 1
const answer = () => Promise.resolve(ok({ facts: facts((revision += 1), 0), fixed: 3 }))

function openWith(
  client: Partial<Record<keyof DocumentClient, (...given: never[]) => Promise<unknown>>>,
): void {
  const whole = { edit: answer, fixAll: answer, undo: answer, ...client, close: () => {} }
  setClient('doc', whole as unknown as DocumentClient)
}

afterEach(() => closeScope('doc'))

beforeEach(() => {
  revision = 1
  openScope('doc')
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

const offers = () => store.getState().messages.filter((message) => message.action)

test('an edit is logged once the worker confirmed it, and forgets the draft of its line', async () => {
  openWith({})
  store.setState({ documents: [{ ...tab, drafts: [typed(4)] }] })
  expect(await applyEdit({ kind: 'replace', id: lineId(4), texts: ['{}'] })).toBe(true)
  expect(commandsOf('doc').map((command) => command.kind)).toEqual(['edit'])
  expect(activeDocument()?.drafts).toEqual([])
  expect(activeDocument()?.facts?.revision).toBe(2)
})

test('a refused edit is said and neither logged nor lost', async () => {
  openWith({ edit: () => Promise.resolve(fail('not-read', verbatim('Not now.'))) })
  store.setState({ documents: [{ ...tab, drafts: [typed(4)] }] })
  expect(await applyEdit({ kind: 'replace', id: lineId(4), texts: ['{}'] })).toBe(false)
  expect(commandsOf('doc')).toEqual([])
  expect(activeDocument()?.drafts).toEqual([typed(4)])
  expect(store.getState().messages.map(({ kind, text }) => [kind, inEnglish(text)])).toEqual([
    ['alert', 'Not now.'],
  ])
})

test('an edit of another line leaves the draft alone', async () => {
  openWith({})
  store.setState({ documents: [{ ...tab, drafts: [typed(4)] }] })
  await applyEdit({ kind: 'delete', ids: [lineId(5)] })
  expect(activeDocument()?.drafts).toEqual([typed(4)])
})

test('facts that are older than what is shown are not shown', async () => {
  openWith({ edit: () => Promise.resolve(ok({ facts: facts(0) })) })
  await applyEdit({ kind: 'duplicate', id: lineId(1) })
  expect(activeDocument()?.facts?.revision).toBe(1)
})

test('fix all offers to undo itself, until another step is the last one', async () => {
  openWith({})
  await fixAll('trailing-comma', 'remove-comma')
  expect(inEnglish(offers().map((message) => message.text))).toEqual(['Fixed 3 lines.'])
  expect(store.getState().jobs).toEqual([])
  await applyEdit({ kind: 'duplicate', id: lineId(1) })
  expect(offers()).toEqual([])
  await fixAll('trailing-comma', 'remove-comma')
  await undo()
  expect(offers()).toEqual([])
  expect(commandsOf('doc').map((command) => command.kind)).toEqual([
    'fixAll',
    'edit',
    'fixAll',
    'undo',
  ])
})

test('an action that changed nothing offers no undo of what was done before it', async () => {
  openWith({ fixAll: () => Promise.resolve(ok({ facts: facts(1), fixed: 0 })) })
  await fixAll('trailing-comma')
  expect(inEnglish(store.getState().messages.map(({ text, action }) => [text, action]))).toEqual([
    ['Fixed 0 lines; 3 lines must be fixed by hand.', undefined],
  ])
})

test('an offer to undo is for its own step, whatever came after it', async () => {
  const asked: unknown[] = []
  openWith({
    undo: (...given: never[]) => {
      asked.push(...given)
      return answer()
    },
  })
  await fixAll('trailing-comma')
  const [offer] = offers()
  await applyEdit({ kind: 'duplicate', id: lineId(1) })
  offer?.action?.run()
  await undo()
  expect(asked).toEqual([2, undefined])
})

test('nothing is changed while the file is being read', async () => {
  openWith({ edit: () => Promise.reject(new Error('must not be asked')) })
  store.setState({ documents: [{ ...tab, facts: { ...facts(1), state: 'reading' } }] })
  expect(await applyEdit({ kind: 'duplicate', id: lineId(1) })).toBe(false)
  expect(commandsOf('doc')).toEqual([])
})

test('a change that has to wait says for what, until it is made', async () => {
  let finish = () => {}
  const exporting = runJob(
    'doc',
    msg('Exporting {name}', { name: 'input.jsonl' }),
    () => new Promise<void>((done) => (finish = done)),
  )
  let answerEdit = () => {}
  openWith({
    edit: () => new Promise((done) => (answerEdit = () => done(ok({ facts: facts(2) })))),
  })
  const edited = applyEdit({ kind: 'replace', id: lineId(4), texts: ['{}'] })
  expect(inEnglish(offers().map(({ text, action }) => [text, action?.label]))).toEqual([
    [
      '“Exporting input.jsonl” is still running. The change is made when it has ended.',
      'Cancel that',
    ],
  ])
  finish()
  await exporting
  answerEdit()
  expect(await edited).toBe(true)
  expect(store.getState().messages).toEqual([])
})

test('a change of many lines, which is a job itself, does not wait for itself', async () => {
  let answerFix = () => {}
  openWith({
    fixAll: () =>
      new Promise((done) => (answerFix = () => done(ok({ facts: facts(2, 0), fixed: 3 })))),
  })
  const fixed = fixAll('trailing-comma')
  expect(inEnglish(store.getState().jobs.map(({ title }) => title))).toEqual(['Fixing 3 lines'])
  expect(store.getState().messages).toEqual([])
  answerFix()
  await fixed
})
