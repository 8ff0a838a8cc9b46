// A file that no batch takes is split into files that each are right, and nothing of it is lost.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import type { App } from './support/app.ts'
import { test } from './support/test.ts'

const request = (at: number, model: string): string =>
  JSON.stringify({
    custom_id: `request-${at}`,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model, messages: [{ role: 'user', content: `Say “${at}” 中文` }] },
  })

const MODELS = ['gpt-6-luna', 'gpt-6-sol']

/** Models take turns; two lines are broken. */
async function openMixed(app: App, folder: string) {
  const lines = Array.from({ length: 60 }, (_, at) => request(at, MODELS[at % 2] ?? ''))
  const broken = ['{"custom_id":', '[1,]']
  const all = [...lines.slice(0, 20), ...broken, ...lines.slice(20)]
  await writeFile(join(folder, 'mixed.jsonl'), all.join('\r\n'))
  await app.open(join(folder, 'mixed.jsonl'))
  await app.expectFacts({ lines: 62, invalid: 2, format: 'batchInput' })
  const of = (model: number) => lines.filter((_, at) => at % 2 === model)
  return {
    expected: [of(0).slice(0, 25), of(0).slice(25), of(1).slice(0, 25), of(1).slice(25), broken],
  }
}

const NAMES = [
  'mixed.part-01.jsonl',
  'mixed.part-02.jsonl',
  'mixed.part-03.jsonl',
  'mixed.part-04.jsonl',
  'mixed.rest.jsonl',
]

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

async function openDialog(app: App, page: Page) {
  await app.cause('mixed-models').getByRole('button', { name: 'Split into valid files' }).click()
  const dialog = page.getByRole('dialog', { name: 'Split into valid files' })
  // Two models: two files, and what is broken.
  await expect(dialog.getByRole('rowheader')).toHaveCount(3)
  await dialog.getByLabel('Requests in a file, at most').fill('25')
  await expect(dialog.getByRole('rowheader')).toHaveText(NAMES, { useInnerText: true })
  await expect(dialog.getByRole('row').nth(2)).toContainText('gpt-6-luna')
  await expect(dialog.getByRole('row').nth(3)).toContainText('gpt-6-sol')
  return dialog
}

test('a file of two models becomes an archive of valid files', async ({ app, folder, page }) => {
  const { expected } = await openMixed(app, folder)
  const dialog = await openDialog(app, page)
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download as .zip' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('mixed.parts.zip')
  const entries = unzipSync(await readFile(await download.path()))
  const texts = Object.entries(entries).map(([name, bytes]) => [
    name,
    Buffer.from(bytes).toString('utf8'),
  ])
  expect(texts).toEqual(NAMES.map((name, at) => [name, textOf(expected[at] ?? [])]))
  await expect(dialog).toBeHidden()

  // Each part is right.
  const part = join(folder, 'mixed.part-03.jsonl')
  await writeFile(part, entries['mixed.part-03.jsonl'] ?? '')
  await app.open(part)
  await app.expectFacts({ lines: 25, invalid: 0 })
  expect((await app.causes()).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('the files are written to a folder, and what is there is asked about', async ({
  app,
  folder,
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () => {
        const root = await navigator.storage.getDirectory()
        return root.getDirectoryHandle('chosen', { create: true })
      },
    })
  })
  await app.start()
  const { expected } = await openMixed(app, folder)
  for (const isAgain of [false, true]) {
    const dialog = await openDialog(app, page)
    await dialog.getByRole('button', { name: 'Write to a folder…' }).click()
    if (isAgain) {
      await expect(page.getByRole('alertdialog')).toContainText('mixed.part-01.jsonl')
      await page.getByRole('button', { name: 'Replace them' }).click()
    }
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Wrote 5 files to chosen.').first()).toBeVisible()
  }
  const texts = await page.evaluate(async (names) => {
    const root = await navigator.storage.getDirectory()
    const chosen = await root.getDirectoryHandle('chosen')
    return Promise.all(
      names.map(async (name) => (await (await chosen.getFileHandle(name)).getFile()).text()),
    )
  }, NAMES)
  expect(texts).toEqual(expected.map(textOf))
})
