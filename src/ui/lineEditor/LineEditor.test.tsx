import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { loadTranslator } from '../../i18n/loadTranslator.ts'
import { msg } from '../../i18n/message.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { setLanguage } from '../../state/language.ts'
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
  await expect.poll(() => document.querySelector('.cm-content'), { timeout: 15_000 }).not.toBeNull()
})

afterEach(async () => {
  await cleanup()
  closeAllDocuments()
  await setLanguage('en')
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

test('in another language it keeps what was typed, the caret, and what can be undone', async () => {
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}{End}{/Control}{ArrowLeft}x')
  await setLanguage('zh-TW')
  const { t } = await loadTranslator('zh-TW')
  const region = page.getByRole('region', { name: t(msg('Line editor')) })
  const same = region.getByRole('textbox', { name: t(msg('Line text')) })
  await expect.element(region.getByRole('button', { name: t(msg('Apply')) })).toBeVisible()
  await expect.element(region).toHaveTextContent(t(msg('Error')))
  await expect.element(same).toHaveFocus()
  await userEvent.keyboard('y')
  await expect.element(same).toHaveTextContent('{"a": 2,xy}')
  // Typed apart, undone apart.
  await userEvent.keyboard('{Control>}zz{/Control}')
  await expect.element(same).toHaveTextContent(/^\{"a": 2,\}$/)
})

test('a character that cannot be seen says its name, in the language', async () => {
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}a{/Control}\u200b')
  const sign = () => document.querySelector('.cm-specialChar')?.getAttribute('aria-label')
  await expect.poll(sign).toBe('zero width space (U+200B)')
  await setLanguage('zh-TW')
  const { t } = await loadTranslator('zh-TW')
  const name = t(msg('zero width space'))
  await expect.poll(sign).toBe(t(msg('{name} ({code})', { name, code: 'U+200B' })))
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
