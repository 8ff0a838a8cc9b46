// The issues panel while issues are mended, and where the keyboard is after each action.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { fixAllAnswer, fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const causesFile = fixturePath('fixes/for-each-cause.jsonl')

const announced = (app: App): Locator => app.page.getByRole('status', { name: 'Announcements' })

/** What has the focus: 'body' when it is lost. */
const focused = (app: App): Promise<string> =>
  app.page.evaluate(() => {
    const active = globalThis.document.activeElement
    return active?.getAttribute('data-line') ?? active?.textContent ?? active?.tagName ?? ''
  })

test('after a file has loaded, Enter edits its first line', async ({ app }) => {
  await app.open(causesFile)
  await expect(app.line(1)).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(app.lineText).toBeFocused()
})

test('F8 from nowhere says which line it shows and why, and Enter edits that', async ({ app }) => {
  await app.open(causesFile)
  await app.page.mouse.click(700, 880)
  await app.page.evaluate(() => (globalThis.document.activeElement as HTMLElement).blur())
  await app.page.keyboard.press('F8')
  await expect(announced(app)).toHaveText(/^Line 2, invalid: Trailing comma\s?$/)
  await expect(app.line(2)).toBeFocused()
  await app.page.keyboard.press('F8')
  await expect(announced(app)).toHaveText(/^Line 3, invalid: /)
  await expect(app.line(3)).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(app.lineText).toBeFocused()
})

test('F8 from the panel goes to the line, and the keyboard with it', async ({ app }) => {
  await app.open(causesFile)
  const next = app.issues.getByRole('button', { name: 'Next', exact: true }).first()
  await next.focus()
  await app.page.keyboard.press('F8')
  await expect(app.editor).toBeVisible()
  await expect(next).not.toBeFocused()
  const row = app.page.locator('[role=row]:focus')
  await expect(row).toHaveAttribute('data-open', 'true')
  await app.page.keyboard.press('F8')
  await expect(row).toHaveAttribute('data-open', 'true')
})

test('after Fix all the keyboard goes on with the next cause, and at the end with the table', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'few.jsonl')
  await writeFile(path, '{"a": 1,}\n{"a": \'2\'}\n{"a": \'3\'}\n')
  await app.open(path)
  await app.expectFacts({ invalid: 3 })
  const fixAll = (code: string) => app.cause(code).getByRole('button', { name: 'Fix all' })
  await fixAll('trailing-comma').focus()
  await expect(fixAll('trailing-comma')).toHaveAccessibleDescription(/^Trailing comma: /)
  await expect(
    app.cause('trailing-comma').getByRole('button', { name: 'Next' }),
  ).toHaveAccessibleDescription('Trailing comma')
  await app.page.keyboard.press('Enter')
  await expect(fixAllAnswer(app)).toBeFocused()
  await app.page.keyboard.press('Enter')
  await app.expectFacts({ invalid: 2 })
  await expect(fixAll('single-quotes')).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(fixAllAnswer(app)).toBeFocused()
  await app.page.keyboard.press('Enter')
  await app.expectFacts({ invalid: 0 })
  await expect(app.line(1)).toBeFocused()
})

test('the list stays still under the pointer while causes go', async ({ app }) => {
  await app.open(causesFile)
  const causes = await app.causes()
  const items = causes.map(({ code }) => app.cause(code))
  const fixable = []
  const remove = /^Delete the/
  for (const item of items) {
    const has = async (name: string | RegExp): Promise<boolean> =>
      (await item.getByRole('button', { name }).count()) > 0
    if ((await has('Fix all')) && (await has(remove))) fixable.push(item)
  }
  const [first, second] = fixable
  if (!first || !second) throw new Error('The file has causes that can be fixed.')
  const code = await first.getAttribute('data-code')
  const place = await second.boundingBox()
  await first.getByRole('button', { name: remove }).click()
  await expect(app.cause(code ?? '')).toHaveCount(0)
  expect(await second.boundingBox()).toEqual(place)
  // Once nobody is at it, the list is what is left.
  await app.page.mouse.move(900, 500)
  await expect.poll(async () => (await second.boundingBox())?.y).toBeLessThan(place?.y ?? 0)
})

