// Duplicates by whole line and by fields: groups, which line stays, what would go as a view, and deleting it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { expect, test } from './support/test.ts'

const request = (id: string, model: unknown, text = 'Hi'): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages: [{ role: 'user', content: text }] },
  })

/** Line 1 is invalid by itself, line 3 only since it repeats its id; the id of line 6 is written as an escape. */
const LINES = [
  request('a', 42),
  request('b', 'gpt-4o-mini'),
  request('a', 'gpt-4o-mini'),
  request('b', 'gpt-4o-mini', 'Bye'),
  request('c', 'gpt-4o-mini'),
  request('a', 'gpt-4o-mini').replace('"a"', '"\\u0061"'),
  '{"custom_id":"b"',
  '{"other":1}',
  request('c', 'gpt-4o-mini'),
]

const dialog = (app: App): Locator => app.page.getByRole('dialog', { name: 'Find duplicates' })
const found = (app: App): Locator => dialog(app).getByRole('status')

async function openDialog(app: App): Promise<void> {
  await app.button('More to do with the lines').click()
  await app.page.getByRole('menuitem', { name: 'Find duplicates…' }).click()
}

async function openLines(app: App, folder: string): Promise<Buffer> {
  const path = join(folder, 'input.jsonl')
  const bytes = Buffer.from(`${LINES.join('\n')}\n`)
  await writeFile(path, bytes)
  await app.open(path)
  return bytes
}

test('by a field: groups, what would go if the valid one stays, deleted and undone', async ({
  app,
  folder,
}) => {
  const bytes = await openLines(app, folder)
  await openDialog(app)
  await expect(found(app)).toHaveAttribute('data-groups', '1')
  await expect(found(app)).toHaveAttribute('data-others', '1')

  await dialog(app).getByRole('radio', { name: 'Fields' }).check()
  await expect(dialog(app)).toContainText('Choose a field.')
  const field = dialog(app).getByRole('combobox', { name: 'Field to compare by' })
  await field.fill('custom')
  await app.page.getByRole('option', { name: 'custom_id' }).click()
  await expect(found(app)).toHaveAttribute('data-groups', '3')
  await expect(found(app)).toHaveAttribute('data-lines', '7')
  await expect(dialog(app).locator('[data-without="1"]')).toBeVisible()
  await expect(dialog(app).locator('[data-not-json="1"]')).toBeVisible()
  const groups = dialog(app).locator('tr[data-count]')
  await expect(groups.first()).toHaveAttribute('data-count', '3')
  await expect(groups.first()).toContainText('"a"')
  expect(await findAxeViolations(app.page)).toEqual([])

  await dialog(app).getByRole('radio', { name: 'The valid line' }).check()
  await dialog(app).getByRole('button', { name: 'Show what would go' }).click()
  await expect(dialog(app)).toHaveCount(0)
  await expect.poll(() => app.rowCount()).toBe(4)
  expect(await app.lineNumbersInSight()).toEqual([1, 4, 6, 9])
  const view = (await app.exportBytes('Current view')).toString()
  expect(view).toBe(`${[0, 3, 5, 8].map((i) => LINES[i]).join('\n')}\n`)

  await openDialog(app)
  await dialog(app).getByRole('button', { name: 'Delete 4 lines' }).click()
  await app.expectFacts({ lines: 5 })
  expect((await app.exportBytes('All lines')).toString()).toBe(
    `${[1, 2, 4, 6, 7].map((i) => LINES[i]).join('\n')}\n`,
  )
  await app.page.keyboard.press('ControlOrMeta+z')
  await app.expectFacts({ lines: 9 })
  expect(await app.exportBytes('All lines')).toEqual(bytes)
})

test('all lines of a group, of all groups, and how to leave the view', async ({ app, folder }) => {
  await openLines(app, folder)
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.keyboard.type('duplicates')
  await app.page.keyboard.press('Enter')
  await dialog(app).getByRole('radio', { name: 'Fields' }).check()
  const field = dialog(app).getByRole('combobox', { name: 'Field to compare by' })
  await field.fill('messages[*].role')
  await field.press('Enter')
  await expect(dialog(app).getByRole('alert')).toContainText('several values')
  await field.fill('body.messages[0].content')
  await field.press('Enter')
  await field.fill('custom_id')
  await field.press('Enter')
  await expect(found(app)).toHaveAttribute('data-groups', '2')
  await dialog(app).getByRole('button', { name: 'Show all 3 lines that equal line 1' }).click()
  await expect.poll(() => app.rowCount()).toBe(3)
  expect(await app.lineNumbersInSight()).toEqual([1, 3, 6])
  await app.showView('All')
  await expect.poll(() => app.rowCount()).toBe(9)
  await app.showView('Matches')
  await expect.poll(() => app.rowCount()).toBe(3)
  await app.button(/^Show all lines again/).click()
  await expect.poll(() => app.rowCount()).toBe(9)
  await openDialog(app)
  await dialog(app).getByRole('button', { name: 'Show all duplicates' }).click()
  await expect.poll(() => app.rowCount()).toBe(5)
})
