// The journey by keyboard alone: after every step the focus is where the next key makes sense. The mouse
// is not touched, and nothing is focused but by keys.
import { readFile } from 'node:fs/promises'
import { fixAllAnswer } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

test('a file is opened, mended, searched, exported and closed without a mouse', async ({
  app,
  page,
}) => {
  const keys = page.keyboard
  const path = fixturePath('fixes/for-each-cause.jsonl')

  // A browser without pickers of its own, whose dialog a test can answer.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showOpenFilePicker'))
  // Choosers are handed to the test from now on, and not from a moment after it begins to wait for one.
  page.on('filechooser', () => {})
  await page.reload()

  // Open, by the button that Tab reaches first of those on the screen.
  await app.tabTo(page.getByRole('main').getByRole('button', { name: 'Open files' }))
  const choosing = page.waitForEvent('filechooser')
  await keys.press('Enter')
  await (await choosing).setFiles(path)
  await app.expectFacts({ state: 'ready', lines: 8, invalid: 5 })
  await expect(app.line(1)).toBeFocused()

  // The first issue; Enter edits its line.
  await keys.press('F8')
  await expect(app.line(2)).toBeFocused()
  await keys.press('Enter')
  await expect(app.lineText).toBeFocused()
  await keys.press('Escape')
  await expect(app.line(2)).toBeFocused()

  // A fix of the line, and on to the next issue.
  const fix = app.fix('Remove the extra comma')
  await keys.press('Enter')
  await expect(app.lineText).toBeFocused()
  await app.tabTo(fix)
  await keys.press('Enter')
  await app.expectFacts({ invalid: 4, edited: 1 })
  await expect(app.button(/^Go to the next finding/)).toBeFocused()
  await keys.press('Enter')
  await expect(app.line(3)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Escape')
  await expect(app.editor).toBeHidden()
  await expect(app.line(3)).toBeFocused()

  // All lines with a cause, one cause after the other.
  const fixAll = app.issues.getByRole('button', { name: 'Fix all' })
  await app.tabTo(fixAll.first())
  const before = await fixAll.count()
  await keys.press('Enter')
  await expect(fixAllAnswer(app)).toBeFocused()
  await keys.press('Enter')
  await expect(fixAll).toHaveCount(before - 1)
  await expect(fixAll.first()).toBeFocused()

  // Search, from match to match, and back to the table.
  await keys.press('ControlOrMeta+f')
  await expect(app.searchBox).toBeFocused()
  await keys.type('Question 6')
  await keys.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-matches', '1')
  await expect(app.editor).toBeVisible()
  await keys.press('F3')
  await expect(app.editor.locator('mark').first()).toBeVisible()

  // Export, by the key, with the name that Enter takes.
  await keys.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  await app.tabTo(dialog.getByRole('textbox', { name: 'File name' }))
  const downloading = page.waitForEvent('download')
  await keys.press('Enter')
  const written = await readFile(await (await downloading).path(), 'utf8')
  const original = (await readFile(path, 'utf8')).split('\n')
  expect(written.split('\n')[0]).toBe(original[0])
  expect(written.split('\n')[1]).toBe(original[1]?.replace('},}', '}}').replace('],}', ']}'))
  await expect(dialog).toBeHidden()

  // Close: what was exported whole is not asked about.
  await app.tabTo(app.tab('for-each-cause.jsonl'))
  await keys.press('Delete')
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  await expect
    .poll(() => page.evaluate(() => globalThis.document.activeElement?.tagName))
    .toBe('BUTTON')
})
