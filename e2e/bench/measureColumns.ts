// Columns of a large file that is open, each as a user works with them: lines sorted by a number and by a string,
// five columns as CSV and as lines, duplicates.
import { createReadStream } from 'node:fs'
import type { Browser } from '@playwright/test'
import { FIELD_COLUMN } from '../../src/contracts/columns.ts'
import type { App } from '../support/app.ts'
import type { BenchFile } from './benchFiles.ts'
import { COLUMNS } from './columnCases.ts'
import type { OpenedApp } from './measureOpening.ts'
import { type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { readRendererMemory, watchRendererMemory } from './rendererMemory.ts'

/** What is timed; rows of the report, in their order. */
export const COLUMN_TITLES = {
  number: 'Sort by a number',
  string: 'Sort by a string',
  csv: 'CSV of 5 columns, download complete',
  sortedCsv: 'CSV of 5 columns in the order shown, download complete',
  jsonl: 'JSONL of 5 fields, download complete',
  lines: 'Duplicates by whole lines',
  field: 'Duplicates by a field',
} as const

export type ColumnWork = keyof typeof COLUMN_TITLES

/** Times in milliseconds, sizes in bytes. */
export interface ColumnTime {
  readonly ms: number
  readonly longTasks: LongTasks
  /** Highest memory meanwhile, above that of before. */
  readonly memoryGrowth: number
}

export type ColumnTimes = Readonly<Partial<Record<ColumnWork, ColumnTime>>>

export async function measureColumns(
  browser: Browser,
  { app }: OpenedApp,
  caseId: string,
  file: BenchFile,
): Promise<ColumnTimes> {
  const columns = COLUMNS[caseId]
  if (!columns) return {}
  const times: { -readonly [Work in ColumnWork]?: ColumnTime } = {}
  const measure = async (work: ColumnWork, run: () => Promise<number>): Promise<void> => {
    const before = await readRendererMemory(browser)
    await takeLongTasks(app.page)
    const memory = await watchRendererMemory(browser)
    const ms = await run()
    const peak = await memory.stop()
    times[work] = { ms, longTasks: await takeLongTasks(app.page), memoryGrowth: peak - before }
  }
  await showColumns(app, columns.fields)
  await measure('number', () => sort(app, columns.number))
  await unsort(app)
  await measure('csv', () => exportColumns(app, 'CSV', file.lines + 1))
  await measure('jsonl', () => exportColumns(app, 'JSONL of some fields', file.lines))
  await measure('string', () => sort(app, columns.string))
  await measure('sortedCsv', () => exportColumns(app, 'CSV', file.lines + 1))
  await unsort(app)
  await measure('lines', () => findDuplicates(app, undefined))
  await measure('field', () => findDuplicates(app, columns.unique))
  await app.button('Close').first().click()
  return times
}

/** Of the table from now on, and no others. */
async function showColumns(app: App, fields: readonly string[]): Promise<void> {
  await app.button('More to do with the lines').click()
  await app.page.getByRole('menuitem', { name: 'Choose columns…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Columns' })
  const columns = await dialog.locator('[data-column]').evaluateAll((all) =>
    all.map((one) => ({
      id: one.getAttribute('data-column') ?? '',
      title: one.textContent?.trim() ?? '',
    })),
  )
  const shown = (id: string) => dialog.locator(`[data-column="${id}"]`)
  // What has a column of the file's own keeps it.
  const isOwn = (path: string): boolean => columns.some(({ title }) => title === path)
  for (const path of fields.filter((field) => !isOwn(field))) {
    await dialog.getByRole('combobox', { name: 'Field' }).fill(path)
    await dialog.getByRole('combobox', { name: 'Field' }).press('Enter')
    await shown(FIELD_COLUMN + path).waitFor()
  }
  for (const { id } of columns.filter(({ title }) => !fields.includes(title))) {
    await shown(id)
      .getByRole('button', { name: /^Hide column/ })
      .click()
    await shown(id).waitFor({ state: 'detached' })
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** Ascending, until the title of the column says so. */
async function sort(app: App, field: string): Promise<number> {
  const { page, grid } = app
  await grid.getByRole('columnheader').filter({ hasText: field }).first().hover()
  await app.button(`Column ${field}`).first().click()
  await page.getByRole('menuitem', { name: 'Sort ascending' }).click()
  return timeUntil(page, 'click', '[role=columnheader][aria-sort=ascending]')
}

async function unsort(app: App): Promise<void> {
  const back = app.button(/^Back to file order/)
  await back.click()
  await back.waitFor({ state: 'detached' })
}

/** From the press of 'Download' to the whole file, which has to have so many lines. */
async function exportColumns(app: App, as: string, lines: number): Promise<number> {
  const { page } = app
  await app.button(/^Export/).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'All lines' }).check()
  await dialog.getByRole('radio', { name: as, exact: true }).check()
  await dialog.getByRole('radio', { name: 'The table’s columns' }).check()
  const downloading = page.waitForEvent('download')
  const download = dialog.getByRole('button', { name: 'Download', exact: true })
  await download.click()
  const startedAt = performance.now()
  const path = await (await downloading).path()
  const ms = performance.now() - startedAt
  const written = await countLines(path)
  if (written !== lines) throw new Error(`${as}: ${written} lines instead of ${lines}`)
  return ms
}

async function countLines(path: string): Promise<number> {
  let lines = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
  }
  return lines
}

/** By a field, or whole lines, which the dialog begins with; until it says what was found. */
async function findDuplicates(app: App, field: string | undefined): Promise<number> {
  const { page } = app
  const found = '[role=dialog] [role=status][data-groups]'
  if (field === undefined) {
    await app.button('More to do with the lines').click()
    await page.getByRole('menuitem', { name: 'Find duplicates…' }).click()
    return timeUntil(page, 'click', found)
  }
  const dialog = page.getByRole('dialog', { name: 'Find duplicates' })
  await dialog.getByRole('radio', { name: 'Fields' }).check()
  const path = dialog.getByRole('combobox', { name: 'Field to compare by' })
  await path.fill(field)
  await path.press('Enter')
  const ms = await timeUntil(page, 'keydown', found)
  const groups = await dialog.getByRole('status').getAttribute('data-groups')
  if (groups !== '0') throw new Error(`${groups} groups of lines have the same ${field}`)
  return ms
}
