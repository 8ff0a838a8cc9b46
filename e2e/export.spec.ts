// Exports: what is exported, as what, and that untouched bytes come out as they went in.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeByteFixture } from './support/byteFixtures.ts'
import { fileHash } from './support/fileHash.ts'
import { fixturePath } from './support/fixturePath.ts'
import { batchInputLines, generateBatchInput } from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

const mistakes = new Map<number, MistakeName>([
  [1, 'trailingComma'],
  [500, 'unclosed'],
  [1200, 'rawTab'],
])
const options = { lines: 1200, script: 'chinese', mistakes } as const

test('an unedited file comes out with the hash that it went in with', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  const file = await generateBatchInput(path, options)
  await app.open(path)
  expect(await fileHash(await app.exportTo('All lines'))).toBe(file.sha256)
})

for (const fixture of [
  'carriageReturns',
  'loneCarriageReturns',
  'byteOrderMark',
  'nulInLine2',
  'brokenUtf8InLine2',
  'deepInLine2',
] as const) {
  test(`odd bytes survive: ${fixture}`, async ({ app, folder }) => {
    const path = await writeByteFixture(folder, fixture)
    await app.open(path)
    expect(await app.exportBytes('All lines')).toEqual(await readFile(path))
  })
}

test('a missing final line end stays missing, an edit before it or not', async ({ app }) => {
  const path = fixturePath('layout/no-final-newline.jsonl')
  await app.open(path)
  expect(await app.exportBytes('All lines')).toEqual(await readFile(path))
  await app.openLine(1)
  await app.typeLine('{"id": 0}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  expect((await app.exportBytes('All lines')).toString()).toBe('{"id": 0}\n{"id": 2}')
})

test('an edited line keeps its CRLF; normalising makes every end LF', async ({ app, folder }) => {
  const path = join(folder, 'crlf.jsonl')
  await writeFile(path, '\ufeff{"id": 1}\r\n{"id": 2,}\r\n{"id": 3}')
  await app.open(path)
  await app.openLine(2)
  await app.typeLine('{"id": 2}')
  await app.apply()
  await app.expectFacts({ edited: 1, invalid: 0 })
  expect((await app.exportBytes('All lines', 'JSONL')).toString()).toBe(
    '\ufeff{"id": 1}\r\n{"id": 2}\r\n{"id": 3}',
  )
  expect((await app.exportBytes('All lines', 'JSONL, normalised')).toString()).toBe(
    '{"id": 1}\n{"id": 2}\n{"id": 3}\n',
  )
})

test('valid lines, invalid lines and the current view', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, options)
  await app.open(path)
  await app.expectFacts({ invalid: 3 })
  const lines = [...batchInputLines(options)]
  const isInvalid = (_: string, index: number) => mistakes.has(index + 1)
  const text = (chosen: readonly string[]) => chosen.map((line) => `${line}\n`).join('')

  const valid = lines.filter((line, index) => !isInvalid(line, index))
  expect((await app.exportBytes('Valid lines only')).toString()).toBe(text(valid))
  const invalid = lines.filter(isInvalid)
  expect((await app.exportBytes('Invalid lines only')).toString()).toBe(text(invalid))
  await app.search('"request-0000100')
  await app.showView('Matches')
  const view = lines.filter((line) => line.includes('"request-0000100'))
  await expect.poll(() => app.rowCount()).toBe(view.length)
  expect((await app.exportBytes('Current view')).toString()).toBe(text(view))
})

test('a JSON array holds the valid lines as they are written', async ({ app, folder }) => {
  const path = join(folder, 'numbers.jsonl')
  await writeFile(path, '{"id": 9007199254740993}\n\n{"id": 1.0}\n{"id": }\n')
  await app.open(path)
  const exported = (await app.exportBytes('Valid lines only', 'JSON array')).toString()
  expect(JSON.parse(exported)).toHaveLength(2)
  expect(exported).toContain('9007199254740993')
  expect(exported).toContain('1.0')
})

test('an exported file opens as the same document', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, options)
  await app.open(path)
  const facts = await app.facts()
  await app.open(await app.exportTo('All lines'))
  await app.expectFacts(facts)
})

test('the dialog closes with Escape and nothing is exported', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.button(/^Export/).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the file name can be changed, and what stays invalid is said', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, options)
  await app.open(path)
  await app.button(/^Export/).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText('1,200 lines, 3 of them invalid').first()).toBeVisible()
  const name = dialog.getByRole('textbox', { name: 'File name' })
  await expect(name).toHaveValue('input.jsonl')
  await dialog.getByRole('radio', { name: 'Valid lines only', exact: true }).click()
  await expect(name).toHaveValue('input-valid.jsonl')
  await dialog.getByRole('radio', { name: 'All lines', exact: true }).click()
  // What is typed replaces the name and leaves its ending.
  await name.focus()
  await app.page.keyboard.type('tidy')
  await expect(name).toHaveValue('tidy.jsonl')
  const downloading = app.page.waitForEvent('download')
  await app.page.keyboard.press('Enter')
  expect((await downloading).suggestedFilename()).toBe('tidy.jsonl')
  await expect(app.page.getByText('It has 3 invalid lines.').first()).toBeVisible()
})
