// The value that the caret is in, in the drawer: as a column of the table, and as a filter.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const titles = (app: App): Locator => app.grid.getByRole('columnheader')
const value = (app: App): Locator => app.editor.getByRole('group', { name: 'Value at the caret' })

async function openEvents(app: App, folder: string): Promise<void> {
  const line = (at: number): string =>
    JSON.stringify({
      id: at,
      user: {
        'full name': at % 3 === 0 ? 'Anna' : `Bo ${at}`,
        tags: ['a', { deep: at % 2 === 0 }],
      },
      note: 'x'.repeat(20),
    })
  const path = join(folder, 'events.jsonl')
  await writeFile(path, `${Array.from({ length: 30 }, (_, i) => line(i)).join('\n')}\n{"id":\n`)
  await app.open(path)
}

/** A click in the middle of a part of the text that stands there once. */
async function clickText(app: App, text: string): Promise<void> {
  const part = app.editor.locator('.cm-content').getByText(text, { exact: true })
  await part.click()
}

test('the value at the caret becomes a column and a filter, in the text and laid out', async ({
  app,
  folder,
}) => {
  await openEvents(app, folder)
  await app.openLine(4)
  await clickText(app, '"Anna"')
  await expect(value(app)).toContainText('user["full name"]')
  await value(app).getByRole('button', { name: 'Show as column' }).click()
  await expect(titles(app).filter({ hasText: 'user["full name"]' })).toBeVisible()
  await expect(app.page.locator('[data-line="5"]')).toContainText('Bo 4')
  await value(app).getByRole('button', { name: 'Hide column' }).click()
  await expect(titles(app).filter({ hasText: 'user["full name"]' })).toHaveCount(0)

  await value(app).getByRole('button', { name: 'Filter by this value' }).click()
  await expect(app.searchBox).toHaveValue('user["full name"] = "Anna"')
  await expect(app.searchStatus).toContainText('10')

  await app.editor.getByRole('radio', { name: 'Formatted' }).check()
  await clickText(app, '"deep"')
  await expect(value(app)).toContainText('user.tags[1].deep')
  await value(app).getByRole('button', { name: 'Filter by this value' }).click()
  await expect(app.searchBox).toHaveValue('user.tags[1].deep = false')
  await expect(app.searchStatus).toContainText('15')
})

test('it follows the caret by keyboard; of an object there is no filter, and of a broken line nothing', async ({
  app,
  folder,
}) => {
  await openEvents(app, folder)
  await app.openLine(4)
  await app.lineText.focus()
  await app.page.keyboard.press('Control+Home')
  await expect(app.editor.getByText('Put the caret on a value')).toBeVisible()
  for (let i = 0; i < 3; i++) await app.page.keyboard.press('ArrowRight')
  await expect(value(app)).toContainText('id')
  await clickText(app, '"user"')
  await expect(value(app)).toContainText('user')
  await expect(value(app).getByRole('button', { name: 'Filter by this value' })).toHaveCount(0)
  await app.typeLine('{"user": 1')
  await expect(value(app)).toHaveCount(0)
  await app.typeLine('{"user": {"n": 1}}')
  await clickText(app, '1')
  await expect(value(app)).toContainText('user.n')
})

test('where the drawer covers the table, it makes room for what was asked for', async ({
  app,
  folder,
}) => {
  await openEvents(app, folder)
  await app.page.setViewportSize({ width: 400, height: 800 })
  await app.line(4).click()
  await clickText(app, '"Anna"')
  await value(app).getByRole('button', { name: 'Filter by this value' }).click()
  await expect(app.editor).toHaveCount(0)
  await expect(app.line(7)).toBeVisible()
  await expect(app.line(5)).toHaveCount(0)
})
