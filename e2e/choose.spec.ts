// Choosing several lines and doing something to all of them: with the mouse, by keyboard and by touch.
import { readFile, writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const bar = (app: App): Locator => app.page.getByRole('toolbar', { name: 'Chosen lines' })
const chosen = (app: App): Locator => app.grid.locator('[role=row][aria-selected=true]')
const act = (app: App, name: string): Promise<void> =>
  bar(app).getByRole('button', { name, exact: true }).click()

async function expectChosen(app: App, numbers: readonly number[]): Promise<void> {
  await expect(chosen(app)).toHaveCount(numbers.length)
  for (const number of numbers)
    await expect(app.line(number)).toHaveAttribute('aria-selected', 'true')
}

/** {"n":1} to {"n":count}, a line each. */
async function openNumbers(app: App, count: number, path: string): Promise<void> {
  const lines = Array.from({ length: count }, (_, i) => `{"n":${i + 1}}\n`)
  await writeFile(path, lines.join(''))
  await app.open(path)
  await app.expectFacts({ lines: count })
}

test('by mouse: one by one, from one to another, and what is done to them', async ({
  app,
}, info) => {
  await openNumbers(app, 40, info.outputPath('numbers.jsonl'))
  await expect(app.grid).toHaveAttribute('aria-multiselectable', 'true')
  const rowTop = async () => (await app.line(2).boundingBox())?.y
  await app.line(2).click()
  await expect(bar(app)).toBeHidden()
  const top = await rowTop()
  // The line that was clicked alone is one of them.
  await app.line(4).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar(app)).toContainText('2 lines chosen')
  await expect(app.page.getByRole('status', { name: 'Choice status' })).toHaveText('2 lines chosen')
  await expectChosen(app, [2, 4])
  expect(await rowTop()).toBe(top)
  await app.line(7).click({ modifiers: ['Shift'] })
  await expectChosen(app, [4, 5, 6, 7])
  await app.line(9).click({ modifiers: ['ControlOrMeta'] })
  await app.line(10).click({ modifiers: ['ControlOrMeta', 'Shift'] })
  await app.line(5).click({ modifiers: ['ControlOrMeta'] })
  await expectChosen(app, [4, 6, 7, 9, 10])
  // They stay so in another view.
  await app.showView('Invalid')
  await app.showView('All')
  await expectChosen(app, [4, 6, 7, 9, 10])

  await act(app, 'Duplicate lines')
  await app.expectFacts({ lines: 45 })
  await app.button('Undo').first().click()
  await app.expectFacts({ lines: 40 })
  await expectChosen(app, [4, 6, 7, 9, 10])

  await act(app, 'Export')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: 'Chosen lines' })).toBeChecked()
  const download = app.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const file = await (await download).path()
  expect(await readFile(file, 'utf8')).toBe('{"n":4}\n{"n":6}\n{"n":7}\n{"n":9}\n{"n":10}\n')

  await act(app, 'Delete')
  await app.expectFacts({ lines: 35 })
  await expect(bar(app)).toBeHidden()
  await expect(app.page.getByText('Deleted 5 lines.')).toBeVisible()
  await app.page.keyboard.press('ControlOrMeta+z')
  await app.expectFacts({ lines: 40, edited: 0 })
  await expectGivenUpByClick(app)
})

/** A click without a key gives the choice up. */
async function expectGivenUpByClick(app: App): Promise<void> {
  await app.line(3).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar(app)).toBeVisible()
  await app.line(5).click()
  await expect(bar(app)).toBeHidden()
  await expectChosen(app, [5])
}

