import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import type { ColumnWishes } from '../../contracts/columns.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, blankDocument, store } from '../store.ts'
import { hideColumn, moveColumn, showFieldColumn } from './columns.ts'
import { columnsStore, setWishes } from './columnsStore.ts'

const KIND = 'logs'
let answers: (() => void)[] = []

function factsWith(ids: readonly string[], revision: number): DocumentFacts {
  const columns = ids.map((id) => ({ id, title: id, width: 10 }))
  return {
    state: 'ready',
    revision,
    columnsKey: KIND,
    columns,
    hiddenColumns: [],
  } as unknown as DocumentFacts
}

beforeEach(() => {
  openScope('doc')
  let revision = 1
  const client: Partial<DocumentClient> = {
    // Answers when the test says so.
    setColumns: (wishes: ColumnWishes) =>
      new Promise((resolve) => {
        const ids = (wishes[KIND] ?? []).map(({ id }) => id)
        answers.push(() => resolve(ok(factsWith(ids, ++revision))))
      }),
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
  const tab = { ...blankDocument, key: 'doc', facts: factsWith(['id', 'text'], 1) }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

afterEach(() => {
  answers = []
  setWishes(KIND, undefined)
  closeScope('doc')
})

async function answer(): Promise<void> {
  for (const one of answers.splice(0)) one()
  await new Promise((resolve) => setTimeout(resolve))
}

const wished = () => columnsStore.getState().wishes[KIND]?.map(({ id }) => id)
const shown = () => activeDocument()?.facts?.columns.map(({ id }) => id)

test('changes that come before the worker has answered build on each other', async () => {
  showFieldColumn('user.name')
  showFieldColumn('user.tags')
  hideColumn('text')
  moveColumn('=user.tags', -1)
  expect(wished()).toEqual(['id', '=user.tags', '=user.name'])
  await answer()
  expect(shown()).toEqual(['id', '=user.tags', '=user.name'])
  showFieldColumn('level')
  expect(wished()).toEqual(['id', '=user.tags', '=user.name', '=level'])
  await answer()
})
