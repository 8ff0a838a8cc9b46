// Looking at the file: scrolling, jumping, views, search; and 16 million rows at every pixel ratio.
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import {
  batchInputLines,
  generateBatchInput,
  generateHugeLine,
  generateTinyLines,
} from './support/generate.ts'
import { fixAllOf } from './support/fixAll.ts'
import type { MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

const LINES = 40_000

const mistakes = new Map<number, MistakeName>([
  [7, 'trailingComma'],
  [20_000, 'missingColon'],
  [39_999, 'unquotedKey'],
])

const options = { lines: LINES, mistakes } as const

test.describe('40,000 lines of batch input', () => {
  test.beforeEach(async ({ app, folder }) => {
    const path = join(folder, 'input.jsonl')
    await generateBatchInput(path, options)
    await app.open(path)
    await app.expectFacts({ lines: LINES, invalid: 3 })
  })

  test('the wheel scrolls by what it turns', async ({ app }) => {
    expect(await app.rowCount()).toBe(LINES)
    await app.grid.hover()
    await app.page.mouse.wheel(0, 2600)
    await expect(app.line(110)).toBeInViewport()
    await expect(app.line(1)).not.toBeInViewport()
    await app.page.mouse.wheel(0, -2600)
    await expect(app.line(1)).toBeInViewport()
  })

  test('go to line reaches any line, the first and the last', async ({ app }) => {
    for (const line of [LINES, 1, 31_207, 2, LINES - 1]) {
      await app.goTo(line)
      await expect(app.line(line)).toHaveAttribute('aria-rowindex', String(line + 1))
      await expect(app.line(line)).toContainText(String(line).padStart(8, '0'))
    }
  })

  test('views show their lines and keep their numbers', async ({ app }) => {
    await app.showView('Invalid')
    await expect.poll(() => app.rowCount()).toBe(3)
    await expect.poll(() => app.lineNumbersInSight()).toEqual([7, 20_000, 39_999])
    await expect(app.line(39_999)).toHaveAttribute('aria-rowindex', '4')
    await app.showView('Warnings')
    await expect.poll(() => app.rowCount()).toBe(0)
    await app.showView('Edited')
    await expect.poll(() => app.rowCount()).toBe(0)
    await app.showView('All')
    await expect.poll(() => app.rowCount()).toBe(LINES)
  })

  test('a line that is fixed leaves the view of invalid lines', async ({ app }) => {
    await app.showView('Invalid')
    await app.line(20_000).click()
    await app.typeLine('{"custom_id": "fixed"}')
    await app.apply()
    // Not yet valid: method, url and body are missing.
    await expect.poll(() => app.rowCount()).toBe(3)
    await app.button('Undo').click()
    await fixAllOf(app, 'trailing-comma')
    await expect.poll(() => app.rowCount()).toBe(2)
    await app.showView('Edited')
    await expect.poll(() => app.lineNumbersInSight()).toEqual([7])
  })

  test('search counts the matching lines exactly', async ({ app }) => {
    const lines = [...batchInputLines(options)]
    const count = (test: (line: string) => boolean) => lines.filter(test).length
    expect(await app.search('request-00031207')).toBe(1)
    expect(await app.search('no such text anywhere')).toBe(0)
    expect(await app.search('REQUEST-0003')).toBe(count((line) => line.includes('request-0003')))
    expect(await app.search('REQUEST-0003', { matchCase: true })).toBe(0)
    expect(await app.search('which right', { matchCase: true })).toBe(
      count((line) => line.includes('which right')),
    )
    const pattern = String.raw`"request-000\d\d\d7[79]"`
    expect(await app.search(pattern, { isRegExp: true })).toBe(
      count((line) => new RegExp(pattern).test(line)),
    )
    expect(await app.search(String.raw`[,:] ?\}$|'POST'`, { isRegExp: true })).toBe(
      count((line) => /[,:] ?\}$|'POST'/.test(line)),
    )
  })

  test('next and previous match walk through the matches and go round', async ({ app }) => {
    await app.search(String.raw`request-000(00100|20000|39000)"`, { isRegExp: true })
    for (const line of [100, 20_000, 39_000, 100]) {
      await app.button('Next match').click()
      await expect(app.line(line)).toBeInViewport()
    }
    await app.button('Previous match').click()
    await expect(app.line(39_000)).toBeInViewport()
  })

  test('a pattern that is none is said to be so', async ({ app }) => {
    await app.setToggle('Regular expression', true)
    await app.searchBox.fill('(')
    await expect(app.page.getByRole('alert')).toContainText(/regular expression|pattern/i)
    expect(await app.search('request-00000001')).toBe(1)
  })

  test('dragging the edge of a column makes it wider and narrower, within limits', async ({
    app,
  }) => {
    const title = app.page.getByRole('columnheader', { name: 'custom_id' })
    const cell = app.line(3).getByRole('gridcell').nth(2)
    const widths = async () => [await widthOf(title), await widthOf(cell)]
    const before = await widthOf(title)
    await app.dragColumnEdge('custom_id', 70)
    expect(await widths()).toEqual([before + 70, before + 70])
    await app.dragColumnEdge('custom_id', -40)
    expect(await widths()).toEqual([before + 30, before + 30])
    // However far: it can still be taken hold of.
    await app.dragColumnEdge('custom_id', -600)
    expect(await widthOf(title)).toBe(48)
    await app.columnEdge('custom_id').dblclick()
    expect(await widths()).toEqual([before, before])
    // Rows that come later have the widths too.
    await app.dragColumnEdge('custom_id', 50)
    await app.goTo(30_000)
    expect(await widthOf(app.line(30_000).getByRole('gridcell').nth(2))).toBe(before + 50)
  })

  test('pressing the file map goes there, and dragging over it scrolls through', async ({
    app,
  }) => {
    await app.pressFileMap(0.5)
    await expect(app.line(LINES / 2)).toBeInViewport()
    await app.pressFileMap(1)
    await expect(app.line(LINES)).toBeInViewport()
    await app.pressFileMap(0, 0.25)
    await expect(app.line(LINES / 4)).toBeInViewport()
    await app.pressFileMap(0)
    await expect(app.line(1)).toBeInViewport()

    // In a view of few lines it goes to the one that is next in the file.
    await app.showView('Invalid')
    await expect.poll(() => app.rowCount()).toBe(3)
    await app.pressFileMap(0.9)
    await expect(app.line(39_999)).toBeInViewport()
  })

  test('raw mode shows the text of the line', async ({ app }) => {
    await expect(app.line(1)).not.toContainText('{"custom_id"')
    await app.button('Raw').click()
    await expect(app.line(1)).toContainText('{"custom_id": "request-00000001", "method": "POST"')
    await app.button('Raw').click()
    await expect(app.line(1)).not.toContainText('{"custom_id"')
  })
})

