// The Fields panel: which fields the lines have, what they hold, where few lines differ; what is pressed filters.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const panel = (app: App): Locator => app.page.getByRole('region', { name: 'Fields' })
const field = (app: App, path: string): Locator =>
  panel(app).getByRole('treeitem', { name: path, exact: true })

async function openMixed(app: App, folder: string): Promise<void> {
  const lines = Array.from({ length: 200 }, (_, i) =>
    JSON.stringify({
      level: i % 4 === 0 ? 'error' : 'info',
      user: i === 150 ? 'anna' : { id: i },
      ...(i % 2 === 0 && { tags: ['a', 'b'] }),
    }),
  )
  const path = join(folder, 'log.jsonl')
  await writeFile(path, `${lines.join('\n')}\n{"level":\n`)
  await app.open(path)
}

test('fields are counted, their values filter, and lines that are no JSON are counted apart', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await expect(panel(app)).toContainText('Of 200 lines.')
  await expect(panel(app).locator('[data-not-json="1"]')).toBeVisible()
  await expect(field(app, 'level')).toHaveAttribute('data-present', '200')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '2')
  await expect(field(app, 'user')).toHaveAttribute('data-kinds', 'object string')
  await expect(field(app, 'tags')).toHaveAttribute('data-present', '100')
  await expect(field(app, 'tags[*]')).toHaveAttribute('data-present', '100')

  await field(app, 'level').focus()
  await app.page.keyboard.press('Enter')
  const error = field(app, 'level').getByRole('button', { name: /"error"/ })
  await expect(error).toHaveAttribute('data-count', '50')
  await error.click()
  await expect(app.searchBox).toHaveValue('level = "error"')
  await expect(app.page.locator('[data-state=done][data-matches="50"]')).toBeVisible()
  await app.button('Count the lines shown').click()
  await expect(panel(app)).toContainText('Of 50 lines that were shown.')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '1')
})

test('where few lines differ leads to them, and a field becomes a column', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await panel(app)
    .getByRole('button', { name: /user is a string, elsewhere an object/ })
    .click()
  await expect(app.page.locator('[data-state=done][data-matches="1"]')).toBeVisible()
  await expect(app.line(151)).toBeVisible()
  await field(app, 'user.id').focus()
  await app.page.keyboard.press('ArrowRight')
  await field(app, 'user.id').getByRole('button', { name: 'Show as column' }).click()
  await expect(app.page.getByRole('columnheader', { name: /user\.id/ })).toBeVisible()
  await app.button('Close fields').click()
  await expect(app.page.getByRole('region', { name: 'Issues' })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 740 }, hasTouch: true })

  test('the panel lies over the table, and what is pressed shows its lines', async ({
    app,
    folder,
  }) => {
    await openMixed(app, folder)
    // The toolbar has no room for the button.
    await app.button('More').tap()
    await app.page.getByRole('menuitem', { name: 'All commands' }).tap()
    await app.page
      .getByRole('dialog', { name: 'All commands' })
      .getByRole('combobox')
      .fill('fields')
    await app.page.getByRole('option', { name: 'Show which fields the lines have' }).tap()
    await field(app, 'level').locator('span').first().tap()
    await field(app, 'level')
      .getByRole('button', { name: /"error"/ })
      .tap()
    await expect(app.page.locator('[data-state=done][data-matches="50"]')).toBeAttached()
    await expect(panel(app)).toBeHidden()
  })
})
