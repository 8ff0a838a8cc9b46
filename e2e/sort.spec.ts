// Rows in another order than the file's: sorted by a column, kept through edits, sorted again, and back.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const values = [
  { name: 'item 10', score: 3, at: '2026-01-02T00:00:00Z' },
  { name: 'item 2', score: 1, at: '2026-01-01T23:30:00-02:00' },
  { name: 'item 1', score: 20, at: '2026-01-01' },
  { name: 'item 3', score: 2, at: '2026-01-03' },
]

async function openValues(app: App, folder: string): Promise<void> {
  const path = join(folder, 'items.jsonl')
  const lines = [...values.map((value) => JSON.stringify(value)), '{"name":"last"}', '{"name":']
  await writeFile(path, `${lines.join('\n')}\n`)
  await app.open(path)
  await expect(app.line(1)).toBeVisible()
}

const title = (app: App, name: string) =>
  app.grid.getByRole('columnheader').filter({ hasText: name })

async function sort(app: App, column: string, how: string): Promise<void> {
  await title(app, column).hover()
  await app.button(`Column ${column}`).click()
  await app.page.getByRole('menuitem', { name: how }).click()
}

async function run(app: App, command: string): Promise<void> {
  await app.page.keyboard.press('Control+k')
  const palette = app.page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('combobox').fill(command)
  await app.page.keyboard.press('Enter')
}

/** Line numbers from the first row on. */
async function order(app: App): Promise<readonly string[]> {
  const rows = await app.grid.locator('[data-line]').all()
  const places = await Promise.all(
    rows.map(async (row) => ({
      line: (await row.getAttribute('data-line')) ?? '',
      at: Number(await row.getAttribute('aria-rowindex')),
    })),
  )
  return places.sort((a, b) => a.at - b.at).map(({ line }) => line)
}

test('a column sorts the rows, in both directions, and the order of the file comes back', async ({
  app,
  folder,
}) => {
  await openValues(app, folder)
  await sort(app, 'score', 'Sort descending')
  await expect.poll(() => order(app)).toEqual(['3', '1', '4', '2', '5', '6'])
  await expect(title(app, 'score')).toHaveAttribute('aria-sort', 'descending')
  const back = app.button(/^Back to file order/)
  await expect(back).toHaveAccessibleName(
    'Back to file order. Sorted by score, descending. At the end: 1 line without it, 1 invalid line.',
  )
  await sort(app, 'name', 'Sort ascending')
  await expect.poll(() => order(app)).toEqual(['3', '2', '4', '1', '5', '6'])
  await expect(title(app, 'score')).not.toHaveAttribute('aria-sort')
  await sort(app, 'at', 'Sort ascending')
  await expect.poll(() => order(app)).toEqual(['3', '1', '2', '4', '5', '6'])
  await back.click()
  await expect.poll(() => order(app)).toEqual(['1', '2', '3', '4', '5', '6'])
  await expect(back).toHaveCount(0)
})

