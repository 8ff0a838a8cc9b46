// 'Measure speed': what is measured is measured on the whole file, can be stopped and taken
// along. How fast it is, is not for a test to say.
import type { Locator } from '@playwright/test'
import { BENCH_CASES, type BenchCase } from '../src/benchmark/benchCases.ts'
import { bytesOf, lineCountOf } from '../src/benchmark/caseBytes.ts'
import { english } from '../src/i18n/loadTranslator.ts'
import type { App } from './support/app.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

/** Bytes a file, about. */
const SMALLEST = { label: '8 MB', bytes: 8_000_000 }

const dialogOf = (app: App) => app.page.getByRole('dialog', { name: 'Measure speed' })

test('every file is measured as a whole, and the figures can be copied', async ({
  app,
  context,
}) => {
  // Seconds on a machine of its own; tests share theirs.
  test.setTimeout(180_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.button('Measure speed').click()
  const dialog = dialogOf(app)
  await expect(dialog.getByRole('button', { name: 'Copy as Markdown' })).toBeDisabled()
  await dialog.getByRole('radio', { name: SMALLEST.label, exact: true }).check()
  await dialog.getByRole('button', { name: 'Measure' }).click()
  await expect(dialog.getByRole('progressbar', { name: /^Measuring / })).toBeVisible()
  await expect(dialog.getByRole('radio', { name: SMALLEST.label, exact: true })).toBeDisabled()
  await expect(dialog.getByRole('status')).toHaveText('Measured.', { timeout: 150_000 })
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)

  await expect(dialog.getByRole('row')).toHaveCount(1 + BENCH_CASES.length)
  for (const entry of BENCH_CASES)
    await expectWhole(dialog.getByRole('row', { name: english.t(entry.title) }), entry)

  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied.')
  const copied = await app.page.evaluate(() => navigator.clipboard.readText())
  const rows = copied.split('\n').filter((line) => line.startsWith('| '))
  expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual([
    'File',
    '---',
    ...BENCH_CASES.map(({ title }) => english.t(title)),
  ])

  expect(await filesOnDevice(app), 'files that are kept').toBe(0)

  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme })
    await app.waitForAnimations()
    expect(await findAxeViolations(app.page)).toEqual([])
  }

  await app.page.setViewportSize({ width: 360, height: 740 })
  for (const box of [app.page.locator('html'), dialog, dialog.getByRole('table')]) {
    const overflow = await box.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0)
  }
  expect(await findAxeViolations(app.page)).toEqual([])

  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await app.page.setViewportSize({ width: 1440, height: 900 })
  await app.button('Measure speed').click()
  await expectWhole(dialog.getByRole('row').nth(1), BENCH_CASES[0] as BenchCase)
})

test('measuring ends with Cancel and with the dialog, and so do its workers', async ({ app }) => {
  await app.open(fixturePath('formats/batch-input.jsonl'))
  await app.button(/^checked in/).click()
  const dialog = dialogOf(app)
  await expect(dialog).toBeVisible()
  const before = app.page.workers().length
  const start = async () => {
    await dialog.getByRole('button', { name: /Measure|Run again/ }).click()
    await expect(dialog.getByRole('progressbar')).toBeVisible()
    await expect.poll(() => app.page.workers().length).toBeGreaterThan(before)
  }

  await start()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Stopped before the end.')
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
  await expect.poll(() => app.page.workers().length).toBe(before)

  await start()
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect.poll(() => app.page.workers().length).toBe(before)
  await app.openLine(1)
})

test('the palette knows it', async ({ app }) => {
  await app.page.keyboard.press('ControlOrMeta+k')
  await expect(app.page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await app.page.keyboard.insertText('measure')
  await app.page.keyboard.press('Enter')
  await expect(dialogOf(app)).toBeVisible()
  await expect(dialogOf(app).getByRole('radio', { checked: true })).toBeFocused()
  await app.waitForAnimations()
  expect(await findAxeViolations(app.page)).toEqual([])
})

test('without a network it says why nothing is measured', async ({ app, context }) => {
  await app.button('Measure speed').click()
  const dialog = dialogOf(app)
  await expect(dialog).toBeVisible()
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Measure' }).click()
  await expect(dialog.getByRole('alert')).toContainText('could not be loaded')
  await expect(dialog.getByRole('status')).toHaveText('Not measured to the end.')

  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Run again' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})

/** Files in the page's own storage, at any depth. */
function filesOnDevice(app: App): Promise<number> {
  return app.page.evaluate(async () => {
    async function countIn(folder: FileSystemDirectoryHandle): Promise<number> {
      let count = 0
      for await (const entry of folder.values()) {
        count += entry instanceof FileSystemDirectoryHandle ? await countIn(entry) : 1
      }
      return count
    }
    return countIn(await navigator.storage.getDirectory())
  })
}

/** All lines of the case were validated, and each time is one. */
async function expectWhole(row: Locator, entry: BenchCase): Promise<void> {
  const lines = lineCountOf(entry, SMALLEST.bytes)
  let bytes = 0
  for (const piece of bytesOf(entry, SMALLEST.bytes)) bytes += piece.length
  await expect(row).toHaveAttribute('data-lines', String(lines))
  await expect(row).toHaveAttribute('data-bytes', String(bytes))
  await expect(row).toHaveAttribute('data-invalid', String(invalidOf(entry, lines)))
  for (const name of ['data-read-ms', 'data-validate-ms', 'data-plain-ms']) {
    expect(Number(await row.getAttribute(name)), name).toBeGreaterThan(0)
  }
}

function invalidOf(entry: BenchCase, lines: number): number {
  if (entry.id === 'mixed-invalid') return Math.floor((lines + 49) / 100)
  return entry.id === 'all-invalid' ? lines : 0
}
