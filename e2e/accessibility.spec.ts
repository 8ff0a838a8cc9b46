// axe finds nothing in any state of the app, in either theme.
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expectAccessible } from './support/findAxeViolations.ts'
import { fixturePath } from './support/fixturePath.ts'
import { PLACES, runCommand } from './support/places.ts'
import { expect, test } from './support/test.ts'

const bad = fixturePath('formats/batch-input-bad.jsonl')

const STATES: Readonly<Record<string, (app: App) => Promise<void>>> = {
  ...PLACES,
  'invalid lines and a search': async (app) => {
    await app.open(bad)
    await app.showView('Invalid')
    await app.search('req')
  },
  'what fix all would do': async (app) => {
    await app.open(fixturePath('fixes/for-each-cause.jsonl'))
    await app.cause('trailing-comma').getByRole('button', { name: 'Fix all' }).click()
    await expect(app.page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  },
  'files that one is split into': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Split into valid files…')
    await expect(app.page.getByRole('dialog').getByRole('rowheader').first()).toBeVisible()
  },
  'new ids': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Renumber ids…')
    await expect(app.page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
  },
  'list of keys': async (app) => {
    await app.open(bad)
    await app.grid.press('?')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  },
  'fields and one of them more closely': async (app) => {
    await app.open(bad)
    await app.button('Fields').click()
    const fields = app.page.getByRole('region', { name: 'Fields' })
    const model = fields.getByRole('treeitem', { name: 'body.model', exact: true })
    await model.press('Enter')
    await expect(model.getByRole('button', { name: 'Show as column' })).toBeVisible()
    await fields.getByRole('treeitem', { name: 'custom_id', exact: true }).press('Enter')
  },
  'groups of duplicates': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Find duplicates…')
    const dialog = app.page.getByRole('dialog', { name: 'Find duplicates' })
    await dialog.getByRole('radio', { name: 'Fields' }).check()
    await dialog.getByRole('combobox', { name: 'Field to compare by' }).fill('method')
    await app.page.keyboard.press('Enter')
    await expect(dialog.locator('tr[data-count]').first()).toBeVisible()
  },
  'completions of a query': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.searchBox.pressSequentially('body')
    await expect(app.page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
  },
  'menu of a column': async (app) => {
    await app.open(bad)
    await app.grid.getByRole('columnheader').filter({ hasText: 'custom_id' }).hover()
    await app.button('Column custom_id').click()
    await expect(app.page.getByRole('menu')).toBeVisible()
  },
  'a message of failure': async (app) => {
    await app.dropFiles([fixturePath('formats')])
    await expect(app.page.getByRole('alert')).toBeVisible()
  },
}

for (const [state, arrive] of Object.entries(STATES)) {
  test(state, async ({ app }) => {
    await arrive(app)
    await expectAccessible(app)
  })
}

test('the theme follows the system', async ({ app }) => {
  await app.page.emulateMedia({ colorScheme: 'light' })
  const background = () =>
    app.page.evaluate(() => getComputedStyle(globalThis.document.body).backgroundColor)
  const light = await background()
  await app.page.emulateMedia({ colorScheme: 'dark' })
  const dark = await background()
  expect(dark).not.toBe(light)
})

test('where the system chooses the colours, what is pressed and chosen is told from what is not', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await app.openFiles([bad, fixturePath('formats/plain.jsonl')])
  await app.waitUntilReady('batch-input-bad.jsonl')
  await app.setToggle('Match case', true)
  const ground = (control: Locator) =>
    control.evaluate((element) => {
      const colour = getComputedStyle(element).backgroundColor
      // Of what has none it is that of the page, and transparent.
      return colour.replace(/^rgba(.*), 0\)$/, 'rgb$1)')
    })
  const expectToldApart = async (chosen: Locator, other: Locator): Promise<void> => {
    expect(await ground(chosen)).not.toBe(await ground(other))
  }
  const view = (name: 'All' | 'Invalid') => app.viewChoice(name).locator('xpath=..')
  await expectToldApart(app.button('Match case'), app.button('Regular expression'))
  await expectToldApart(view('All'), view('Invalid'))
  await expectToldApart(app.tab('batch-input-bad.jsonl'), app.tab('plain.jsonl'))
  await app.openLine(4)
  const way = (name: string) => app.editor.getByRole('radio', { name }).locator('xpath=..')
  await expectToldApart(way('Text'), way('Transcript'))
  await expectToldApart(app.editor.locator('del').first(), app.editor)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('ArrowDown')
  const options = page.getByRole('dialog').getByRole('option')
  await expectToldApart(options.and(page.locator('[data-highlighted]')), options.nth(3))
})

test('who wants less motion sees none', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.open(bad)
  await app.openLine(4)
  await app.button(/^Export/).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  const moving = await page.evaluate(() =>
    globalThis.document
      .getAnimations()
      .map(({ effect }) => Number(effect?.getComputedTiming().duration))
      .filter((duration) => duration > 1),
  )
  expect(moving).toEqual([])
})
