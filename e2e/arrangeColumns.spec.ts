// Columns that the user arranges: fields by their paths, order, hidden ones; remembered for such files.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { numbersTo, requestText } from './support/requests.ts'
import { expect, test } from './support/test.ts'

const titles = (app: App): Locator =>
  app.page.getByRole('grid', { name: 'Lines' }).getByRole('columnheader')

async function openRequests(app: App, folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, requestText(numbersTo(40)))
  await app.open(path)
}

async function chooseColumns(app: App): Promise<Locator> {
  await titles(app).filter({ hasText: 'custom_id' }).hover()
  await app.button('Column custom_id').click()
  await app.page.getByRole('menuitem', { name: 'Choose columns…' }).click()
  return app.page.getByRole('dialog', { name: 'Columns' })
}

test('a field becomes a column, is moved and hidden, and is there again in the next such file', async ({
  app,
  folder,
}) => {
  await openRequests(app, folder, 'one.jsonl')
  const dialog = await chooseColumns(app)
  const field = dialog.getByRole('textbox', { name: 'Field' })
  await field.fill('body.messages..role')
  await field.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('no path')
  await field.fill('body.messages[*].role')
  await field.press('Enter')
  await field.fill('length(body.messages)')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await dialog.getByRole('button', { name: 'Move column length(body.messages) left' }).click()
  await dialog.getByRole('button', { name: 'Hide column custom_id' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await expect(titles(app)).toContainText(['length(body.messages)', 'body.messages[*].role'])
  await expect(titles(app).filter({ hasText: 'custom_id' })).toHaveCount(0)
  const row = app.page.locator('[data-line="3"]')
  await expect(row.getByRole('gridcell', { name: '1', exact: true })).toBeVisible()
  await expect(row).toContainText('user')

  await openRequests(app, folder, 'two.jsonl')
  await expect(titles(app)).toContainText(['length(body.messages)', 'body.messages[*].role'])
  await app.page.reload()
  await openRequests(app, folder, 'three.jsonl')
  await expect(titles(app)).toContainText(['length(body.messages)', 'body.messages[*].role'])
})

test('the columns of the file come back', async ({ app, folder }) => {
  await openRequests(app, folder, 'one.jsonl')
  const before = await titles(app).allTextContents()
  const dialog = await chooseColumns(app)
  await dialog.getByRole('button', { name: 'Hide column custom_id' }).click()
  await expect(titles(app).filter({ hasText: 'custom_id' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Reset columns' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(titles(app)).toHaveText(before)
})
