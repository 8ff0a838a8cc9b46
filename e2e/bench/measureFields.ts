// The figures of all fields of a large file that is open: from the press that opens the panel to the last figure.
import type { Browser } from '@playwright/test'
import type { BenchFile } from './benchFiles.ts'
import type { OpenedApp } from './measureOpening.ts'
import { type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { readRendererMemory, watchRendererMemory } from './rendererMemory.ts'

/** Times in milliseconds, sizes in bytes. */
export interface FieldsTime {
  readonly ms: number
  /** That were found. */
  readonly fields: number
  readonly longTasks: LongTasks
  /** Highest memory while counting, above that of the open file. */
  readonly memoryGrowth: number
}

export async function measureFields(
  browser: Browser,
  { app }: OpenedApp,
  file: BenchFile,
): Promise<FieldsTime> {
  const { page } = app
  const before = await readRendererMemory(browser)
  await takeLongTasks(page)
  const memory = await watchRendererMemory(browser)
  const panel = page.getByRole('region', { name: 'Fields' })
  await app.button('Fields').click()
  const ms = await timeUntil(page, 'click', '[aria-label="Fields"][data-state=done]')
  const peak = await memory.stop()
  const longTasks = await takeLongTasks(page)
  const first = panel.getByRole('treeitem').first()
  const present = Number(await first.getAttribute('data-present'))
  if (!(present > 0 && present <= file.lines)) throw new Error(`${present} lines have a field`)
  await panel.getByRole('searchbox').fill('.')
  const found = await panel.getByRole('status').textContent()
  await panel.getByRole('searchbox').fill('')
  await app.button('Close fields').click()
  return {
    ms,
    fields: Number(/of ([\d,]+) field/.exec(found ?? '')?.[1]?.replaceAll(',', '')),
    longTasks,
    memoryGrowth: peak - before,
  }
}
