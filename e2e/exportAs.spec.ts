// Lines as other files: tables of chosen fields, arrays to read, compressed lines, one field as text.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from './support/test.ts'

const LINES = [
  '{"id": 9007199254740993, "user": {"name": "王小明"}, "text": "one, \\"two\\"\\nthree", "tags": ["a", "b"]}',
  '{"id": 1.0, "user": {"name": "=1+1"}, "tags": []}',
  '{"id": }',
  '{"id": 3, "text": null, "note": "x"}',
]

test('a table is of the lines as they are now, in the columns that were chosen', async ({
  app,
  folder,
  page,
}) => {
  const path = join(folder, 'rows.jsonl')
  await writeFile(path, `${LINES.join('\r\n')}\r\n`)
  await app.open(path)
  await app.openLine(4)
  await app.typeLine('{"id": 4, "text": "edited"}')
  await app.apply()
  await app.expectFacts({ edited: 1 })

  await app.button(/^Export/).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'CSV', exact: true }).check()
  await dialog.getByRole('radio', { name: 'All fields' }).check()
  await page.keyboard.press('Escape')
  const all = await app.exportBytes('All lines', 'CSV')
  expect(all.toString()).toBe(
    '\uFEFFid,user,text,tags\r\n' +
      '9007199254740993,"{""name"": ""王小明""}","one, ""two""\nthree","[""a"", ""b""]"\r\n' +
      '1.0,"{""name"": ""=1+1""}",,[]\r\n' +
      '4,,edited,\r\n',
  )
  await expect(page.getByText('1 line that is blank or not valid JSON was left out.')).toBeVisible()

  // What was chosen before is there again.
  await app.button(/^Export/).click()
  await expect(dialog.getByRole('radio', { name: 'CSV', exact: true })).toBeChecked()
  await dialog.getByRole('combobox', { name: 'Nested objects' }).selectOption('flat')
  await dialog.getByRole('combobox', { name: 'Arrays' }).selectOption('counted')
  await dialog.getByRole('checkbox', { name: 'Byte-order mark' }).uncheck()
  await dialog.getByRole('radio', { name: 'Choose fields' }).check()
  const fields = dialog.getByRole('list', { name: 'Fields' })
  await expect(fields.getByRole('listitem')).toHaveCount(4)
  await fields.getByRole('checkbox', { name: 'text' }).uncheck()
  await fields.getByRole('button', { name: 'Move user.name up' }).click()
  await dialog.getByRole('combobox', { name: 'Add a field by its path' }).fill('tags[-1]')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const expected =
    "user.name,id,tags,tags[-1]\r\n王小明,9007199254740993,2,b\r\n'=1+1,1.0,0,\r\n,4,,\r\n"
  await expect(dialog.getByRole('region', { name: 'Preview' }).locator('pre')).toHaveText(
    expected.replaceAll('\r\n', '\n').trimEnd(),
  )
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('rows.csv')
  expect(await readFile(await download.path(), 'utf8')).toBe(expected)
  await expect(dialog).toBeHidden()

  const pretty = (await app.exportBytes('Valid lines only', 'Pretty-printed array')).toString()
  expect(pretty).toContain('    "id": 9007199254740993,\n    "user": {\n      "name"')
  const plain = await app.exportBytes('All lines', 'JSONL')
  const packed = await app.exportBytes('All lines', 'JSON Lines, gzip (.gz)')
  expect(gunzipSync(packed).equals(plain)).toBe(true)
})

test('one field as text with keys alone, which is no copy of the document', async ({
  app,
  folder,
  page,
}) => {
  const keys = page.keyboard
  const path = join(folder, 'rows.jsonl')
  await writeFile(path, `${LINES.join('\n')}\n`)
  await app.open(path)
  await app.openLine(3)
  await app.typeLine('{"id": 2, "text": "two"}')
  await app.apply()
  await app.expectFacts({ edited: 1, invalid: 0 })

  await keys.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'All lines' })).toBeFocused()
  await keys.press('Tab')
  const text = dialog.getByRole('radio', { name: 'Text of one field' })
  for (let presses = 0; presses < 10 && !(await text.isChecked()); presses += 1) {
    await keys.press('ArrowDown')
  }
  // What has most to read is there already.
  const field = dialog.getByRole('combobox', { name: 'Field' })
  await expect(field).toHaveValue('text')
  await keys.press('Tab')
  await expect(field).toBeFocused()
  await keys.press('ControlOrMeta+a')
  await keys.type('te[')
  await expect(dialog.getByRole('alert')).toContainText('“te[” is no path of a field.')
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled()
  await keys.press('ControlOrMeta+a')
  await keys.type('text')
  const downloading = page.waitForEvent('download')
  await app.tabTo(dialog.getByRole('textbox', { name: 'File name' }))
  await keys.press('Enter')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('rows.txt')
  expect(await readFile(await download.path(), 'utf8')).toBe('one, "two" three\ntwo\n')
  await expect(
    page.getByText('2 lines do not have the field “text” and were left out.'),
  ).toBeVisible()
  await expect(dialog).toBeHidden()

  // The edit is in no file: closing asks first.
  await app.tabTo(app.tab('rows.jsonl'))
  await keys.press('Delete')
  await expect(page.getByRole('alertdialog')).toBeVisible()
})
