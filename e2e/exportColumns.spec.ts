// The columns that the table shows as a file: CSV, TSV, JSON Lines of those fields, Markdown; of the view.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const LINES = [
  '{"id": 9007199254740993, "level": "error", "user": {"name": "王小明", "tags": ["a", "b"]}, "text": "one, \\"two\\"\\nthree"}',
  '{"id": 1.0, "level": "info", "user": {"name": "=1+1", "tags": []}, "text": null}',
  '{"id": }',
  '{"id": 1e5, "level": "error", "user": {"name": "\\ud83d\\ude00", "name": "twice"}, "text": ""}',
]

async function arrangeColumns(
  app: App,
  fields: readonly string[],
  hidden: readonly string[],
): Promise<void> {
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.getByRole('combobox').fill('Choose columns')
  await app.page.keyboard.press('Enter')
  const dialog = app.page.getByRole('dialog', { name: 'Columns' })
  for (const field of fields) {
    await dialog.getByRole('combobox', { name: 'Field' }).fill(field)
    await dialog.getByRole('combobox', { name: 'Field' }).press('Enter')
  }
  for (const title of hidden) {
    await dialog.getByRole('button', { name: `Hide column ${title}`, exact: true }).click()
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
}

async function download(app: App, dialog: Locator): Promise<readonly [string, string]> {
  const downloading = app.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const file = await downloading
  await expect(dialog).toBeHidden()
  return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')]
}

test('the columns of the table are one press away, and changed in the dialog', async ({
  app,
  folder,
  page,
}) => {
  const path = join(folder, 'log.jsonl')
  await writeFile(path, `${LINES.join('\r\n')}\r\n`)
  await app.open(path)
  await arrangeColumns(app, ['user.name', 'user.tags'], ['text', 'user'])
  await app.openLine(2)
  await app.typeLine('{"id": -2, "level": "warn", "user": {"name": "edited", "tags": ["x"]}}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await page.keyboard.press('Escape')

  // From the menu of a column.
  const titles = page.getByRole('grid', { name: 'Lines' }).getByRole('columnheader')
  await titles.filter({ hasText: 'level' }).hover()
  await app.button('Column level').click()
  await page.getByRole('menuitem', { name: 'Export these columns…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'Current view' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'CSV', exact: true })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'The table’s columns' })).toBeChecked()
  await expect(dialog).toContainText('id, level, user.name, user.tags')
  await expect(dialog).toContainText('1 line is blank or not valid JSON and will be left out.')
  await dialog.getByRole('checkbox', { name: 'Byte-order mark' }).uncheck()
  expect(await download(app, dialog)).toEqual([
    'log-view.csv',
    'id,level,user.name,user.tags\r\n' +
      '9007199254740993,error,王小明,"[""a"", ""b""]"\r\n' +
      '-2,warn,edited,"[""x""]"\r\n' +
      '1e5,error,twice,\r\n',
  ])
  await expect(page.getByText('1 line that is blank or not valid JSON was left out.')).toBeVisible()

  // From the palette, of the lines that a query finds; a row for each element.
  await app.button('Query').click()
  await app.searchBox.fill('level = "error"')
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-matches', '2')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('Export these columns')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: 'TSV' }).check()
  await dialog.getByRole('combobox', { name: 'Arrays' }).selectOption('rows')
  expect(await download(app, dialog)).toEqual([
    'log-view.tsv',
    'id\tlevel\tuser.name\tuser.tags\r\n' +
      '9007199254740993\terror\t王小明\ta\r\n' +
      '9007199254740993\terror\t王小明\tb\r\n' +
      '1e5\terror\ttwice\t\r\n',
  ])

  // As lines, nested as they are; then with fields of one's own.
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('Export these columns')
  await page.keyboard.press('Enter')
  await dialog.getByRole('radio', { name: 'JSONL of some fields' }).check()
  expect(await download(app, dialog)).toEqual([
    'log-view.jsonl',
    '{"id":9007199254740993,"level":"error","user":{"name":"王小明","tags":["a", "b"]}}\n' +
      '{"id":1e5,"level":"error","user":{"name":"twice"}}\n',
  ])
  await app.button(/^Export/).click()
  await dialog.getByRole('radio', { name: 'Markdown table' }).check()
  await dialog.getByRole('radio', { name: 'All lines' }).check()
  await dialog.getByRole('radio', { name: 'Choose fields' }).check()
  const fields = dialog.getByRole('list', { name: 'Fields' })
  await fields.getByRole('checkbox', { name: 'level' }).uncheck()
  await dialog.getByRole('combobox', { name: 'Add a field by its path' }).fill('length(user.tags)')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'null' }).selectOption('word')
  expect(await download(app, dialog)).toEqual([
    'log.md',
    '| id | user.name | user.tags | length(user.tags) |\n| --- | --- | --- | --- |\n' +
      '| 9007199254740993 | 王小明 | \\["a", "b"\\] | 2 |\n' +
      '| -2 | edited | \\["x"\\] | 1 |\n' +
      '| 1e5 | twice |  |  |\n',
  ])
})
