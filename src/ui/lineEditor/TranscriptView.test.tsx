import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { goToLine } from '../../state/actions/lines.ts'
import { setLanguage } from '../../state/language.ts'
import { setLineLook } from '../../state/lineLook.ts'
import { updateDocument } from '../../state/store.ts'
import { closeAllDocuments, openDocument } from '../testing/openDocument.ts'
import { LineEditor } from './LineEditor.tsx'

const said = { type: 'text', text: 'Where is it?' }
const LINES = [
  {
    custom_id: 'a',
    response: {
      status_code: 200,
      body: {
        model: 'gpt-x',
        choices: [
          { index: 0, message: { role: 'assistant', content: 'One' }, finish_reason: 'stop' },
          { index: 1, message: { role: 'assistant', content: 'Two' }, finish_reason: 'length' },
        ],
      },
    },
    error: null,
  },
  { custom_id: 'b', response: null, error: { code: 'batch_expired', message: 'Too late' } },
  { prompt: 'Which?', chosen: 'This', rejected: '<img src=x onerror=alert(1)>', note: 'by Ann' },
  { type: 'user', sessionId: 's', message: { role: 'user', content: [said] } },
  {
    type: 'assistant',
    message: {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 't', name: 'Bash', input: { command: 'ls' } }],
    },
  },
  { level: 'info' },
].map((line) => JSON.stringify(line))

const transcript = page.getByRole('region', { name: 'Transcript' })

beforeEach(async () => {
  setLineLook('transcript')
  const { key } = await openDocument([...LINES, '{"messages": [', '', ''].join('\n'))
  await goToLine(1)
  updateDocument(key, { isDrawerOpen: true })
  await render(<LineEditor />)
})

afterEach(async () => {
  await cleanup()
  closeAllDocuments()
  setLineLook('text')
  await setLanguage('en')
})

test('answers have numbers, the model and how they ended', async () => {
  await expect.element(transcript).toHaveTextContent('gpt-x')
  await expect.element(transcript.getByRole('heading', { name: 'Answer 1' })).toBeVisible()
  await expect.element(transcript.getByRole('heading', { name: 'Answer 2' })).toBeVisible()
  await expect.element(transcript).toHaveTextContent('length')
})

test('a failure is said in the words of the API', async () => {
  await goToLine(2)
  await expect.element(transcript).toHaveTextContent('failed: batch_expired')
  await expect.element(transcript).toHaveTextContent('Too late')
})

test('two answers to learn from are told apart, tags are text, the rest of the line is there', async () => {
  await goToLine(3)
  await expect.element(transcript.getByRole('heading', { name: 'Preferred answer' })).toBeVisible()
  await expect.element(transcript.getByRole('heading', { name: 'Rejected answer' })).toBeVisible()
  await expect.element(transcript).toHaveTextContent('<img src=x onerror=alert(1)>')
  expect(transcript.element().querySelector('img')).toBeNull()
  await userEvent.click(transcript.getByText('Also in the line'))
  await expect.element(transcript).toHaveTextContent('by Ann')
})

test('J and K go through a log of one message a line', async () => {
  await goToLine(4)
  await expect.element(transcript).toHaveTextContent('Where is it?')
  transcript.element().focus()
  await userEvent.keyboard('j')
  await expect.element(transcript).toHaveTextContent('Bash')
  await expect.element(transcript).not.toHaveTextContent('Where is it?')
  await userEvent.keyboard('k')
  await expect.element(transcript).toHaveTextContent('Where is it?')
})

test('lines without a conversation say why, in the language of the page', async () => {
  await goToLine(6)
  await expect.element(transcript).toHaveTextContent('No conversation was found in this line.')
  await goToLine(7)
  await expect.element(transcript).toHaveTextContent('The line is not JSON')
  await goToLine(8)
  await expect.element(transcript).toHaveTextContent('The line is blank')
  await setLanguage('zh-TW')
  await expect.element(page.getByText('此行是空白的', { exact: false }).first()).toBeVisible()
})
