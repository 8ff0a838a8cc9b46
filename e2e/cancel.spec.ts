// Long work can be stopped, and the document then goes on as if it had not been begun.
import { join } from 'node:path'
import { fileHash } from './support/fileHash.ts'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

/** About 150 MB: work over all of it can be stopped before it ends. */
const LINES = 200_000

test('an export that is cancelled hands out nothing, and the next one is whole', async ({
  app,
  folder,
}) => {
  // An array of 150 MB is written before anybody could press a button.
  const file = await generateBatchInput(join(folder, 'input.jsonl'), { lines: 4 * LINES })
  await app.open(file.path)
  const downloads: string[] = []
  app.page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await app.startExport('All lines', 'JSON array')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  // Back where it was, with nothing to complain about.
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible()
  await expect(app.page.getByRole('progressbar', { name: /^Exporting/ })).toHaveCount(0)
  await expect(app.page.getByRole('alert')).toHaveCount(0)
  await app.page.keyboard.press('Escape')
  expect(await fileHash(await app.exportTo('All lines'))).toBe(file.sha256)
  expect(downloads).toEqual(['input.jsonl'])
})

test('a search that is stopped keeps what it found, and the next one is whole', async ({
  app,
  folder,
}) => {
  const file = await generateBatchInput(join(folder, 'input.jsonl'), { lines: LINES })
  await app.open(file.path)
  await app.setToggle('Regular expression', true)
  // Every line matches, after a walk through most of it.
  await app.searchBox.fill(String.raw`"request-\d+".*(a|e|i|o|u)+.*\}$`)
  await expect(app.searchStatus).toHaveAttribute('data-state', 'searching')
  await expect.poll(() => app.searchStatus.getAttribute('data-matches')).not.toBe('0')
  await app.searchBox.press('Escape')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'idle')
  await expect(app.searchStatus).toContainText('stopped')
  const found = Number(await app.searchStatus.getAttribute('data-matches'))
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(LINES)
  await expect(app.searchBox).not.toHaveValue('')

  await app.searchBox.press('Escape')
  await expect(app.searchBox).toHaveValue('')
  expect(await app.search('request-00199999')).toBe(1)
})
