// Templates that are kept, and files of them. Tests in Node have no IndexedDB: what cannot be kept is told.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { store } from '../store.ts'
import { forgetTemplate, importTemplates, keepTemplate } from './keptTemplates.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'

beforeEach(() => newBatchStore.setState(newBatchState, true))
afterEach(() => {
  newBatchStore.setState(newBatchState, true)
  store.setState({ messages: [] })
})

const fileOf = (value: unknown) => new File([JSON.stringify(value)], 'templates.json')

const REVIEW = {
  name: 'Review',
  endpoint: '/v1/responses',
  body: '{"model": "o3", "input": "{{text}}"}',
  idPattern: 'r-{{#}}',
}

test('one of the same name is replaced, and forgotten by its name', async () => {
  await keepTemplate('Review')
  newBatchStore.setState({ idPattern: 'x-{{##}}' })
  await keepTemplate('Other')
  await keepTemplate('Review')
  const names = () => newBatchStore.getState().kept.map(({ name, idPattern }) => [name, idPattern])
  expect(names()).toEqual([
    ['Review', 'x-{{##}}'],
    ['Other', 'x-{{##}}'],
  ])
  await forgetTemplate('Review')
  expect(names()).toEqual([['Other', 'x-{{##}}']])
})

test('a file of templates is read, and what is none in it is left out', async () => {
  const file = fileOf({
    kind: 'lineproof-templates',
    templates: [REVIEW, { name: 'half' }, 7, { ...REVIEW, name: '' }],
  })
  await importTemplates(file)
  expect(newBatchStore.getState().kept).toEqual([REVIEW])
})

test.each([[{ templates: [REVIEW] }], [[REVIEW]], ['text'], [{ kind: 'lineproof-templates' }]])(
  'the file %j has no templates, which is told',
  async (value) => {
    await importTemplates(fileOf(value))
    expect(newBatchStore.getState().kept).toEqual([])
    expect(store.getState().messages.map(({ kind }) => kind)).toEqual(['alert'])
  },
)
