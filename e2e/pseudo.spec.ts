// Every screen in the pseudo-language, which is English in brackets, longer and accented: a word without
// brackets does not come from a message, and one that is cut has no room for other languages.
import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { findHardCoded } from './support/findHardCoded.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const bad = fixturePath('formats/batch-input-bad.jsonl')
const pairs = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))
const files = [bad, ...pairs]

/** Each goes on from the one before. Nothing is found by its words: these are the ones that are looked at. */
const SCREENS: readonly (readonly [name: string, arrive: (app: App) => Promise<unknown>])[] = [
  ['start', async () => {}],
  ['palette', (app) => app.page.keyboard.press('ControlOrMeta+k')],
  ['lines', (app) => close(app).then(() => openAll(app, [bad]))],
  ['line', (app) => app.page.keyboard.press('F8')],
  ['export', (app) => app.page.keyboard.press('ControlOrMeta+s')],
  ['keys', (app) => close(app).then(() => pressOnTable(app, '?'))],
  [
    'pairs',
    async (app) => {
      await close(app)
      await openAll(app, pairs)
      // While files are joined, what is told of that takes the room of what is told of them.
      await expect(app.page.locator('[data-pair-ms]')).toHaveAttribute('data-state', 'ready')
    },
  ],
  ['pair', (app) => shownGrid(app).locator('[role=row][data-row]').nth(1).click()],
  ['export of pairs', (app) => app.page.keyboard.press('ControlOrMeta+s')],
]

for (const width of [390, 1024, 1440]) {
  test(`every word has a message and its room, ${width} px`, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 900 })
    await app.page.evaluate(() => localStorage.setItem('lineproof.language', 'pseudo'))
    await app.page.reload()
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'en-x-pseudo')
    const own = await Promise.all(files.map((path) => readFile(path, 'utf8')))
    const names = files.map((path) => path.split('/').at(-1) ?? '')
    const found: string[] = []
    for (const [name, arrive] of SCREENS) {
      await arrive(app)
      await app.page.waitForTimeout(300)
      await app.waitForAnimations()
      await app.page.screenshot({ path: test.info().outputPath(`${width}-${name}.png`) })
      for (const problem of await findHardCoded(app.page, [...own, ...names])) {
        found.push(`${name}: ${problem}`)
      }
    }
    expect([...new Set(found)]).toEqual([])
  })
}

async function openAll(app: App, paths: readonly string[]): Promise<void> {
  await app.openFiles(paths)
  await expect(shownGrid(app).locator('[role=row]').nth(1)).toBeVisible()
}

function shownGrid(app: App): Locator {
  return app.page.locator('[role=grid]:visible')
}

async function pressOnTable(app: App, key: string): Promise<void> {
  await shownGrid(app).locator('[role=row][tabindex="0"]').press(key)
}

async function close(app: App): Promise<void> {
  await app.page.keyboard.press('Escape')
  await expect(app.page.locator('[role=dialog]:visible')).toHaveCount(0)
}
