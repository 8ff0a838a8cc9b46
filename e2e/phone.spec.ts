// The journey on a phone: a file is opened, what is wrong with it is seen, mended one by one and all at
// once, and exported; by touch alone.
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { App } from './support/app.ts'
import { findClipped } from './support/findClipped.ts'
import { fixAllAnswer } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { PLACES, runCommand } from './support/places.ts'
import { expect, test } from './support/test.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const path = fixturePath('fixes/for-each-cause.jsonl')

test('from an opened file to an exported one, by touch', async ({ app }) => {
  expect(await smallTargets(app)).toEqual([])
  await app.open(path)
  await app.expectFacts({ lines: 8, invalid: 5 })
  await expectRoom(app)

  // What is wrong, in the row and in numbers.
  const row = app.line(2)
  await expect(row).toContainText('Trailing comma')
  const finding = row.getByRole('gridcell', { name: 'Trailing comma' })
  expect(await finding.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true)
  await expect(app.status).toContainText('5 invalid')

  // The issue, and from it the line.
  await app.button(/^Issues/).tap()
  await expect(app.issues).toBeInViewport()
  await expectRoom(app)
  await app.cause('trailing-comma').getByRole('button', { name: 'Next' }).tap()
  await expect(app.editor).toBeVisible()
  await expectRoom(app)
  await expect(app.editor.getByText('Ctrl')).toBeHidden()
  await app.fix('Remove the extra comma').tap()
  await app.expectFacts({ invalid: 4, edited: 1 })
  await app.editor.getByRole('button', { name: 'Close' }).tap()
  await expect(app.line(2)).toHaveAttribute('data-verdict', 'valid')

  // All lines with a cause.
  await app.button(/^Issues/).tap()
  const fixable = app.issues.locator('[data-severity=error]').getByRole('button', {
    name: 'Fix all',
  })
  await fixable.first().tap()
  await fixAllAnswer(app).tap()
  await expect.poll(async () => (await app.facts()).invalid).toBeLessThan(4)
  await app.page.touchscreen.tap(380, 400)
  await expect(app.line(1)).toBeInViewport()

  // Out of it.
  await app.button('Export').tap()
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await app.waitForAnimations()
  await expectRoom(app)
  const downloading = app.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download', exact: true }).tap()
  const written = await readFile(await (await downloading).path(), 'utf8')
  expect(written.trimEnd().split('\n')).toHaveLength((await app.facts()).lines)
})

test('the theme is two taps away', async ({ app }) => {
  await app.open(path)
  const html = app.page.locator('html')
  for (const [name, theme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await app.button('More').tap()
    await app.page.getByRole('menuitemradio', { name }).tap()
    await expect(html).toHaveAttribute('data-theme', theme)
  }
})

test('rows say what the line is called, what it holds and what is wrong with it', async ({
  app,
}) => {
  await app.open(fixturePath('formats/batch-input-bad.jsonl'))
  const row = app.grid.locator('[role=row][data-verdict=invalid]').first()
  const cells = row.getByRole('gridcell')
  const last = cells.last()
  await expect(last).not.toBeEmpty()
  await expect(last).toBeInViewport({ ratio: 1 })
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await expectRoom(app)
})

for (const [place, arrive] of Object.entries(PLACES)) {
  test(`everything is as large as a fingertip: ${place}`, async ({ app }) => {
    await arrive(app)
    await app.waitForAnimations()
    await expectRoom(app)
  })
}

async function expectRoom(app: App): Promise<void> {
  expect(await findClipped(app.page)).toEqual([])
  expect(await smallTargets(app)).toEqual([])
}

/** What can be pressed and is smaller than a fingertip, 44 pixels, in either direction. */
async function smallTargets(app: App): Promise<readonly string[]> {
  return app.page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, select, a[href], [role=tab], [role=option], [role^=menuitem], label:has(input), input',
      ),
    ]
      // Of a choice the label is what is pressed; a link within a sentence is part of its line.
      .filter((each) => !(each.matches('input') && each.closest('label')) && !each.matches('p a'))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      // A pixel: there for screen readers alone.
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(
        ({ each, box }) =>
          `${each.ariaLabel ?? each.textContent}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ),
  )
}

/** The focus is at the first of its controls: one press leads over each of its ends. */
async function expectTrap(page: Page, panel: Locator): Promise<void> {
  // At its ends the focus is on a guard for a moment, which sends it back inside.
  const isInside = () => panel.evaluate((box) => box.contains(globalThis.document.activeElement))
  await expect.poll(isInside).toBe(true)
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab']) {
    await page.keyboard.press(key)
    await expect.poll(isInside).toBe(true)
  }
}

test('so do the fields and the summary of a pairing', async ({ app, pairing, page }) => {
  await app.open(path)
  await runCommand(app, 'Fields')
  const fields = page.getByRole('dialog', { name: 'Fields of the lines' })
  await expect(fields.getByRole('treeitem').first()).toBeVisible()
  await expectTrap(page, fields)
  await page.keyboard.press('Escape')
  await expect(fields).toBeHidden()
  const hasPlace = () => page.evaluate(() => globalThis.document.activeElement?.tagName !== 'BODY')
  await expect.poll(hasPlace).toBe(true)

  await app.openFiles(
    ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`)),
  )
  await pairing.expectCounts({ requests: 21 })
  const opener = app.button(/^Summary/)
  await opener.tap()
  const summary = page.getByRole('dialog', { name: 'Summary of the pairs' })
  await expect(summary).toBeVisible()
  await expectTrap(page, summary)
  await page.keyboard.press('Escape')
  await expect(summary).toBeHidden()
  await expect(opener).toBeFocused()
})

test('what lies over the table keeps the keyboard, and gives it back', async ({ app, page }) => {
  await app.open(path)
  await app.button(/^Issues/).tap()
  const panel = page.getByRole('dialog', { name: 'Issues and file' })
  await expect(panel).toBeVisible()
  await expectTrap(page, panel)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(app.button(/^Issues/)).toBeFocused()

  // The drawer covers the table, which cannot be reached below it.
  await app.line(2).tap()
  await expect(app.editor).toBeVisible()
  expect(await app.line(2).evaluate((row) => row.closest('[inert]') !== null)).toBe(true)
  await app.editor.getByRole('button', { name: 'Close' }).tap()
  await expect(app.line(2)).toBeFocused()
})
