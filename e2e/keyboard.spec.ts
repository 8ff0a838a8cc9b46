// The main job without a mouse, with the keys that the app lists.
import { fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

test('open, walk, fix, undo, search, jump and export by keyboard alone', async ({ app }) => {
  const keys = app.page.keyboard
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.expectFacts({ lines: 8, invalid: 5 })

  // Next and previous issue.
  await keys.press('F8')
  await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
  await keys.press('F8')
  await expect(app.line(3)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Shift+F8')
  await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Escape')
  await expect(app.editor).toBeHidden()

  // The grid.
  await app.grid.press('ControlOrMeta+Home')
  await keys.press('ArrowDown')
  await expect(app.line(2)).toBeFocused()
  await keys.press('ControlOrMeta+End')
  await expect(app.line(8)).toBeFocused()
  await keys.press('PageUp')
  await expect(app.line(1)).toBeFocused()
  await keys.press('ArrowDown')

  // Edit and apply.
  await keys.press('Enter')
  await expect(app.lineText).toBeFocused()
  await keys.press('ControlOrMeta+a')
  await keys.insertText('{"typed": "without a mouse"}')
  await keys.press('ControlOrMeta+Enter')
  await app.expectFacts({ edited: 1 })
  await expect(app.cause('trailing-comma')).toHaveCount(0)
  await keys.press('Escape')
  await expect(app.editor).toBeHidden()
  await expect(app.line(2)).toBeFocused()

  // Undo and redo.
  await keys.press('ControlOrMeta+z')
  await app.expectFacts({ edited: 0, invalid: 5 })
  await keys.press('ControlOrMeta+Shift+z')
  await app.expectFacts({ edited: 1 })

  // Search and go to line.
  await keys.press('ControlOrMeta+f')
  await expect(app.searchBox).toBeFocused()
  await keys.type('req-6')
  await keys.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-matches', '1')
  await keys.press('ControlOrMeta+g')
  await expect(app.page.getByLabel('Go to line', { exact: true })).toBeFocused()
  await keys.type('8')
  await keys.press('Enter')
  await expect(app.line(8)).toBeInViewport()

  // Export.
  const downloading = app.page.waitForEvent('download')
  await keys.press('ControlOrMeta+s')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await app.tabTo(dialog.getByRole('button', { name: 'Download', exact: true }))
  await keys.press('Enter')
  await downloading
})

test('every control of the main screen can be reached with Tab', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  for (const control of [
    app.button('Open files'),
    app.tab('for-each-cause.jsonl'),
    app.cause('trailing-comma').getByRole('button', { name: 'Fix all' }),
    app.searchBox,
    app.page.getByRole('radio', { name: 'All', exact: true }),
    app.page.getByLabel('Go to line', { exact: true }),
    app.button(/^Export/),
  ]) {
    await app.tabTo(control)
  }
})

test('the empty screen is used by keyboard', async ({ app }) => {
  await app.tabTo(app.button(/Try an example/))
  await app.page.keyboard.press('Enter')
  await app.waitUntilReady()
})

test('? lists the keys, and Escape closes the list', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.grid.press('?')
  const list = app.page.getByRole('dialog')
  await expect(list).toContainText('F8')
  await app.page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})

test('the command palette finds and runs a command', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.page.keyboard.press('ControlOrMeta+k')
  await expect(app.page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
  await app.page.keyboard.type('next issue')
  await app.page.keyboard.press('Enter')
  await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
})

test('typing in a field is not taken for a shortcut', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.searchBox.click()
  await app.page.keyboard.type('a?b')
  await expect(app.searchBox).toHaveValue('a?b')
  await expect(app.page.getByRole('dialog')).toBeHidden()
})

test('every shortcut works after every control has been visited', async ({ app, page }) => {
  const keys = page.keyboard
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await keys.press('F8')
  await expect(app.editor).toBeVisible()
  // Twice round: what a control leaves behind must not matter the second time either.
  for (let presses = 0; presses < 150; presses += 1) await keys.press('Tab')
  const popups = page.locator('[aria-haspopup]:visible:not(:disabled)')
  const count = await popups.count()
  expect(count).toBeGreaterThan(3)
  for (let at = 0; at < count; at += 1) {
    await popups.nth(at).focus()
    await keys.press('Enter')
    await expect(popups.nth(at)).toHaveAttribute('aria-expanded', 'true')
    await keys.press('Escape')
    await expect(popups.nth(at)).toHaveAttribute('aria-expanded', 'false')
  }
  // The Escape that closed a menu of the editor was not for the editor.
  await expect(app.editor).toBeVisible()

  await keys.press('ControlOrMeta+f')
  await expect(app.searchBox).toBeFocused()
  await keys.press('ControlOrMeta+g')
  await expect(page.getByLabel('Go to line', { exact: true })).toBeFocused()
  await keys.press('F8')
  await expect(app.line(3)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Shift+F8')
  await expect(app.line(2)).toHaveAttribute('aria-selected', 'true')
  const dialogs: readonly (readonly [keys: string, name: string])[] = [
    ['ControlOrMeta+k', 'All commands'],
    ['ControlOrMeta+s', 'Export'],
    ['?', 'Keys'],
  ]
  await app.line(2).focus()
  for (const [press, name] of dialogs) {
    await keys.press(press)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByRole('dialog', { name })).toBeHidden()
  }
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ edited: 1 })
  await keys.press('ControlOrMeta+z')
  await app.expectFacts({ edited: 0 })
  await keys.press('ControlOrMeta+Shift+z')
  await app.expectFacts({ edited: 1 })
  await keys.press('Escape')
  await expect(app.editor).toBeHidden()
})

test('letters are found by their places where the keyboard writes no Latin', async ({
  app,
  page,
}) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  const press = (key: string, code: string) =>
    page.evaluate(
      ([k, c]) => {
        const target = globalThis.document.activeElement ?? globalThis.document.body
        const press = { key: k, code: c, ctrlKey: true, bubbles: true, cancelable: true }
        target.dispatchEvent(new KeyboardEvent('keydown', press))
      },
      [key, code] as const,
    )
  await press('а', 'KeyF')
  await expect(app.searchBox).toBeFocused()
  await press('п', 'KeyG')
  await expect(page.getByLabel('Go to line', { exact: true })).toBeFocused()
  await press('ل', 'KeyG')
  await press('כ', 'KeyF')
  await expect(app.searchBox).toBeFocused()
})

test('the palette with no command of that name takes arrows and Enter', async ({ app, page }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await page.keyboard.press('ControlOrMeta+k')
  const dialog = page.getByRole('dialog', { name: 'All commands' })
  const field = dialog.getByRole('combobox', { name: 'Find a command' })
  await expect(field).toBeFocused()
  await field.fill('no such command')
  await expect(dialog.getByText('No command is called that.')).toBeVisible()
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await expect(dialog).toBeVisible()
  await field.fill('raw')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(app.button('Raw')).toHaveAttribute('aria-pressed', 'true')
})
