// What icons mean is said to the mouse, the keyboard and the finger alike.
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const path = fixturePath('fixes/for-each-cause.jsonl')

test('every icon says what it does, to the mouse and to the keyboard', async ({ app, page }) => {
  await app.open(path)
  await app.line(2).click()
  await expect(app.editor).toBeVisible()
  const tooltip = page.getByRole('tooltip', { includeHidden: true })
  const icons = page.locator('button:visible:has(svg):not(:disabled)').filter({ hasText: /^$/ })
  const count = await icons.count()
  expect(count).toBeGreaterThan(6)
  for (let at = 0; at < count; at += 1) {
    const icon = icons.nth(at)
    const name = (await icon.getAttribute('aria-label')) ?? ''
    expect(name).not.toBe('')
    // What is told of the file later moves icons away from under the mouse.
    await expect(async () => {
      await page.mouse.move(700, 500)
      await icon.hover()
      await expect(tooltip).toContainText(name, { timeout: 3000 })
    }).toPass()
    await page.mouse.move(700, 500)
    await expect(tooltip).toBeHidden()
  }
  await page.keyboard.press('Tab')
  await app.tabTo(app.button('Next issue'))
  await expect(tooltip).toHaveText('Next issue (F8)')
  await page.keyboard.press('Escape')
  await expect(tooltip).toBeHidden()
})

test('a title is shown once, and is still the description of its control', async ({
  app,
  page,
}) => {
  await app.open(path)
  const undo = app.button('Open files').first()
  await undo.hover()
  await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText(/^Open files \(/)
  expect(await undo.getAttribute('title')).toBeNull()
  await expect(undo).toHaveAccessibleDescription(/^Open files \(/)
  await expect(undo).toHaveAccessibleName('Open files')
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('a finger that stays asks, and presses nothing', async ({ app, page }) => {
    await app.open(path)
    const next = app.button('Next issue')
    const box = await next.boundingBox()
    if (!box) throw new Error('The button is there.')
    const session = await page.context().newCDPSession(page)
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await expect(page.getByRole('tooltip', { includeHidden: true })).toHaveText('Next issue (F8)')
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(app.editor).toBeHidden()
    await next.tap()
    await expect(app.editor).toBeVisible()
  })
})
