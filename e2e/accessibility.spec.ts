// axe finds nothing in any state of the app, in either theme.
import type { App } from './support/app.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

const bad = fixturePath('formats/batch-input-bad.jsonl')

const STATES: Readonly<Record<string, (app: App) => Promise<void>>> = {
  empty: async () => {},
  open: (app) => app.open(bad),
  'drawer open': async (app) => {
    await app.open(bad)
    await app.openLine(4)
    await expect(app.editor.locator('[data-code]').first()).toBeVisible()
  },
  'invalid lines and a search': async (app) => {
    await app.open(bad)
    await app.showView('Invalid')
    await app.search('req')
  },
  'export dialog': async (app) => {
    await app.open(bad)
    await app.button(/^Export/).click()
    await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible()
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
  'all commands': async (app) => {
    await app.page.keyboard.press('ControlOrMeta+k')
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
  duplicates: async (app) => {
    await app.open(bad)
    await runCommand(app, 'Find duplicates…')
    const dialog = app.page.getByRole('dialog', { name: 'Find duplicates' })
    await dialog.getByRole('radio', { name: 'Fields' }).check()
    await dialog.getByRole('combobox', { name: 'Field to compare by' }).fill('method')
    await app.page.keyboard.press('Enter')
    await expect(dialog.locator('tr[data-count]').first()).toBeVisible()
  },
  'help of queries': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.button('Help and kept queries').click()
    await expect(app.page.getByRole('dialog', { name: 'Queries' })).toBeVisible()
  },
  'completions of a query': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.searchBox.pressSequentially('body')
    await expect(app.page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
  },
  'a query that is none': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.searchBox.fill('body.model =')
    await app.searchBox.press('Enter')
    await expect(app.page.getByRole('alert')).toBeVisible()
  },
  'menu of a column': async (app) => {
    await app.open(bad)
    await app.grid.getByRole('columnheader').filter({ hasText: 'custom_id' }).hover()
    await app.button('Column custom_id').click()
    await expect(app.page.getByRole('menu')).toBeVisible()
  },
  columns: async (app) => {
    await app.open(bad)
    await app.button('Column custom_id').click({ force: true })
    await app.page.getByRole('menuitem', { name: 'Choose columns…' }).click()
    await expect(app.page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
  },
  transcript: async (app) => {
    await app.open(fixturePath('fixes/for-each-cause.jsonl'))
    await app.openLine(1)
    await app.editor.getByRole('radio', { name: 'Transcript' }).check()
    await expect(app.editor.getByRole('region', { name: 'Transcript' })).toBeVisible()
  },
  'a message of failure': async (app) => {
    await app.dropFiles([fixturePath('formats')])
    await expect(app.page.getByRole('alert')).toBeVisible()
  },
}

async function runCommand(app: App, name: string): Promise<void> {
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.keyboard.type(name)
  await app.page.keyboard.press('Enter')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const [state, arrive] of Object.entries(STATES)) {
      test(state, async ({ app }) => {
        await arrive(app)
        // Colours of a panel that is still fading in are not the ones that it will have.
        await app.waitForAnimations()
        expect(await findAxeViolations(app.page)).toEqual([])
      })
    }
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

test('nothing sticks out at the side at 200 % zoom of a 1440 pixel window', async ({ app }) => {
  await app.open(bad)
  await app.page.setViewportSize({ width: 720, height: 450 })
  const overflow = await app.page.evaluate(
    () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
})
