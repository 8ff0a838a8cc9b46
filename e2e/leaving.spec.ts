// The ways out of fields, drawers and the panel: Escape leads somewhere from everywhere, and where a
// drawer or the panel covers the table the keyboard is never below it.
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const path = fixturePath('fixes/for-each-cause.jsonl')
const pairs = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))

test('Escape in a field closes the drawer first, and goes to the table then', async ({
  app,
  page,
}) => {
  await app.open(path)
  const goTo = page.getByLabel('Go to line', { exact: true })
  for (const [keys, field] of [
    ['ControlOrMeta+f', app.searchBox],
    ['ControlOrMeta+g', goTo],
  ] as const) {
    await page.keyboard.press('F8')
    await expect(app.editor).toBeVisible()
    await page.keyboard.press(keys)
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(app.editor).toBeHidden()
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(app.grid.locator('[role=row]:focus')).toHaveCount(1)
  }
})

test('the same in the search of the pairs', async ({ app, pairing, page }) => {
  await app.openFiles(pairs)
  await pairing.expectCounts({ requests: 21 })
  await pairing.row('req-1').click()
  await expect(pairing.drawer).toBeVisible()
  await page.keyboard.press('ControlOrMeta+f')
  await expect(pairing.searchBox).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pairing.drawer).toBeHidden()
  await expect(pairing.searchBox).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pairing.row('req-1')).toBeFocused()
})

test('the export of pairs opens with the focus on a choice, also the first time', async ({
  app,
  pairing,
}) => {
  await app.openFiles(pairs)
  await pairing.expectCounts({ requests: 21 })
  await pairing.region.getByRole('button', { name: /^Export/ }).click()
  await expect(pairing.dialog.getByRole('radio', { checked: true }).first()).toBeFocused()
})

test.describe('where the panel lies over the table', () => {
  test.use({ viewport: { width: 800, height: 900 } })

  test('Escape in it leads back to what opened it, also with a line open', async ({
    app,
    page,
  }) => {
    await app.open(path)
    await page.keyboard.press('F8')
    await expect(app.editor).toBeVisible()
    const opener = app.button(/^Issues/)
    await opener.press('Enter')
    await expect(app.cause('trailing-comma')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(app.cause('trailing-comma')).toBeHidden()
    await expect(opener).toBeFocused()
  })

  test('the line of its own Next issue is in sight', async ({ app, page }) => {
    await app.open(path)
    await app.button(/^Issues/).press('Enter')
    const panel = page.getByRole('dialog', { name: 'Issues and file' })
    await panel.getByRole('button', { name: 'Next issue' }).press('Enter')
    await expect(panel).toBeHidden()
    await expect(app.editor).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => globalThis.document.activeElement?.tagName))
      .not.toBe('BODY')
  })
})

test.describe('where a drawer covers the table', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the keyboard goes into the drawer, and keys for the fields lead out of it', async ({
    app,
    page,
  }) => {
    await app.open(path)
    await page.evaluate(() => (globalThis.document.activeElement as HTMLElement).blur())
    await page.keyboard.press('F8')
    await expect(app.editor).toBeFocused()
    await page.keyboard.press('ControlOrMeta+f')
    await expect(app.editor).toBeHidden()
    await expect(app.searchBox).toBeFocused()
    await page.keyboard.press('F8')
    await expect(app.editor).toBeFocused()
    await page.keyboard.press('ControlOrMeta+g')
    await expect(app.editor).toBeHidden()
    await expect(page.getByLabel('Go to line', { exact: true })).toBeFocused()
  })

  test('what the drawer of a pair covers is out of reach', async ({ app, pairing, page }) => {
    await app.openFiles(pairs)
    await pairing.expectCounts({ requests: 21 })
    await pairing.row('req-2').click()
    await expect(pairing.drawer).toBeVisible()
    const isReachable = await pairing.row('req-2').evaluate((row: HTMLElement) => {
      row.focus()
      return row.ownerDocument.activeElement === row
    })
    expect(isReachable).toBe(false)
    await page.keyboard.press('ControlOrMeta+f')
    await expect(pairing.drawer).toBeHidden()
    await expect(pairing.searchBox).toBeFocused()
  })
})
