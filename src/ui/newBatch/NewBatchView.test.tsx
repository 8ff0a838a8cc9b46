// The screen with its worker: what is typed becomes requests that are shown, and nothing that was typed is lost.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { newBatchState, newBatchStore } from '../../state/newBatch/newBatchStore.ts'
import { closeNewBatch, openNewBatch } from '../../state/newBatch/openNewBatch.ts'
import { store } from '../../state/store.ts'
import { NewBatchView } from './NewBatchView.tsx'

const region = page.getByRole('region', { name: 'New batch' })
const box = (name: string) => region.getByRole('textbox', { name })

beforeEach(async () => {
  newBatchStore.setState(newBatchState, true)
  openNewBatch()
  await render(<NewBatchView />)
})

afterEach(async () => {
  await cleanup()
  closeNewBatch()
  newBatchStore.setState(newBatchState, true)
})

async function expectFacts(requests: number, problems: number): Promise<void> {
  const attributes = () =>
    ['data-requests', 'data-problems'].map((name) => region.element().getAttribute(name))
  await expect.poll(attributes, { timeout: 20_000 }).toEqual([String(requests), String(problems)])
}

test('prompts are requests as they are typed', async () => {
  await expect.element(box('Prompts')).toHaveFocus()
  await userEvent.fill(box('Prompts'), 'one\ntwo\n\nthree')
  await expectFacts(3, 0)
  await expect.element(region.getByLabelText('Preview of a request')).toHaveTextContent('one')
  await userEvent.click(region.getByRole('radio', { name: 'Each part between blank lines' }))
  await expectFacts(2, 0)
  await userEvent.click(region.getByRole('radio', { name: 'Last', exact: true }))
  await expect.element(region.getByLabelText('Preview of a request')).toHaveTextContent('three')
})

test('fields and JSON are two views of one body', async () => {
  await userEvent.fill(box('System message'), 'Be brief.')
  await userEvent.fill(box('Temperature'), '0.')
  await expect.element(box('Temperature')).toHaveValue('0.')
  await userEvent.type(box('Temperature'), '5')
  await userEvent.click(region.getByRole('radio', { name: 'JSON' }))
  const json = box('Body as JSON')
  const body: unknown = JSON.parse((json.element() as HTMLTextAreaElement).value)
  expect(body).toEqual({
    model: 'gpt-6-luna',
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: '{{prompt}}' },
    ],
    temperature: 0.5,
  })
  await userEvent.fill(json, '{"model": "o3", "messages": []}')
  await userEvent.click(region.getByRole('radio', { name: 'Fields' }))
  await expect.element(region.getByRole('combobox', { name: 'Model' })).toHaveValue('o3')
  await expect.element(box('System message')).toHaveValue('')
})

test('a schema is looked at while it is typed, for strict answers or for others', async () => {
  await userEvent.fill(
    box('JSON Schema of the answer'),
    '{"type": "object",\n "properties": {"a": {"typ": "string"}}}',
  )
  const problems = region.getByRole('list', { name: 'Problems of the schema' })
  await expect.element(problems).toHaveTextContent('"required" lacks "a".')
  await expect.element(problems).toHaveTextContent('Line 2, properties.a:')
  await userEvent.click(region.getByRole('checkbox', { name: /^Strict/ }))
  await expect.element(problems).not.toBeInTheDocument()
  await userEvent.fill(box('JSON Schema of the answer'), '{"type": "objekt"}')
  await expect.element(problems).toHaveTextContent('Line 1, type:')
  await userEvent.click(region.getByRole('radio', { name: 'JSON' }))
  const json = box('Body as JSON').element() as HTMLTextAreaElement
  const line = json.value.slice(0, json.value.indexOf('objekt')).split('\n').length
  await expect.element(problems).toHaveTextContent(`Line ${line}, type:`)
})

test('what is wrong stops it, and says where', async () => {
  await userEvent.fill(box('Prompts'), 'one\ntwo')
  await userEvent.fill(box('ID pattern'), 'same')
  await expectFacts(2, 1)
  await expect.element(region.getByRole('button', { name: 'Open as document' })).toBeDisabled()
  await userEvent.fill(box('ID pattern'), '{{nothing}}')
  await expect
    .element(region.getByRole('list', { name: 'Problems of the batch' }))
    .toHaveTextContent('No row has the column “nothing”.')
})

test('a column is inserted where the caret was', async () => {
  await userEvent.fill(box('Prompts'), 'one')
  await userEvent.fill(box('User message'), 'Say: ')
  await userEvent.click(region.getByRole('button', { name: '{{prompt}}' }))
  await expect.element(box('User message')).toHaveValue('Say: {{prompt}}')
  await expect.element(box('User message')).toHaveFocus()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(box('User message')).toHaveValue('Say: ')
})

test('a completion is undone as what was typed', async () => {
  await userEvent.click(region.getByRole('radio', { name: 'JSON' }))
  const json = box('Body as JSON')
  await userEvent.fill(json, '{"mod"}')
  await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}{Control>} {/Control}')
  await expect.element(region.getByRole('listbox', { name: 'Completions' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(json).not.toHaveValue('{"mod"}')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(json).toHaveValue('{"mod"}')
})

test('Escape closes it, and what was typed is there again', async () => {
  await userEvent.fill(box('Prompts'), 'kept')
  await userEvent.keyboard('{Escape}')
  expect(store.getState().isNewBatchShown).toBe(false)
  await cleanup()
  await render(<NewBatchView />)
  await expect.element(box('Prompts')).toHaveValue('kept')
})