test('a view of a cause keeps its name when the cause is gone', async ({ app }) => {
  await app.open(causesFile)
  const cause = app.cause('trailing-comma')
  await cause
    .getByRole('button', { name: /Trailing comma/ })
    .first()
    .click()
  await expect(app.button('Show all lines again, not only: Trailing comma')).toBeVisible()
  await fixAllOf(app, 'trailing-comma')
  await expect(app.cause('trailing-comma')).toHaveCount(0)
  await expect(app.button('Show all lines again, not only: Trailing comma')).toBeVisible()
})

test('no action leaves the keyboard nowhere', async ({ app }) => {
  await app.open(causesFile)
  const keys = app.page.keyboard
  const steps: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
    ['next issue', () => keys.press('F8')],
    ['edit', () => keys.press('Enter')],
    ['close the editor', () => keys.press('Escape')],
    ['the last line', () => app.jumpTo(7)],
    [
      'next line of the editor, which is the last',
      async () => {
        await app.line(7).click()
        await app.button('Next line').click()
        await expect(app.button('Next line')).toBeDisabled()
      },
    ],
    ['delete the line', () => app.editor.getByRole('button', { name: 'Delete line' }).click()],
    ['undo', () => keys.press('ControlOrMeta+z')],
    ['invalid lines', () => app.showView('Invalid')],
    ['fix all in the editor', () => app.button('Next issue').click()],
    ['redo', () => keys.press('ControlOrMeta+Shift+z')],
    [
      'a second document',
      async () => {
        await app.open(fixturePath('formats/plain.jsonl'))
      },
    ],
    ['close a document', () => app.button('Close plain.jsonl').click()],
  ]
  for (const [name, run] of steps) {
    await run()
    await expect.poll(() => focused(app), name).not.toBe('BODY')
    await expect
      .poll(() => app.page.evaluate(() => globalThis.document.activeElement?.tagName), name)
      .not.toBe('BODY')
  }
})

test('a line that was asked for by number has the keyboard, and a wrong number keeps it', async ({
  app,
}) => {
  await app.open(causesFile)
  const field = app.page.getByLabel('Go to line', { exact: true })
  await app.page.keyboard.press('ControlOrMeta+g')
  await app.page.keyboard.type('4')
  await app.page.keyboard.press('Enter')
  await expect(app.line(4)).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(app.lineText).toBeFocused()
  await app.page.keyboard.press('ControlOrMeta+g')
  await app.page.keyboard.type('4,000')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('alert')).toHaveText(/^There are \d+ lines/)
  await expect(field).toBeFocused()
})

test('Escape leaves the fields above the table for the table', async ({ app }) => {
  await app.open(causesFile)
  for (const key of ['ControlOrMeta+f', 'ControlOrMeta+g']) {
    await app.page.keyboard.press(key)
    await expect(app.line(1)).not.toBeFocused()
    await app.page.keyboard.press('Escape')
    await expect(app.line(1)).toBeFocused()
  }
})

test('a view is said with how many lines it has', async ({ app }) => {
  await app.open(causesFile)
  const { invalid, lines } = await app.facts()
  await app.showView('Invalid')
  await expect(announced(app)).toHaveText(new RegExp(`^${invalid} invalid lines\\s?$`))
  await app.showView('All')
  await expect(announced(app)).toHaveText(new RegExp(`^All ${lines} lines\\s?$`))
})

test('of a file without lines the drawer shows none, and that is no failure', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'one.jsonl')
  await writeFile(path, '{"a": 1}\n')
  await app.open(path)
  await app.page.keyboard.press('Enter')
  await app.editor.getByRole('button', { name: 'Delete line' }).click()
  await app.expectFacts({ lines: 0 })
  await expect(app.editor.getByText('Choose a line of the table')).toBeVisible()
  await expect(app.page.getByRole('alert')).toHaveCount(0)
})
