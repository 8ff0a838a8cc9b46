// The panel as a whole: which step is open, where the keyboard is, and what is said without a press.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { batchStore, newBatchState } from '../../state/batch/batchStore.ts'
import { closeRunPanel, openRunPanel, showStep } from '../../state/batch/panel.ts'
import { store } from '../../state/store.ts'
import { closeAllDocuments, openDocument, until } from '../testing/openDocument.ts'
import { RunPlace } from './RunPlace.tsx'
import { aBatch, aPart, aRun } from './testing/runs.ts'

const LINE = {
  custom_id: 'a',
  method: 'POST',
  url: '/v1/chat/completions',
  body: { model: 'gpt-6-mini', messages: [{ role: 'user', content: 'Hello' }] },
}

const panel = page.getByRole('region', { name: 'Run batch' })
const title = (name: string) =>
  panel.getByRole('heading', { level: 3 }).getByRole('button', { name, exact: true })

beforeEach(async () => {
  await openDocument(`${JSON.stringify(LINE)}\n`)
  batchStore.setState(newBatchState)
  await render(<RunPlace />)
  openRunPanel()
  await expect.element(panel).toBeVisible()
})

afterEach(async () => {
  closeRunPanel()
  await cleanup()
  batchStore.setState(newBatchState)
  closeAllDocuments()
})

/** Titles of the steps that are open. */
function opened(): readonly string[] {
  return [...panel.element().querySelectorAll('h3 button[aria-expanded=true]')].map(
    (button) => button.textContent,
  )
}

test('opens with the focus in it, and gives it away with Escape', async () => {
  await expect.element(panel).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await until(() => (store.getState().isRunOpen ? undefined : true))
  await expect.element(page.getByRole('region', { name: 'Run batch' })).not.toBeInTheDocument()
})

test('one step is open at a time, and folds when it is pressed again', async () => {
  expect(opened()).toEqual(['Connect'].map((name) => `1${name}`))
  await userEvent.click(title('Send'))
  await expect.poll(opened).toEqual(['4Send'])
  await userEvent.click(title('Without a key'))
  await expect.poll(opened).toEqual(['Without a key'])
  await userEvent.click(title('Without a key'))
  await expect.poll(opened).toEqual([])
  await userEvent.click(title('Send'))
  await expect.poll(opened).toEqual(['4Send'])
})