async function widthOf(cell: Locator): Promise<number> {
  return Math.round((await cell.boundingBox())?.width ?? 0)
}

test('a line of 50 MB shows its beginning and opens', async ({ app, folder }) => {
  const path = join(folder, 'huge.jsonl')
  await generateHugeLine(path, 50_000_000)
  await app.open(path)
  await app.expectFacts({ lines: 3, invalid: 0 })
  await expect(app.line(2)).toContainText('"text": "lorem ipsum')
  await expect(app.line(3)).toContainText('"id": 3')
  await app.line(2).click()
  await expect(app.editor).toContainText('lorem ipsum')
  await expect(app.editor).toContainText(/50\.0|47\.\d|50,000,0\d\d/)
  await app.line(3).click()
  await expect(app.lineText).toContainText('{"id": 3}')
})

const TINY_LINES = 16_000_000
const invalidTinyLines = new Set([1_000_000, 8_123_456, 15_999_999])

for (const deviceScaleFactor of [1, 1.25, 2, 3]) {
  test.describe(`16 million rows at ${deviceScaleFactor} device pixels per pixel`, () => {
    test.use({ deviceScaleFactor })

    test('scroll, jump and keep their place', async ({ app, folder }) => {
      test.slow()
      const path = join(folder, 'tiny.jsonl')
      await generateTinyLines(path, TINY_LINES, invalidTinyLines)
      await app.open(path)
      await app.expectFacts({ lines: TINY_LINES, invalid: 3, bytes: 3 * TINY_LINES })
      expect(await app.rowCount()).toBe(TINY_LINES)

      for (const line of [TINY_LINES, 1, 8_123_456, 190_000, 15_999_990]) {
        await app.goTo(line)
        await expect(app.line(line)).toHaveAttribute('aria-rowindex', String(line + 1))
      }
      // One turn of the wheel moves by rows, not by a share of the file.
      await app.goTo(8_123_456)
      const before = (await app.lineNumbersInSight())[0] ?? 0
      await app.grid.hover()
      await app.page.mouse.wheel(0, 260)
      await expect.poll(async () => (await app.lineNumbersInSight())[0]).toBe(before + 10)
      await expect(app.line(8_123_456)).toHaveAttribute('data-verdict', 'invalid')

      await app.line(before + 20).click()
      await app.page.keyboard.press('ControlOrMeta+End')
      await expect(app.line(TINY_LINES)).toBeInViewport()
      await app.page.keyboard.press('ControlOrMeta+Home')
      await expect(app.line(1)).toBeInViewport()

      await app.showView('Invalid')
      await expect.poll(() => app.lineNumbersInSight()).toEqual([...invalidTinyLines])
    })
  })
}
