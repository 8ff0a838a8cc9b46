// Which lines are tried: what is typed and cannot be is told, and neither it nor earlier answers are lost.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { batchStore, newBatchState, type Trial } from '../../../state/batch/batchStore.ts'
import { closeAllDocuments, openDocument } from '../../testing/openDocument.ts'
import { TryStep } from './TryStep.tsx'

const answered: Trial = {
  line: 1,
  customId: 'a',
  state: 'done',
  answer: { status: 200, ms: 5, isCut: false, text: 'Paid for.' },
}

/** Line 2 is blank, and line 3 no JSON. A server of one's own needs no key. */
beforeEach(async () => {
  const { facts } = await openDocument('{"custom_id":"a"}\n\n{"custom_id":\n')
  batchStore.setState({
    ...newBatchState,
    access: { ...newBatchState.access, baseUrl: 'http://localhost:9/v1' },
    trials: [answered],
  })
  if (!facts) throw new Error('The document has no facts.')
  await render(<TryStep facts={facts} />)
  await userEvent.click(page.getByRole('radio', { name: 'These lines' }))
})

afterEach(async () => {
  await cleanup()
  batchStore.setState(newBatchState)
  closeAllDocuments()
})

const field = page.getByRole('textbox', { name: 'Numbers of the lines' })
const button = page.getByRole('button', { name: 'Try first' })

test.each([
  ['1-3, 9', 'The file has the lines 1 to 3; 9 is not among them.'],
  ['0', 'The file has the lines 1 to 3; 0 is not among them.'],
  ['one', '“one” is no line number. Write numbers and ranges, such as 3, 17-20.'],
  ['', 'Which lines? Write their numbers, such as 3, 17-20.'],
])('of “%s” is said what is wrong, and nothing is lost', async (typed, says) => {
  await userEvent.fill(field, typed)
  await userEvent.click(button)
  await expect.element(field).toHaveAccessibleDescription(says)
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(field).toHaveFocus()
  await expect.element(field).toHaveValue(typed)
  expect(batchStore.getState().trials).toEqual([answered])
  await userEvent.keyboard('1')
  await expect.element(field).toHaveAttribute('aria-invalid', 'false')
})

test('lines that are no requests are told one by one, and nothing of them is sent', async () => {
  await userEvent.fill(field, '3, 1-2')
  await userEvent.click(button)
  await expect
    .element(page.getByText('The line is blank, so there is nothing to send.'))
    .toBeVisible()
  await expect
    .element(page.getByText('The line is not JSON, so it is no request of a batch.'))
    .toBeVisible()
  await expect
    .element(page.getByText('The line has no url or no body, so it is no request of a batch.'))
    .toBeVisible()
  expect(batchStore.getState().trials.map(({ line, state }) => `${line} ${state}`)).toEqual([
    '1 failed',
    '2 failed',
    '3 failed',
  ])
  await expect.element(field).toHaveValue('3, 1-2')
})

test('what is missing elsewhere is not said of the field', async () => {
  batchStore.setState({ access: newBatchState.access })
  await userEvent.fill(field, '1')
  await userEvent.click(button)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Enter your API key first.')
  await expect.element(field).toHaveAttribute('aria-invalid', 'false')
  expect(batchStore.getState().trials).toEqual([answered])
})
