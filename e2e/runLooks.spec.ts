// The panel that runs batches for everybody: axe in both themes, room at every width, targets for fingers, and the
// keyboard, which is where it is expected.
import type { Page } from '@playwright/test'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { findClipped } from './support/findClipped.ts'
import { writeRequests } from './support/requests.ts'
import type { RunPage } from './support/runPage.ts'
import { expect, KEY, test } from './support/runTest.ts'

const DESK = { width: 1440, height: 900 }
const SMALL = { width: 1024, height: 700 }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

const LOOKS = [
  { name: 'light', options: { viewport: DESK, colorScheme: 'light' } },
  { name: 'dark', options: { viewport: DESK, colorScheme: 'dark' } },
  { name: 'small', options: { viewport: SMALL } },
  { name: 'small, in Chinese', options: { viewport: SMALL, language: 'zh-TW', locale: 'zh-TW' } },
  { name: 'phone', options: PHONE },
  { name: 'phone, in Chinese', options: { ...PHONE, language: 'zh-TW', locale: 'zh-TW' } },
] as const

const failsEveryThird = ({ number }: { readonly number: number }) =>
  number % 3 === 0
    ? ({ status: 429, code: 'rate_limit_exceeded', message: 'Too many requests.' } as const)
    : 'answered'

test.setTimeout(180_000)

for (const { name, options } of LOOKS) {
  test.describe(name, () => {
    test.use(options)

    test('every step has room and no violations', async ({ app, api, run, folder }) => {
      const isPhone = 'isMobile' in options
      api.store.nextEndings.push({ kind: 'completed', fateOf: failsEveryThird })
      api.fault('content', { kind: 'status', status: 403, message: 'No files for you.' }, 1)
      await app.open(await writeRequests(folder, 9))
      await openPanel(run, isPhone)
      const look = async () => {
        await app.waitForAnimations()
        expect(await findClipped(app.page)).toEqual([])
        if (isPhone) expect(await smallTargets(app.page)).toEqual([])
        expect(await findAxeViolations(app.page)).toEqual([])
      }
      await look()

      await run.show('Connect')
      await run.baseUrl.fill(api.baseUrl)
      await run.key.fill(KEY)
      await run.check()
      await expect(run.tick('Go on although the check failed')).toBeVisible()
      await look()
      await run.tick('Go on although the check failed').check()

      await run.show('Check')
      await expect(run.region.getByText(run.say('Cost as a batch'))).toBeVisible()
      await run.button('Check models').click()
      await look()

      await run.show('Try')
      await run.button('Try first').click()
      await expect(run.trials).toHaveAttribute('data-status', '200')
      await look()

      await run.show('Send')
      await run.button('Add metadata').click()
      await app.page.keyboard.type('lineproof_run')
      await look()
      await app.page.keyboard.press('ControlOrMeta+a')
      await app.page.keyboard.type('round')

      await run.start()
      await run.follow('completed')
      await expect(run.button('Download results')).toBeVisible()
      await look()

      await run.show('Without a key')
      await look()
    })
  })
}

test('the panel gives its place to a line, and takes it back', async ({ app, run, folder }) => {
  await app.open(await writeRequests(folder, 9))
  await run.open()
  await run.show('Send')
  await run.button('Add metadata').click()
  await app.page.keyboard.type('round')
  await app.openLine(2)
  await expect(app.editor).toBeVisible()
  await expect(run.region).toBeHidden()
  await app.page.getByRole('button', { name: 'Back to the batch' }).click()
  await expect(app.editor).toBeHidden()
  await expect(run.region).toBeFocused()
  await expect(run.region.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('round')

  // Where there is room, both are there.
  await app.page.setViewportSize({ width: 1920, height: 1000 })
  await app.openLine(3)
  await expect(app.editor).toBeVisible()
  await expect(run.region).toBeVisible()
  expect(await findClipped(app.page)).toEqual([])
})

test('everything is reached by keyboard, and Escape leads back', async ({ app, run, folder }) => {
  const { page } = app
  await app.open(await writeRequests(folder, 3))
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Run batch')
  await page.keyboard.press('Enter')
  await expect(run.region).toBeFocused()
  const reached: string[] = []
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await run.region.evaluate((region) => {
      const focused = globalThis.document.activeElement
      if (!focused || !region.contains(focused)) return undefined
      return focused.matches('input') ? focused.labels?.[0]?.textContent : focused.textContent
    })
    if (name === undefined) break
    reached.push(name ?? '')
  }
  for (const name of ['API key', 'Base URL', 'Check the connection', 'Upload and start']) {
    expect(reached).toContain(name)
  }
  await run.region.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Escape')
  await expect(run.region).toBeHidden()
  await expect(app.button('Run')).toBeFocused()
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('nothing below the panel is reached', async ({ app, run, folder }) => {
    await app.open(await writeRequests(folder, 3))
    await openPanel(run, true)
    expect(await app.line(2).evaluate((row) => row.closest('[inert]') !== null)).toBe(true)
    await run.region.getByRole('button', { name: 'Close' }).tap()
    await expect(run.region).toBeHidden()
    expect(await app.line(2).evaluate((row) => row.closest('[inert]') !== null)).toBe(false)
  })
})

async function openPanel(run: RunPage, isPhone: boolean): Promise<void> {
  if (!isPhone) return run.open()
  await run.app.button(run.say('More')).tap()
  await run.page.getByRole('menuitem', { name: run.say('Run batch…') }).tap()
  await expect(run.region).toBeVisible()
}

/** What can be pressed and is smaller than a fingertip, 44 pixels, in either direction. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, summary, label:has(input), input')]
      // Of a choice the label is what is pressed.
      .filter((each) => !(each.matches('input') && each.closest('label')))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(
        ({ each, box }) =>
          `${each.textContent}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ),
  )
}