test('what was typed in a step stays while others are looked at', async () => {
  await userEvent.click(title('Send'))
  await userEvent.click(panel.getByRole('button', { name: 'Add metadata' }))
  await userEvent.keyboard('job')
  await userEvent.click(title('Follow'))
  await userEvent.click(title('Send'))
  await expect.element(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('job')
})

test('a step that leads to the next one takes the keyboard along', async () => {
  await userEvent.click(title('Try'))
  await userEvent.click(panel.getByRole('button', { name: 'Skip this' }))
  await expect.poll(opened).toEqual(['4Send'])
  await expect.element(title('Send')).toHaveFocus()
})

test('a step that opens by itself takes the keyboard from nobody', async () => {
  const key = panel.getByLabelText('API key')
  await userEvent.click(title('Check'))
  await userEvent.click(title('Connect'))
  await userEvent.click(key)
  const button = title('Follow').element() as HTMLElement
  button.focus()
  showStep('follow')
  await expect.poll(opened).toEqual(['5Follow'])
  await expect.element(title('Follow')).toHaveFocus()
})

test('what is missing is said where it was pressed, and leads to its step', async () => {
  await userEvent.click(title('Send'))
  await userEvent.click(panel.getByRole('button', { name: 'Upload and start' }))
  await expect.poll(opened).toEqual(['1Connect'])
  await expect.element(panel.getByRole('alert')).toHaveTextContent('Enter your API key first.')
})

test('the status of the newest run is there whichever step is open', async () => {
  const status = panel.getByRole('status', { name: 'Batch status' })
  await expect.element(status).toHaveAttribute('data-status', 'none')
  const counts = { total: 9, completed: 4, failed: 1 }
  batchStore.setState({
    runs: [
      aRun({ parts: [aPart({ requests: 9, batch: aBatch({ id: 'batch_9', counts }) })] }),
      aRun({ id: 'older' }),
    ],
  })
  await expect.element(status).toHaveAttribute('data-status', 'in_progress')
  await expect.element(status).toHaveAttribute('data-batch-id', 'batch_9')
  await expect.element(status).toHaveAttribute('data-completed', '4')
  await expect.element(status).toHaveAttribute('data-failed', '1')
  await expect.element(status).toHaveAttribute('data-total', '9')
  // Read out by useStatusNews alone, where the status changes.
  await expect.element(status).toHaveAttribute('aria-live', 'off')
})

test('an upload of another document is cancelled where it is followed, and stands in no one’s way', async () => {
  const uploading = aPart({ state: 'uploading' })
  batchStore.setState({
    step: 'follow',
    runs: [aRun({ documentKey: 'other', parts: [uploading] })],
  })
  await expect.element(panel.getByRole('button', { name: 'Cancel batch' })).toBeVisible()
  showStep('send')
  await expect.element(panel.getByRole('button', { name: 'Upload and start' })).toBeVisible()
})

test('screen readers are told of another status, and not of each number', async () => {
  const show = (status: string, completed: number) =>
    batchStore.setState({
      runs: [
        aRun({
          parts: [
            aPart({
              requests: 9,
              state: status === 'completed' ? 'ended' : 'running',
              batch: aBatch({ status, counts: { total: 9, completed, failed: 0 } }),
            }),
          ],
        }),
      ],
    })
  show('in_progress', 1)
  const before = store.getState().announcement?.id
  show('in_progress', 2)
  show('in_progress', 3)
  expect(store.getState().announcement?.id).toBe(before)
  show('completed', 9)
  expect(store.getState().announcement?.id).not.toBe(before)
})

test('an answer is shown as the text that it is', async () => {
  await userEvent.click(title('Try'))
  const text =
    '<img src=x onerror="window.hacked = true"> <a href="https://example.com">https://example.com</a>'
  batchStore.setState({
    trials: [
      {
        line: 1,
        customId: 'a',
        state: 'done',
        answer: { status: 200, ms: 5, isCut: false, text },
      },
    ],
  })
  await expect.element(panel.getByRole('group', { name: 'Answer' })).toHaveTextContent(text)
  expect(panel.element().querySelector('img, a')).toBeNull()
  expect(window).not.toHaveProperty('hacked')
})

test('of an answer in words the words are shown, and why they end early', async () => {
  await userEvent.click(title('Try'))
  const text = '{"choices": [{"message": {"content": "Once upon"}, "finish_reason": "length"}]}'
  const answer = { status: 200, ms: 5, isCut: false, text }
  batchStore.setState({ trials: [{ line: 1, customId: 'a', state: 'done', answer }] })
  const said = panel.getByRole('group', { name: 'Answer' })
  await expect.element(said).toHaveTextContent(/^Once upon$/)
  await expect.element(panel.getByText('The answer ended early, with “length”.')).toBeVisible()
  await userEvent.click(panel.getByText('All that the API sent').first())
  await expect
    .element(panel.getByRole('group', { name: 'All that the API sent' }))
    .toHaveTextContent(text)
})

test('an address that was not taken over is not checked instead of another', async () => {
  const address = panel.getByRole('textbox', { name: 'Base URL' })
  await userEvent.fill(address, 'http://localhost:1/v1')
  await userEvent.fill(address, 'http://example.com/v1')
  await userEvent.click(panel.getByRole('button', { name: 'Check the connection' }))
  await expect.element(address).toHaveFocus()
  expect(batchStore.getState().isChecking).toBe(false)
  expect(batchStore.getState().problem).toBeUndefined()
})

test('lines that are invalid can be left out where they are told', async () => {
  closeAllDocuments()
  await openDocument(`${JSON.stringify(LINE)}\n{"custom_id": \n`)
  await userEvent.click(title('Check'))
  const list = panel.getByRole('list', { name: 'What the API would refuse' })
  await expect.element(list).toBeVisible()
  await userEvent.click(panel.getByRole('checkbox', { name: 'Leave invalid lines out' }))
  await expect.element(list).not.toBeInTheDocument()
  await userEvent.click(title('Send'))
  await expect.element(panel.getByRole('radio', { name: 'Valid lines only' })).toBeChecked()
})

test('a file of results cannot be sent as requests', async () => {
  closeAllDocuments()
  const result = { id: 'r', custom_id: 'a', response: { status_code: 200, body: {} }, error: null }
  await openDocument(`${JSON.stringify(result)}\n`)
  await userEvent.click(panel.getByRole('button', { name: 'Upload and start' }))
  await expect.element(panel.getByRole('alert')).toHaveTextContent('This file holds results.')
})
