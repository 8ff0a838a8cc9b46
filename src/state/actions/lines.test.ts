import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../base/result.ts'
import { lineId, type LineNumber } from '../../base/units.ts'
import type { DocumentFacts, FoundLine, LinePlace, Row } from '../../contracts/documentApi.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, blankDocument, store, updateDocument } from '../store.ts'
import { goToIssue, goToLine } from './lines.ts'

const facts = (revision: number) =>
  ({ state: 'ready', revision, lines: 9, invalid: 4 }) as DocumentFacts

/** Answers of the worker, each with the revision of the facts that are there before it. */
let answers: (readonly [facts: number, answer: Result<FoundLine>])[] = []
let asked: LinePlace[] = []

function answer(place: LinePlace): Promise<Result<FoundLine>> {
  asked.push(place)
  const [revision, found] = answers.shift() ?? [0, fail('app-error', verbatim('asked too often'))]
  updateDocument('doc', { facts: facts(revision) })
  return Promise.resolve(found)
}

const rowAt = (index: number): Row => ({
  id: lineId(index),
  line: (index + 1) as LineNumber,
  verdict: 'invalid',
  needsAttention: false,
  edited: false,
  isChosen: false,
  text: '',
  byteLength: 0,
  finding: msg('Trailing comma'),
})

const found = (revision: number, id: number, index: number) =>
  ok({ revision, line: { id: lineId(id), index } })

beforeEach(() => {
  openScope('doc')
  answers = []
  asked = []
  const client: Partial<DocumentClient> = {
    readRows: async (_view, from) => ok({ revision: 1, count: 9, from, rows: [rowAt(from)] }),
    nextLine: (_view, from) => answer(from),
    lineIdAt: (index) => answer({ index }),
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
  const tab = { ...blankDocument, key: 'doc', facts: facts(1) }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

afterEach(() => closeScope('doc'))

const selected = () => {
  const selection = activeDocument()?.selection
  return selection && [selection.id, selection.index]
}

test('the next line is looked for from the selected line, wherever that stands now', async () => {
  updateDocument('doc', { selection: { id: lineId(5), index: 5, jump: 1 } })
  answers = [[1, found(1, 7, 7)]]
  await goToIssue(1)
  expect(asked).toEqual([{ id: lineId(5), index: 5 }])
  expect(selected()).toEqual([7, 7])
})

test('an index of an earlier state is not taken for one of now', async () => {
  // Facts of an edit overtake the answer: two lines were inserted above.
  answers = [
    [2, found(1, 7, 7)],
    [2, found(2, 7, 9)],
  ]
  await goToIssue(1)
  expect(selected()).toEqual([7, 9])
  answers = [
    [3, found(2, 4, 3)],
    [3, found(3, 2, 3)],
  ]
  await goToLine(4)
  expect(selected()).toEqual([2, 3])
})

test('a document that keeps changing is not waited for', async () => {
  answers = Array.from({ length: 9 }, (_, i) => [i + 2, found(i + 1, 7, 7)] as const)
  await goToIssue(1)
  expect(selected()).toBeUndefined()
  expect(inEnglish(store.getState().messages.map(({ text }) => text))).toEqual([
    'Lines kept changing while this was looked up. Try again.',
  ])
})

test('a worker that is dead selects nothing and says so', async () => {
  answers = [[1, fail('worker-crashed', verbatim('It stopped working.'))]]
  await goToIssue(-1)
  expect(selected()).toBeUndefined()
  expect(inEnglish(store.getState().messages.map(({ text }) => text))).toEqual([
    'It stopped working.',
  ])
})

test('the line that was gone to is said, with what is the matter with it', async () => {
  const { arrivals } = store.getState()
  answers = [[1, found(1, 1206, 1206)]]
  await goToIssue(1)
  await Promise.resolve()
  expect(inEnglish(store.getState().announcement?.text)).toBe('Line 1,207, invalid: Trailing comma')
  expect(store.getState().arrivals).toBe(arrivals + 1)
})
