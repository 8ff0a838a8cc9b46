// A phone, 360 pixels wide: the app opens, reads and fixes. A window of 1280 pixels at 200 % and 400 % has no more.
import type { Page } from '@playwright/test'
import { findClipped } from './support/findClipped.ts'
import { fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { PLACES } from './support/places.ts'
import { expect, test } from './support/test.ts'

test.use({ viewport: { width: 360, height: 740 } })

test('opens, reads and fixes at 360 pixels', async ({ app }) => {
  const assertFits = async () => {
    const overflow = await app.page.evaluate(
      () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
    )
    expect(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0)
  }
  await assertFits()
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.expectFacts({ lines: 8, invalid: 5 })
  await expect(app.line(1)).toBeInViewport()
  await assertFits()

  await app.line(2).click()
  const fix = app.fix('Remove the extra comma')
  await fix.scrollIntoViewIfNeeded()
  await assertFits()
  await fix.click()
  await app.expectFacts({ invalid: 4, edited: 1 })
  await app.page.keyboard.press('Escape')
  await expect(app.editor).toBeHidden()
  await expect(app.line(2)).toHaveAttribute('data-verdict', 'valid')

  await app.line(3).click()
  await app.typeLine('{"custom_id": "typed on a phone"}')
  await app.apply()
  await app.expectFacts({ edited: 2 })
  expect((await app.exportBytes('All lines')).toString()).toContain('typed on a phone')
})

test('the issues are one button away', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.button(/^Issues/).click()
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ invalid: 4 })
})

test.describe('zoomed in', () => {
  test.use({ viewport: { width: 640, height: 400 } })

  for (const [place, arrive] of Object.entries(PLACES)) {
    test(`nothing sticks out or is cut off: ${place}`, async ({ app, page }) => {
      await arrive(app)
      const shown = await partsInSight(page)
      for (const [zoom, viewport] of [
        ['200 %', { width: 640, height: 400 }],
        // Who zooms in does so where they are.
        ['400 %', { width: 320, height: 640 }],
      ] as const) {
        await test.step(zoom, async () => {
          await page.setViewportSize(viewport)
          await expect.poll(() => page.evaluate(() => globalThis.innerWidth)).toBe(viewport.width)
          await app.waitForAnimations()
          const overflow = () =>
            page.evaluate(
              () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
            )
          await expect.poll(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0)
          await expect.poll(() => findClipped(page)).toEqual([])
          expect(await partsInSight(page), 'what is looked at').toEqual(shown)
        })
      }
    })
  }
})

/** Names of what is open. */
function partsInSight(page: Page): Promise<readonly string[]> {
  return page
    .locator('[role=dialog], [role=alertdialog], [role=alert], [role=grid], section[aria-label]')
    .evaluateAll((parts) =>
      parts
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .map((part) => `${part.role ?? part.localName}: ${part.ariaLabel ?? ''}`),
    )
}
