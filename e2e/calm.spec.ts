// The page stays where it is: nothing moves under the reader's eyes or pointer.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { generateBatchInput } from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

/** Below the limit of a batch, and of 65 MB: numbers, issues and the map change several times. */
const LINES = 49_000
const mistakes = new Map<number, MistakeName>(
  Array.from({ length: 100 }, (_, index) => [index * 489 + 3, 'trailingComma']),
)

test('nothing shifts from the first row to the last verdict', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: LINES, mistakes, script: 'chinese' })
  await watchShifts(app.page)
  await app.openFiles([path])
  await app.waitUntilReady('input.jsonl')
  await app.expectFacts({ lines: LINES, invalid: 100 })
  await expect(app.line(1)).toHaveAttribute('data-verdict', 'valid')
  await expect(app.cause('trailing-comma')).toHaveAttribute('data-count', '100')
  expect(await shifts(app.page)).toEqual([])
})

/** Collects what moves by itself once there are rows: the first of them come with the whole table. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { lineproofShifts: seen })
    let firstRowsAt = Number.POSITIVE_INFINITY
    const look = () => {
      const isHere = document.querySelector('[role=row][data-verdict]') !== null
      // The frame at hand shows them, and what it moves is dated later than this.
      requestAnimationFrame(isHere ? () => (firstRowsAt = performance.now()) : look)
    }
    look()
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly LayoutShift[]) {
        if (entry.startTime < firstRowsAt) continue
        for (const { node, previousRect, currentRect } of entry.sources) {
          const name = node instanceof Element ? node.outerHTML : (node?.textContent ?? '')
          const places = [previousRect, currentRect].map(
            ({ x, y, width, height }) => `${x},${y} ${width}×${height}`,
          )
          seen.push(`${name.slice(0, 120)}: ${places.join(' → ')}`)
        }
      }
    }).observe({ type: 'layout-shift' })
  })
}

async function shifts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        // What the frame at hand moves is told after it.
        requestAnimationFrame(() =>
          setTimeout(() =>
            resolve(
              (globalThis as unknown as { lineproofShifts: readonly string[] }).lineproofShifts,
            ),
          ),
        )
      }),
  )
}

/** Chromium's, not in TypeScript's DOM types. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}
