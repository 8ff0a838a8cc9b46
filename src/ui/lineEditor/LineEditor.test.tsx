import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { goToLine } from '../../state/actions/lines.ts'
import { activeDocument, updateDocument } from '../../state/store.ts'
import { closeAllDocuments, openDocument, until } from '../testing/openDocument.ts'
import { LineEditor } from './LineEditor.tsx'

const LINES = ['{"a": 1}', '{"a": 2,}', '{"a": 3}', '{"a": 4}']

beforeEach(async () => {
  const { key } = await openDocument(LINES.join('\n'))
  await goToLine(2)
  updateDocument(key, { isDrawerOpen: true })
  await render(<LineEditor />)
  // Before its code is here, what is typed has nowhere to go.
  await expect.poll(() => document.querySelector('.cm-content')).not.toBeNull()
})

afterEach(async () => {
  await cleanup()
  closeAllDocuments()
})

const editor = page.getByRole('region', { name: 'Line editor' })
const text = editor.getByRole('textbox', { name: 'Line text' })

function invalidLines(): number | undefined {
  return activeDocument()?.facts?.invalid
}

test('says what is wrong with the line, and offers a fix', async () => {
  await expect.element(editor).toHaveTextContent('Line 2')
  await expect.element(editor).toHaveTextContent('Trailing comma')
  await expect.element(editor.getByRole('button', { name: /Remove the extra comma/ })).toBeVisible()
})

test('applies with Ctrl+Enter what was typed', async () => {
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}a{/Control}{Delete}true')
  await expect.element(text).toHaveTextContent('true')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await until(() => (invalidLines() === 0 ? true : undefined))
  await expect.poll(() => activeDocument()?.drafts).toEqual([])
})

test('Ctrl+Z takes back what was typed in the text, not the last edit of the document', async () => {
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}{End}{/Control}x')
  await expect.element(text).toHaveTextContent('{"a": 2,}x')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(text).toHaveTextContent(/^\{"a": 2,\}$/)
  expect(invalidLines()).toBe(1)
})

test('keeps what was typed as a draft of its line while another is looked at', async () => {
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}{End}{/Control}x')
  await until(() => (activeDocument()?.drafts.length === 1 ? true : undefined))
  await goToLine(3)
  await expect.element(editor).toHaveTextContent('Line 3')
  await expect.element(text).toHaveTextContent('{"a": 3}')
  await goToLine(2)
  await expect.element(text).toHaveTextContent('{"a": 2,}x')
  expect(invalidLines()).toBe(1)
})

test('closes with Escape from anywhere inside', async () => {
  await userEvent.click(editor.getByRole('button', { name: /Next line/ }))
  await expect.element(editor).toHaveTextContent('Line 3')
  await userEvent.keyboard('{Escape}')
  await until(() => (activeDocument()?.isDrawerOpen === false ? true : undefined))
})

test('Tab goes through its controls once, and out of it', async () => {
  ;(editor.element() as HTMLElement).focus()
  const visited: Element[] = []
  await userEvent.keyboard('{Tab}')
  while (document.activeElement && editor.element().contains(document.activeElement)) {
    expect(visited).not.toContain(document.activeElement)
    visited.push(document.activeElement)
    await userEvent.keyboard('{Tab}')
  }
  expect(visited.length).toBeGreaterThan(8)
})
