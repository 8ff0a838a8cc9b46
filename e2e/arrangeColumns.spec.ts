// Columns that the user arranges: fields by their paths, order, hidden ones; remembered for such files.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { numbersTo, requestText } from './support/requests.ts'
import { expect, test } from './support/test.ts'

const titles = (app: App): Locator =>
  app.page.getByRole('grid', { name: 'Lines' }).getByRole('columnheader')

/** The same under a dialog, which hides from roles what it lies over. */
const titlesBehind = (app: App): Locator =>
  app.page
    .getByRole('grid', { name: 'Lines', includeHidden: true })
    .getByRole('columnheader', { includeHidden: true })

async function openRequests(app: App, folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  await writeFile(path, requestText(numbersTo(40)))
  await app.open(path)
}

function chooseColumns(app: App): Promise<Locator> {
  return chooseColumnsOf(app, 'custom_id')
}

async function chooseColumnsOf(app: App, title: string): Promise<Locator> {
  await titles(app)
    .filter({ hasText: new RegExp(`^${title}`) })
    .hover()
  await app.button(`Column ${title}`).click()
  await app.page.getByRole('menuitem', { name: 'Choose columns…' }).click()
  return app.page.getByRole('dialog', { name: 'Columns' })
}

test('a field becomes a column, is moved and hidden, and is there again in the next such file', async ({
  app,
  folder,
}) => {
  await openRequests(app, folder, 'one.jsonl')
  const dialog = await chooseColumns(app)
  const field = dialog.getByRole('combobox', { name: 'Field' })
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

test('a field that has a column leads to it, be it hidden', async ({ app, folder }) => {
  await openRequests(app, folder, 'one.jsonl')
  const before = await titles(app).allTextContents()
  const dialog = await chooseColumns(app)
  const field = dialog.getByRole('combobox', { name: 'Field' })
  const add = async (path: string): Promise<void> => {
    await field.fill(path)
    await field.press('Enter')
  }
  await add('custom_id')
  await expect(dialog.getByRole('status')).toContainText('The column custom_id shows this field.')
  await expect(dialog.locator('[data-column][data-found]')).toContainText('custom_id')
  const shown = dialog.locator('[data-column]')
  await dialog.getByRole('button', { name: 'Hide column custom_id' }).click()
  await expect(shown.filter({ hasText: 'custom_id' })).toHaveCount(0)
  await add('$.custom_id')
  await expect(shown.filter({ hasText: 'custom_id' })).toHaveCount(1)
  // The same in all lines, so that the table did not show it.
  await add('body.model')
  await expect(shown.filter({ hasText: /^model/ })).toHaveCount(1)
  await add('length(custom_id)')
  await add('length(custom_id)')
  await expect(dialog.getByRole('status')).toContainText('The column length(custom_id) shows')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(titles(app)).toHaveCount(before.length + 2)
})

test('a field that no line has is said to be none, and the one that was meant takes its place', async ({
  app,
  folder,
}) => {
  await openRequests(app, folder, 'meant.jsonl')
  const dialog = await chooseColumns(app)
  const field = dialog.getByRole('combobox', { name: 'Field' })
  await expect(dialog.locator('datalist option[value="body.messages[*].role"]')).toBeAttached()
  await field.fill('messages[0].role')
  await field.press('Enter')
  await expect(dialog.getByRole('status')).toContainText(
    'No line of a sample of the file has messages[0].role.',
  )
  await expect(titlesBehind(app).filter({ hasText: /^messages/ })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Show body.messages[*].role instead' }).click()
  await expect(titlesBehind(app).filter({ hasText: /^messages/ })).toHaveCount(0)
  await expect(titlesBehind(app).filter({ hasText: 'body.messages[*].role' })).toHaveCount(1)
  await expect(dialog.getByRole('status')).toHaveCount(0)
})

test('the columns of the file come back', async ({ app, folder }) => {
  await openRequests(app, folder, 'one.jsonl')
  const before = await titles(app).allTextContents()
  const dialog = await chooseColumns(app)
  await expect(titlesBehind(app).filter({ hasText: 'custom_id' })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Hide column custom_id' }).click()
  await expect(titlesBehind(app).filter({ hasText: 'custom_id' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Reset columns' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(titles(app)).toHaveText(before)
})

/** Wider than any window: what is pinned is seen to stay. */
async function openWide(app: App, folder: string, name: string): Promise<void> {
  const keys = 'abcdefghijklmnop'.split('')
  const line = (at: number): string =>
    JSON.stringify(Object.fromEntries(keys.map((key) => [key, `${key}${at} ${'x'.repeat(30)}`])))
  const path = join(folder, name)
  await writeFile(path, `${numbersTo(60).map(line).join('\n')}\n{broken\n`)
  await app.open(path)
}

async function columnMenu(app: App, title: string, item: string): Promise<void> {
  await titles(app)
    .filter({ hasText: new RegExp(`^${title}`) })
    .hover()
  await app.button(`Column ${title}`).click()
  await app.page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Where columns begin and end within the table, in CSS pixels. */
async function boxOf(app: App, cell: Locator): Promise<{ left: number; right: number }> {
  const table = await app.page.getByRole('grid', { name: 'Lines' }).boundingBox()
  const box = await cell.boundingBox()
  if (!table || !box) throw new Error('not drawn')
  return { left: box.x - table.x, right: box.x + box.width - table.x }
}

test('pinned columns stay when the table is scrolled sideways, in every such file, on half the width at most', async ({
  app,
  folder,
}) => {
  await openWide(app, folder, 'wide.jsonl')
  const dialog = await chooseColumnsOf(app, 'a')
  for (const key of 'defghijklmnop') {
    const field = dialog.getByRole('combobox', { name: 'Field' })
    await field.fill(key)
    await field.press('Enter')
  }
  const pin = dialog.getByRole('button', { name: 'Pin column c', exact: true })
  await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('button', { name: 'Move column c left' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await columnMenu(app, 'd', 'Pin column')
  const texts = (await titles(app).allTextContents()).map((text) => text.trim())
  expect(texts.slice(2, 5)).toEqual(['c', 'd', 'a'])

  const grid = app.page.getByRole('grid', { name: 'Lines' })
  const row = app.page.locator('[data-line="3"]')
  const cells = row.getByRole('gridcell')
  const before = await boxOf(app, cells.nth(2))
  await grid.evaluate((element) => element.scrollTo({ left: 700, behavior: 'instant' }))
  expect(await grid.evaluate(({ scrollLeft }) => scrollLeft)).toBe(700)
  const first = await boxOf(app, cells.nth(2))
  const second = await boxOf(app, cells.nth(3))
  expect(first).toEqual(before)
  expect(second.left).toBeCloseTo(first.right, 0)
  expect(await boxOf(app, titles(app).nth(3))).toEqual(second)
  expect((await boxOf(app, cells.nth(4))).left).toBeLessThan(0)
  // What goes by beneath them does not shine through, whatever the row looks like.
  for (const look of ['plain', 'hovered', 'open']) {
    if (look === 'hovered') await row.hover()
    if (look === 'open') await row.click()
    const alpha = await cells.nth(2).evaluate((cell) => getComputedStyle(cell).backgroundColor)
    expect(alpha, look).not.toMatch(/\/ 0|transparent|rgba\(/)
  }

  await app.page.setViewportSize({ width: 400, height: 800 })
  const table = await grid.boundingBox()
  expect((await boxOf(app, titles(app).nth(3))).right).toBeLessThanOrEqual(
    (table?.width ?? 0) / 2 + 8,
  )
  await app.page.setViewportSize({ width: 1280, height: 800 })

  await openWide(app, folder, 'another.jsonl')
  expect((await titles(app).allTextContents()).slice(2, 4).map((text) => text.trim())).toEqual([
    'c',
    'd',
  ])
  await expect(titles(app).nth(3)).toHaveAttribute('data-pinned', 'last')
  await columnMenu(app, 'd', 'Unpin column')
  await expect(titles(app).nth(3)).not.toHaveAttribute('data-pinned')
  await expect(titles(app).nth(2)).toHaveAttribute('data-pinned', 'last')
})
