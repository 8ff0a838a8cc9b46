import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { verbatim } from '../../i18n/message.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { blankDocument, findDocument, store } from '../store.ts'
import { ignoreCode, ignoredIn, showCodeAgain } from './ignoring.ts'

const TITLE = verbatim('Duplicate key')

/** What each worker was told. */
const told: (readonly [string, readonly string[]])[] = []

beforeEach(() => {
  told.length = 0
  store.setState({
    ...store.getInitialState(),
    documents: ['one', 'two'].map((key) => ({ ...blankDocument, key })),
    activeKey: 'one',
  })
  for (const key of ['one', 'two']) {
    openScope(key)
    setClient(key, {
      setIgnored: async (codes: readonly string[]) => {
        told.push([key, codes])
        return ok({ revision: told.length } as DocumentFacts)
      },
      close: () => {},
    } as unknown as DocumentClient)
  }
})

afterEach(() => {
  for (const key of ['one', 'two']) closeScope(key)
  store.setState(store.getInitialState())
})

test('a code is ignored in one document, and its lines are no longer shown as those of an issue', async () => {
  store.setState(({ documents }) => ({
    documents: documents.map((tab) => ({ ...tab, view: { kind: 'cause', code: 'duplicate-key' } })),
  }))
  ignoreCode('duplicate-key', TITLE, 'document')
  expect(told).toEqual([['one', ['duplicate-key']]])
  expect([ignoredIn('one'), ignoredIn('two')]).toEqual([['duplicate-key'], []])
  expect(findDocument('one')?.view).toEqual({ kind: 'all' })
  expect(findDocument('two')?.view).toEqual({ kind: 'cause', code: 'duplicate-key' })
  await Promise.resolve()
  expect(store.getState().messages.at(-1)?.action).toBeDefined()
  expect(findDocument('one')?.facts?.revision).toBe(1)
})

test('a code that is always ignored is so in every document, until it is shown again', () => {
  ignoreCode('crlf', TITLE, 'document')
  ignoreCode('duplicate-key', TITLE, 'always')
  expect(told.slice(1)).toEqual([
    ['one', ['crlf', 'duplicate-key']],
    ['two', ['duplicate-key']],
  ])
  store.setState({ activeKey: 'two' })
  showCodeAgain('duplicate-key')
  expect([ignoredIn('one'), ignoredIn('two')]).toEqual([['crlf'], []])
  expect(told.slice(3)).toEqual([
    ['one', ['crlf']],
    ['two', []],
  ])
})

test('the offer of the message shows the code again in the document that it was about', () => {
  ignoreCode('crlf', TITLE, 'document')
  store.setState({ activeKey: 'two' })
  store.getState().messages.at(-1)?.action?.run()
  expect(ignoredIn('one')).toEqual([])
})
