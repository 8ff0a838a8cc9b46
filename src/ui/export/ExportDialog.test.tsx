import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { store } from '../../state/store.ts'
import { closeAllDocuments, openDocument, until } from '../testing/openDocument.ts'
import { ExportDialog } from './ExportDialog.tsx'

beforeEach(async () => {
  await openDocument('{"a": 1}\n{"a": 2,}\n')
  openDialog('export')
  await render(<ExportDialog />)
  await expect.element(dialog).toBeVisible()
})

afterEach(async () => {
  await cleanup()
  store.setState({ dialog: undefined })
  closeAllDocuments()
})

const dialog = page.getByRole('dialog')

test('the focus is inside, and stays there', async () => {
  await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true)
  for (let i = 0; i < 15; i++) {
    await userEvent.keyboard('{Tab}')
    await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true)
  }
})

test('arrows choose which lines are written', async () => {
  const radios = dialog.getByRole('radio')
  await userEvent.click(radios.first())
  await expect.element(radios.first()).toBeChecked()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(radios.first()).not.toBeChecked()
  await expect.element(radios.nth(1)).toBeChecked()
})

test('Escape closes it', async () => {
  await userEvent.keyboard('{Escape}')
  await until(() => (store.getState().dialog === undefined ? true : undefined))
})
