// A phone, 360 pixels wide: the app opens, reads and fixes. A window of 1280 pixels at 200 % and 400 % has no more.
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

for (const [zoom, viewport] of [
  ['200 %', { width: 640, height: 400 }],
  ['400 %', { width: 320, height: 640 }],
] as const) {
  test.describe(`at ${zoom}`, () => {
    test.use({ viewport })

    for (const [place, arrive] of Object.entries(PLACES)) {
      test(`nothing sticks out or is cut off: ${place}`, async ({ app, page }) => {
        await arrive(app)
        await app.waitForAnimations()
        const overflow = await page.evaluate(
          () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
        )
        expect(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0)
        expect(await findClipped(page)).toEqual([])
      })
    }
  })
}
