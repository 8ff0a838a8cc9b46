// What the check of models says of a file with one model, several, very many, and of odd servers.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { msg } from '../../../i18n/message.ts'
import { batchStore, newBatchState } from '../../../state/batch/batchStore.ts'
import type { ModelUse } from '../../../state/batch/modelUse.ts'
import { ModelCheck } from './ModelCheck.tsx'

const list = page.getByRole('list', { name: 'Models of the requests' })

beforeEach(() => batchStore.setState(newBatchState))

afterEach(async () => {
  await cleanup()
  batchStore.setState(newBatchState)
})

/** `uniform`: what all lines have as their model, as the document tells it. */
async function show(uses: readonly ModelUse[] | undefined, uniform?: string): Promise<void> {
  const facts = { columns: [{ id: 'model', uniform }] } as unknown as DocumentFacts
  batchStore.setState({
    models: [{ id: 'here' }, { id: 'gone', shutDownAt: 1_600_000_000 }],
    estimate: { ...newBatchState.estimate, models: uses },
  })
  await render(<ModelCheck facts={facts} />)
}

const items = () =>
  [...list.element().querySelectorAll('li')].map(
    ({ dataset, textContent }) => `${dataset['mark']}: ${textContent}`,
  )

test('one model is told in a sentence, before its lines are counted as well', async () => {
  await show(undefined, 'here')
  await expect.element(page.getByText('here is available to this key.')).toBeVisible()
  await expect.element(list).not.toBeInTheDocument()
})

test('several models are told one by one, with their lines, what is wrong first', async () => {
  await show([
    { model: 'here', requests: 1200 },
    { model: 'gone', requests: 1 },
    { model: undefined, requests: 2 },
    { model: 'never', requests: 7 },
  ])
  await expect.element(list).toBeVisible()
  expect(items()).toEqual([
    'problem: gone was shut down on September 13, 2020.1 line',
    expect.stringMatching(/^problem: never is not among the 2 models .*7 lines$/),
    'warning: These requests name no model.2 lines',
    'done: here is available to this key.1,200 lines',
  ])
  await expect.element(page.getByText(/^1 of 4 models are available/)).toBeVisible()
})

test('of very many models the first hundred are told, and that it is not all', async () => {
  await show(Array.from({ length: 150 }, (_, at) => ({ model: `m${at}`, requests: 150 - at })))
  await expect.element(list).toBeVisible()
  expect(items()).toHaveLength(100)
  await expect
    .element(page.getByText('Only the 100 models that most lines name are looked up.'))
    .toBeVisible()
})

test('what is not counted yet is said, and so is a server that lists nothing', async () => {
  await show(undefined)
  await expect.element(page.getByText(/known when their tokens are counted/)).toBeVisible()
  batchStore.setState({ models: [] })
  await expect.element(page.getByText(/^api\.openai\.com lists no models at all/)).toBeVisible()
})

test('why the models are not known is said where they were asked for', async () => {
  await render(<ModelCheck facts={{ columns: [] } as unknown as DocumentFacts} />)
  batchStore.setState({ modelsProblem: msg('No answer.') })
  await expect.element(page.getByRole('alert')).toHaveTextContent('No answer.')
})