test('a title that is pressed sorts by its column, then the other way, and then not at all', async ({
  app,
  folder,
}) => {
  await openValues(app, folder)
  await title(app, 'score').getByText('score').click()
  await expect.poll(() => order(app)).toEqual(['2', '4', '1', '3', '5', '6'])
  await expect(title(app, 'score')).toHaveAttribute('aria-sort', 'ascending')
  await title(app, 'score').getByText('score').click()
  await expect.poll(() => order(app)).toEqual(['3', '1', '4', '2', '5', '6'])
  await title(app, 'name').getByText('name').click()
  await expect.poll(() => order(app)).toEqual(['3', '2', '4', '1', '5', '6'])
  await title(app, 'name').getByText('name').click()
  await title(app, 'name').getByText('name').click()
  await expect.poll(() => order(app)).toEqual(['1', '2', '3', '4', '5', '6'])
  // Of the numbers of lines, which are in order as they are.
  await title(app, 'line').getByText('line').click()
  await expect.poll(() => order(app)).toEqual(['6', '5', '4', '3', '2', '1'])
  await title(app, 'line').getByText('line').click()
  await expect.poll(() => order(app)).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('an edited line stays where it is until the rows are sorted again', async ({
  app,
  folder,
}) => {
  await openValues(app, folder)
  await sort(app, 'score', 'Sort ascending')
  await expect.poll(() => order(app)).toEqual(['2', '4', '1', '3', '5', '6'])
  await app.openLine(2)
  await app.typeLine('{"name":"item 2","score":100}')
  await app.apply()
  await expect(app.button('Sort again')).toBeVisible()
  expect(await order(app)).toEqual(['2', '4', '1', '3', '5', '6'])
  // The next line is the next row.
  await app.editor.getByRole('button', { name: 'Next line' }).click()
  await expect(app.editor.getByRole('heading', { name: /^Line 4/ })).toBeVisible()
  await app.button('Sort again').click()
  await expect.poll(() => order(app)).toEqual(['4', '1', '3', '2', '5', '6'])
  await expect(app.button('Sort again')).toHaveCount(0)
})

test('views, ranges of rows and commands go by the order that is seen', async ({ app, folder }) => {
  await openValues(app, folder)
  await sort(app, 'score', 'Sort ascending')
  await expect.poll(() => order(app)).toEqual(['2', '4', '1', '3', '5', '6'])
  await app.line(4).click({ modifiers: ['Control'] })
  await app.line(3).click({ modifiers: ['Shift', 'Control'] })
  await expect(app.page.getByRole('toolbar', { name: 'Chosen lines' })).toContainText('3 lines')
  await app.showView('Invalid')
  await expect.poll(() => order(app)).toEqual(['6'])
  await app.showView('All')
  await run(app, 'Reverse the order of the lines')
  await expect.poll(() => order(app)).toEqual(['3', '1', '4', '2', '5', '6'])
  await run(app, 'Show the lines in the order of the file')
  await expect.poll(() => order(app)).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('what is exported is in the order shown, or in that of the file', async ({ app, folder }) => {
  await openValues(app, folder)
  await sort(app, 'score', 'Sort descending')
  await expect.poll(() => order(app)).toEqual(['3', '1', '4', '2', '5', '6'])
  const named = async (): Promise<readonly string[]> =>
    [...(await app.exportBytes('All lines')).toString().matchAll(/"name":"?([^",}\n]*)/g)].map(
      ([, name]) => name ?? '',
    )
  expect(await named()).toEqual(['item 1', 'item 10', 'item 3', 'item 2', 'last', ''])
  await app.button(/^Export/).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'In the order shown' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'In the file’s order' }).check()
  await dialog.getByRole('radio', { name: 'JSONL', exact: true }).check()
  const downloading = app.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download', exact: true }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe(
    await readFile(join(folder, 'items.jsonl'), 'utf8'),
  )
  await app.button(/^Back to file order/).click()
  await app.button(/^Export/).click()
  await expect(dialog.getByRole('radio', { name: 'All lines' })).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'In the order shown' })).toHaveCount(0)
})

test('lines are sorted by their size from the menu of their numbers', async ({ app, folder }) => {
  await openValues(app, folder)
  await sort(app, 'line', 'Longest lines first')
  await expect.poll(() => order(app)).toEqual(['2', '1', '3', '4', '5', '6'])
  await expect(app.button(/^Back to file order/)).toHaveAccessibleName(
    'Back to file order. Sorted by size, descending',
  )
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('where rows have no titles, a menu sorts them', async ({ app, folder }) => {
    await openValues(app, folder)
    const choose = async (name: string): Promise<void> => {
      await app.button('More to do with the lines').tap()
      await app.page.getByRole('menuitem', { name: 'Sort by…' }).tap()
      await app.page.getByRole('menuitem', { name }).tap()
    }
    await choose('score, ascending')
    await expect.poll(() => order(app)).toEqual(['2', '4', '1', '3', '5', '6'])
    await choose('score, descending')
    await expect.poll(() => order(app)).toEqual(['3', '1', '4', '2', '5', '6'])
    await app.button(/^Back to file order/).tap()
    await expect.poll(() => order(app)).toEqual(['1', '2', '3', '4', '5', '6'])
    await choose('size, ascending')
    await expect.poll(() => order(app)).toEqual(['6', '5', '4', '3', '1', '2'])
  })
})
