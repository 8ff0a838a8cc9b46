// Every export ends in a file, whatever was exported or given up before it.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileHash } from './support/fileHash.ts'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

/** About 770 bytes a line. */
const LINE_BYTES = 770
const LARGE_BYTES = Number(process.env['LINEPROOF_LARGE_FILE_BYTES'] ?? 100_000_000)
/** In which an export has to end, on a machine that does other things, too; in ms. */
const EXPORT_BOUND = 60_000

test('exports that are cancelled at any moment let the next one through', async ({
  app,
  folder,
}) => {
  test.setTimeout(180_000)
  const file = await generateBatchInput(join(folder, 'input.jsonl'), { lines: 80_000 })
  await app.open(file.path)
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  const cancel = dialog.getByRole('button', { name: 'Cancel' })
  for (let time = 0; time < 20; time++) {
    await app.startExport('All lines', 'JSON array')
    // Spread over the export, and past its end.
    await app.page.waitForTimeout((time * 37) % 300)
    await cancel.click({ timeout: 500 }).catch(() => {})
    if (await dialog.isVisible()) await app.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(app.page.getByRole('alert')).toHaveCount(0)
  }
  // One that went on without its dialog may come to its end as late as now; it is no .jsonl.
  const downloading = app.page.waitForEvent('download', {
    predicate: (download) => download.suggestedFilename().endsWith('.jsonl'),
    timeout: EXPORT_BOUND,
  })
  await app.startExport('All lines')
  expect(await fileHash(await (await downloading).path())).toBe(file.sha256)
})

test('five large exports in a row are five whole files', async ({ app, folder }) => {
  test.setTimeout(60_000 + 5 * EXPORT_BOUND)
  const lines = Math.ceil(LARGE_BYTES / LINE_BYTES)
  const file = await generateBatchInput(join(folder, 'input.jsonl'), { lines })
  await app.open(file.path)
  const sizes = new Set<number>()
  for (let time = 0; time < 5; time++) {
    const downloading = app.page.waitForEvent('download', { timeout: EXPORT_BOUND })
    await app.startExport('All lines', 'JSON array')
    sizes.add((await stat(await (await downloading).path())).size)
  }
  expect([...sizes]).toHaveLength(1)
  expect(await fileHash(await app.exportTo('All lines'))).toBe(file.sha256)
})