test('by keyboard: extended, one by one, all, copied, deleted and given up', async ({
  app,
}, info) => {
  const keys = app.page.keyboard
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openNumbers(app, 300, info.outputPath('numbers.jsonl'))
  await app.grid.press('ControlOrMeta+Home')
  await keys.press('ArrowDown')
  await keys.press('Shift+ArrowDown')
  await keys.press('Shift+ArrowDown')
  await expectChosen(app, [2, 3, 4])
  await keys.press('Shift+ArrowUp')
  await expectChosen(app, [2, 3])
  await keys.press('ArrowDown')
  await keys.press('ArrowDown')
  await keys.press('Control+Space')
  await expectChosen(app, [2, 3, 5])
  await keys.press('ControlOrMeta+c')
  await expect(app.page.getByText('Copied 3 lines.')).toBeVisible()
  const copied = await app.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe('{"n":2}\n{"n":3}\n{"n":5}')
  await keys.press('Shift+ControlOrMeta+End')
  await expect(bar(app)).toContainText('296 lines chosen')
  await keys.press('Delete')
  await app.expectFacts({ lines: 4 })
  await keys.press('ControlOrMeta+z')
  await app.expectFacts({ lines: 300 })
  await app.grid.press('ControlOrMeta+a')
  await expect(bar(app)).toContainText('300 lines chosen')
  // The choice is given up first, then the drawer is closed.
  await keys.press('Enter')
  await expect(app.editor).toBeVisible()
  await app.line(3).focus()
  await keys.press('Escape')
  await expect(bar(app)).toBeHidden()
  await expect(app.editor).toBeVisible()
  await keys.press('Escape')
  await expect(app.editor).toBeHidden()
})

test('a million short lines are all deleted, and come back', async ({ app }, info) => {
  test.slow()
  await openNumbers(app, 1_000_000, info.outputPath('million.jsonl'))
  await app.grid.press('ControlOrMeta+a')
  await expect(bar(app)).toContainText('1,000,000 lines chosen')
  await app.page.keyboard.press('Delete')
  await app.expectFacts({ lines: 0 })
  await expect(app.page.getByText('Deleted 1,000,000 lines.')).toBeVisible()
  await app.button('Undo').first().click()
  await app.expectFacts({ lines: 1_000_000, edited: 0 })
  await expect(app.line(1)).toHaveText(/^1\D.*1$/)
})

test('the lines of a cause are deleted, and of repeats all but the first', async ({
  app,
}, info) => {
  const path = info.outputPath('repeats.jsonl')
  const request = (id: string): string =>
    JSON.stringify({
      custom_id: id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Hello' }] },
    })
  const texts = ['a', 'b', 'a', 'c', 'b', 'a'].map(request)
  await writeFile(path, [...texts, '{"cut": 1,}', ''].join('\n'))
  await app.open(path)
  await app.expectFacts({ lines: 7, invalid: 4 })
  const repeats = app.cause('duplicate-custom-id')
  await repeats.getByRole('button', { name: 'More for this issue' }).click()
  await app.page.getByRole('menuitem', { name: 'Delete the repeats' }).click()
  await app.expectFacts({ lines: 4, invalid: 1 })
  await expect(app.page.getByText('Deleted 3 lines.')).toBeVisible()
  await app.cause('trailing-comma').getByRole('button', { name: 'Delete these lines' }).click()
  await app.expectFacts({ lines: 3, invalid: 0 })
  await app.button('Undo').first().click()
  await app.expectFacts({ lines: 4 })
  await app.button('Undo').first().click()
  await app.expectFacts({ lines: 7, invalid: 4 })
  // The same for one line.
  await app.line(3).click()
  await app.fix('Delete the repeat').click()
  await app.expectFacts({ lines: 6, invalid: 3 })
})

test('text that was typed in a chosen line is not lost unasked', async ({ app }) => {
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.line(2).click()
  await app.lineText.click()
  await app.page.keyboard.insertText('typed')
  await app.line(3).click({ modifiers: ['ControlOrMeta'] })
  await expectChosen(app, [2, 3])
  await act(app, 'Delete')
  const question = app.page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Keep them' }).click()
  await app.expectFacts({ lines: 8 })
  await act(app, 'Delete')
  await question.getByRole('button', { name: 'Delete the lines' }).click()
  await app.expectFacts({ lines: 6 })
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a long press begins, taps go on', async ({ app }, info) => {
    await openNumbers(app, 40, info.outputPath('numbers.jsonl'))
    const box = await app.line(2).boundingBox()
    if (!box) throw new Error('no line 2')
    const session = await app.page.context().newCDPSession(app.page)
    const touchPoints = [{ x: box.x + 60, y: box.y + 20 }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await expect(bar(app)).toContainText('1 line chosen')
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(app.editor).toBeHidden()
    await app.line(4).tap()
    await expectChosen(app, [2, 4])
    await expect(app.editor).toBeHidden()
    await act(app, 'Delete')
    await app.expectFacts({ lines: 38 })
  })
})
