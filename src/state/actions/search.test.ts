import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../base/result.ts'
import type { DocumentFacts, SearchProgress } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, blankDocument, store } from '../store.ts'
import { search } from './search.ts'

const facts = { state: 'ready', lines: 3 } as DocumentFacts
const query = { text: '(', isRegExp: true, matchCase: false }

function openWith(answer: Result<SearchProgress>): void {
  const client = { search: () => Promise.resolve(answer), close: () => {} }
  setClient('doc', client as unknown as DocumentClient)
}

afterEach(() => closeScope('doc'))

beforeEach(() => {
  openScope('doc')
  const tab = { ...blankDocument, key: 'doc', facts }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

const messages = () => store.getState().messages.map(({ text }) => inEnglish(text))

test('what is wrong with the query is said where it is typed', async () => {
  openWith(fail('bad-expression', verbatim('A bracket is open.')))
  await search(query)
  expect(inEnglish(activeDocument()?.search)).toEqual({
    query,
    state: 'idle',
    problem: 'A bracket is open.',
  })
  expect(messages()).toEqual([])
})

test('any other refusal is not a problem of the query', async () => {
  openWith(fail('cache-outdated', verbatim('The file is read again.')))
  await search(query)
  expect(activeDocument()?.search).toEqual({ query, state: 'idle' })
  expect(messages()).toEqual(['The file is read again.'])
})

test('a search that ended says what it found', async () => {
  const value = { state: 'done', matchingLines: 2, unit: 'bytes', done: 9, total: 9 } as const
  openWith(ok(value))
  await search(query)
  expect(activeDocument()?.search).toEqual({ query, state: 'done', progress: value })
})
