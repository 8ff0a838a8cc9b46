// Every width has room: nothing is cut off, nothing lies over something else, bars stay one row, and the
// rows of the table stay where they are when a line is opened.
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { findClipped } from './support/findClipped.ts'
import { generateBatchInput, generateReturnedBatch } from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import type { PairingPage } from './support/pairingPage.ts'
import { expect, test } from './support/test.ts'

const LINES = 12_000
const mistakes = new Map<number, MistakeName>(
  Array.from({ length: 1500 }, (_, index) => [index * 8 + 3, 'trailingComma']),
)

const sizes = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const

for (const viewport of sizes) {
  test.describe(`${viewport.width} pixels`, () => {
    test.use({ viewport })

    test('the lines, with a search, a cause and an open line', async ({ app, folder }) => {
      await openInput(app, folder)
      expect(await findClipped(app.page)).toEqual([])
      await expectOneRow(app.searchBox, app.button('Raw'))
      const before = await topOf(app.grid)

      await app.search('request-0000')
      await app.cause('trailing-comma').getByRole('button', { name: 'Trailing comma' }).click()
      await expect(app.button(/^Show all lines again/)).toBeVisible()
      expect(await findClipped(app.page)).toEqual([])
      expect(await topOf(app.grid)).toBe(before)

      await app.line(3).click()
      await expect(app.lineText).toBeVisible()
      expect(await findClipped(app.page)).toEqual([])
      await expectOneRow(app.searchBox, app.button('Raw'))
      expect(await topOf(app.grid)).toBe(before)
    })

    test('the pairs, with a search, a filter and an open pair', async ({
      app,
      pairing,
      folder,
    }) => {
      await openPairs(app, pairing, folder)
      expect(await findClipped(app.page)).toEqual([])
      await pairing.search('request-00')
      await pairing.show('Failed')
      expect(await findClipped(app.page)).toEqual([])
      await pairing.rows.first().click()
      await expect(pairing.drawer).toBeVisible()
      expect(await findClipped(app.page)).toEqual([])
    })
  })
}

test.describe('columns at 1440 pixels with an open line', () => {
  test('what is the same in every line is said once, the rest has its room', async ({
    app,
    folder,
  }) => {
    await openInput(app, folder)
    await expect(app.grid.getByRole('columnheader')).toHaveText([
      'line',
      'verdict',
      'custom_id',
      /^Preview.*gpt-[^·]* · \/v1\/chat\/completions$/,
      'issue',
    ])
    await app.openLine(3)
    const cells = app.line(4).getByRole('gridcell')
    await expect(cells).toHaveCount(5)
    expect((await cells.nth(3).boundingBox())?.width, 'pixels of the preview').toBeGreaterThan(300)
    const finding = app.line(3).getByRole('gridcell', { name: 'Trailing comma' })
    expect(await finding.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true)
  })

  test('a second model has its column', async ({ app, folder }) => {
    await openInput(app, folder)
    await app.openLine(4)
    const text = await app.lineText.innerText()
    await app.typeLine(text.replaceAll('\n', '').replace(/"model": ?"[^"]*"/, '"model": "other"'))
    await app.apply()
    await expect(app.grid.getByRole('columnheader', { name: 'model' })).toBeVisible()
    await expect(app.line(4)).toContainText('other')
  })
})

test.describe('the width of a drawer', () => {
  test('is dragged, changed by keys, bounded, reset and remembered', async ({ app, folder }) => {
    await openInput(app, folder)
    await app.openLine(3)
    const edge = app.page.getByRole('separator', { name: 'Width of the line editor' })
    const width = async () => Math.round((await app.editor.boundingBox())?.width ?? 0)
    const usual = await width()

    const box = await edge.boundingBox()
    if (!box) throw new Error('There is no edge.')
    const { mouse } = app.page
    await mouse.move(box.x + box.width / 2, 500)
    await mouse.down()
    await mouse.move(box.x + box.width / 2 - 60, 500)
    await mouse.move(box.x + box.width / 2 - 90, 500)
    await mouse.up()
    expect(await width()).toBe(usual + 90)
    await expect(edge).toHaveAttribute('aria-valuenow', String(usual + 91))

    await edge.press('ArrowRight')
    expect(await width()).toBe(usual + 90 - 16)
    await edge.press('End')
    const tableWidth = async () => (await app.grid.boundingBox())?.width ?? 0
    expect(await tableWidth(), 'pixels that remain for the table').toBeGreaterThan(500)
    await edge.press('Home')
    expect(await width()).toBeGreaterThanOrEqual(300)
    await edge.press('ArrowLeft')
    const chosen = await width()
    expect(chosen).toBeLessThan(usual)

    await app.page.reload()
    await app.open(join(folder, 'input.jsonl'))
    await app.openLine(3)
    expect(await width()).toBe(chosen)
    await edge.dblclick()
    expect(await width()).toBe(usual)
  })

  test('that of a pair is one of its own', async ({ app, pairing, folder }) => {
    await openPairs(app, pairing, folder)
    await pairing.rows.first().click()
    await expect(pairing.drawer).toBeVisible()
    const width = async () => Math.round((await pairing.drawer.boundingBox())?.width ?? 0)
    const usual = await width()
    const edge = app.page.getByRole('separator', { name: 'Width of the pair' })
    await edge.press('ArrowRight')
    expect(await width()).toBe(usual - 16)
  })
})

async function openInput(app: App, folder: string): Promise<void> {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: LINES, mistakes })
  await app.open(path)
  await app.expectFacts({ lines: LINES, invalid: mistakes.size })
}

async function openPairs(app: App, pairing: PairingPage, folder: string): Promise<void> {
  const base = join(folder, 'batch')
  await generateReturnedBatch(base, 3000)
  await app.openFiles(['input', 'output'].map((name) => `${base}-${name}.jsonl`))
  await pairing.waitUntilReady()
}

/** Both are in one row: their middles are at one height. */
async function expectOneRow(first: Locator, last: Locator): Promise<void> {
  expect(await middleOf(first)).toBe(await middleOf(last))
}

async function middleOf(element: Locator): Promise<number> {
  const box = await element.boundingBox()
  return box ? Math.round(box.y + box.height / 2) : Number.NaN
}

async function topOf(element: Locator): Promise<number | undefined> {
  return (await element.boundingBox())?.y
}
