// The Fields panel: which fields the lines have, what they hold, where few lines differ; what is pressed filters.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const panel = (app: App): Locator => app.page.getByRole('region', { name: 'Fields' })
const field = (app: App, path: string): Locator =>
  panel(app).getByRole('treeitem', { name: path, exact: true })

async function openMixed(app: App, folder: string): Promise<void> {
  const lines = Array.from({ length: 200 }, (_, i) =>
    JSON.stringify({
      level: i % 4 === 0 ? 'error' : 'info',
      user: i === 150 ? 'anna' : { id: i },
      ...(i % 2 === 0 && { tags: ['a', 'b'] }),
    }),
  )
  const path = join(folder, 'log.jsonl')
  await writeFile(path, `${lines.join('\n')}\n{"level":\n`)
  await app.open(path)
}

test('fields are counted, their values filter, and lines that are no JSON are counted apart', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await expect(panel(app)).toContainText('Of 200 lines.')
  await expect(panel(app).locator('[data-not-json="1"]')).toBeVisible()
  await expect(field(app, 'level')).toHaveAttribute('data-present', '200')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '2')
  await expect(field(app, 'user')).toHaveAttribute('data-kinds', 'object string')
  await expect(field(app, 'tags')).toHaveAttribute('data-present', '100')
  await expect(field(app, 'tags[*]')).toHaveAttribute('data-present', '100')

  await field(app, 'level').focus()
  await app.page.keyboard.press('Enter')
  const error = field(app, 'level').getByRole('button', { name: /"error"/ })
  await expect(error).toHaveAttribute('data-count', '50')
  await error.click()
  await expect(app.searchBox).toHaveValue('level = "error"')
  await expect(app.page.locator('[data-state=done][data-matches="50"]')).toBeVisible()
  // The figures follow the lines shown, until those of all lines are asked for.
  await expect(panel(app)).toContainText('Of 50 lines that were shown.')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '1')
  await expect(panel(app).getByRole('radio', { name: 'The 50 lines shown' })).toBeChecked()
  await panel(app).getByRole('radio', { name: 'All lines' }).check()
  await expect(panel(app)).toContainText('Of 200 lines.')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '2')
})

test('what is pressed is added to the query of the lines shown, and with Shift takes its place', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await field(app, 'level').press('Enter')
  await field(app, 'level')
    .getByRole('button', { name: /"error"/ })
    .click()
  await expect(panel(app)).toContainText('Of 50 lines that were shown.')
  await field(app, 'user.id').press('Enter')
  await field(app, 'user.id').getByRole('button', { name: '8 1', exact: true }).click()
  await expect(app.searchBox).toHaveValue('level = "error" and user.id = 8')
  await panel(app).getByRole('radio', { name: 'All lines' }).check()
  const info = field(app, 'level').getByRole('button', { name: /"info"/ })
  await info.click()
  await expect(app.searchBox).toHaveValue('level = "info"')
  await panel(app)
    .getByRole('radio', { name: /lines shown/ })
    .check()
  await expect(panel(app)).toContainText('Of 150 lines that were shown.')
  await field(app, 'user.id')
    .getByRole('button', { name: '5 1', exact: true })
    .click({ modifiers: ['Shift'] })
  await expect(app.searchBox).toHaveValue('user.id = 5')
})

test('numbers, times and lengths are spread over bars, and each bar shows its lines', async ({
  app,
  folder,
}) => {
  const lines = Array.from({ length: 300 }, (_, i) =>
    JSON.stringify({
      took: i / 10,
      at: new Date(Date.UTC(2026, 0, 1 + (i % 20), 12)).toISOString(),
      created: 1_700_000_000 + i * 3600,
      text: 'x'.repeat(i % 7),
      tags: Array.from({ length: i % 3 }, () => 'a'),
    }),
  )
  const path = join(folder, 'spread.jsonl')
  await writeFile(path, lines.join('\n'))
  await app.open(path)
  await app.button('Fields').click()
  const press = async (name: string, bars: string, bar: RegExp): Promise<void> => {
    await field(app, name).press('Enter')
    const found = field(app, name)
      .getByRole('toolbar', { name: bars })
      .getByRole('button', { name: bar })
    const count = await found.getAttribute('data-count')
    await found.click()
    await expect(app.page.locator(`[data-state=done][data-matches="${count}"]`)).toBeVisible()
    await panel(app).getByRole('radio', { name: 'All lines' }).check()
    await expect(panel(app)).toContainText('Of 300 lines.')
    await field(app, name).press('Enter')
  }
  await press('took', 'Numbers', /^4 – 6: 20 values$/)
  await expect(app.searchBox).toHaveValue('took >= 4 and took < 6')
  await press('at', 'Times', /^2026-01-03 – 2026-01-04: 15 values$/)
  await press('created', 'Times, in UTC', /^Nov 15, 2023 – Nov 16, 2023: 24 values$/)
  await press('text', 'Length of strings', /^3: 43 values$/)
  await press('tags', 'Length of arrays', /^2: 100 values$/)
  await expect(app.searchBox).toHaveValue('length(tags) = 2')
})

test('objects fold by keyboard, stay folded, and fields are found by their names', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await expect(field(app, 'user')).toHaveAttribute('aria-expanded', 'true')
  await expect(field(app, 'user.id')).toHaveAttribute('aria-level', '2')
  await field(app, 'level').focus()
  await app.page.keyboard.press('ArrowDown')
  await expect(field(app, 'user')).toBeFocused()
  await app.page.keyboard.press('ArrowLeft')
  await expect(field(app, 'user.id')).toHaveCount(0)
  await app.page.keyboard.press('t')
  await expect(field(app, 'tags')).toBeFocused()
  await expect(field(app, 'tags')).toHaveAttribute('aria-posinset', '3')
  await expect(field(app, 'tags')).toHaveAttribute('aria-setsize', '3')
  await app.page.keyboard.press('Home')
  await expect(field(app, 'level')).toBeFocused()
  await app.button('Close fields').click()
  await app.button('Fields').click()
  await expect(field(app, 'tags')).toBeVisible()
  await expect(field(app, 'user.id')).toHaveCount(0)
  await panel(app).getByRole('searchbox', { name: 'Find a field' }).fill('ID')
  await expect(field(app, 'user.id')).toBeVisible()
  await expect(field(app, 'level')).toHaveCount(0)
  await expect(panel(app)).toContainText('1 of 5 fields')
})

test('after an edit the figures are those of the lines as they are now', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '2')
  await app.line(1).click()
  await app.lineText.fill('{"level":"fatal"}')
  await app.page.keyboard.press('Control+Enter')
  await expect(field(app, 'level')).toHaveAttribute('data-distinct', '3')
})

test('any key, any value, and as many fields as there may be', async ({ app, folder }) => {
  const keys = ['a.b', 'a[0]', 'say "x"', '', '__proto__', '\u00e9\u2028', 'constructor']
  const object = `{${keys.map((key) => `${JSON.stringify(key)}:{"n":1}`).join(',')}}`
  const many = `{${Array.from({ length: 900 }, (_, i) => `"key ${i}":${i}`).join(',')}}`
  const path = join(folder, 'keys.jsonl')
  await writeFile(path, `${object}\n${many}\n[1,"x"]\n7\n`)
  await app.open(path)
  await app.button('Fields').click()
  await expect(panel(app)).toContainText('Of 4 lines.')
  for (const name of ['["a.b"]', '["a[0]"]', '["say \\"x\\""]', '[""]', '__proto__', '$']) {
    await panel(app).getByRole('searchbox', { name: 'Find a field' }).fill(name)
    await expect(field(app, name)).toBeVisible()
  }
  await panel(app).getByRole('searchbox', { name: 'Find a field' }).fill('')
  await field(app, '$').press('Enter')
  await field(app, '$')
    .getByRole('button', { name: /number 1/ })
    .click()
  await expect(app.page.locator('[data-state=done][data-matches="1"]')).toBeVisible()
  await panel(app).getByRole('radio', { name: 'All lines' }).check()
  await expect(field(app, '$')).toHaveAttribute('data-present', '4')
  // The last of some 900 fields is one key away.
  await field(app, '$').press('End')
  await expect(field(app, '[*]')).toBeFocused()
  await expect(field(app, '[*]')).toBeVisible()
  await field(app, '[*]').press('ArrowUp')
  await expect(field(app, '["key 899"]')).toBeFocused()
})

test('where few lines differ leads to them, and a field becomes a column', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  await panel(app)
    .getByRole('button', { name: /user is a string, elsewhere an object/ })
    .click()
  await expect(app.page.locator('[data-state=done][data-matches="1"]')).toBeVisible()
  await expect(app.line(151)).toBeVisible()
  await panel(app).getByRole('radio', { name: 'All lines' }).check()
  await field(app, 'user.id').press('Enter')
  await field(app, 'user.id').getByRole('button', { name: 'Show as column' }).click()
  await expect(field(app, 'user.id').getByRole('button', { name: 'Is a column' })).toBeDisabled()
  await expect(app.page.getByRole('columnheader', { name: /user\.id/ })).toBeVisible()
  await app.button('Close fields').click()
  await expect(app.page.getByRole('region', { name: 'Issues' })).toBeVisible()
})

test('what lines have in common is saved as a JSON Schema, and another file is compared with it', async ({
  app,
  folder,
}) => {
  await openMixed(app, folder)
  await app.button('Fields').click()
  const compareWith = (path: string): Promise<void> =>
    panel(app).getByLabel('File of the schema').setInputFiles(path)
  const compared = panel(app).locator('[data-schema]')
  const downloading = app.page.waitForEvent('download')
  await panel(app)
    .getByRole('button', { name: 'Save what lines have in common as a JSON Schema' })
    .click()
  const schema = join(folder, 'log-schema.json')
  await (await downloading).saveAs(schema)
  await compareWith(schema)
  await expect(compared).toContainText('Compared with log-schema.json')
  await expect(compared).toContainText('These lines fit the schema.')

  const other = join(folder, 'other.jsonl')
  const lines = Array.from({ length: 30 }, (_, i) =>
    JSON.stringify({
      level: i < 3 ? 'fatal' : 'info',
      ...(i % 10 > 0 && { user: i === 5 ? 7 : { id: i === 6 ? 'six' : i } }),
      ...(i === 8 && { extra: 1 }),
    }),
  )
  await writeFile(other, `${lines.join('\n')}\n`)
  await app.open(other)
  await expect(compared.getByRole('button')).toHaveText([
    '',
    '3 lines lack user. First at line 1.',
    /^3 values of level are not in the schema’s list: "fatal"\. First at line 1\.$/,
    '1 line: user is a number, in the schema an object or a string. First at line 6.',
    '1 line: user.id is a string, in the schema a whole number. First at line 7.',
    '1 line has extra. First at line 9.',
  ])
  await compared.getByRole('button', { name: /lack user/ }).click()
  await expect(app.searchBox).toHaveValue('not exists(user)')
  await expect(app.page.locator('[data-state=done][data-matches="3"]')).toBeVisible()

  // What is no schema says so, and what is not compared is named.
  await compareWith(other)
  await expect(compared.getByRole('alert')).toHaveText('This file is not JSON.')
  const written = join(folder, 'written.json')
  await writeFile(written, '{"type":"object","properties":{"level":{"pattern":"^[a-z]+$"}}}')
  await panel(app).getByRole('radio', { name: 'All lines' }).check()
  await compareWith(written)
  await expect(compared).toContainText('Nothing differs as far as was compared.')
  await expect(compared).toContainText('Not compared: pattern.')
  await compared.getByRole('button', { name: 'No longer compare' }).click()
  await expect(compared).toHaveCount(0)
})

test('a value of 50 MB is counted like any other', async ({ app, folder }) => {
  const path = join(folder, 'long.jsonl')
  const long = 'x'.repeat(50e6)
  await writeFile(path, `{"text":"short"}\n{"text":"${long}","n":1}\n`)
  await app.open(path)
  await app.button('Fields').click()
  await expect(field(app, 'text')).toHaveAttribute('data-distinct', '2')
  await field(app, 'text').press('Enter')
  await expect(field(app, 'text')).toContainText('50,000,000')
  await expect(field(app, 'text').getByRole('button', { name: /x…/ })).toBeVisible()
  // Reading it again is asked for.
  await field(app, 'text').getByRole('button', { name: 'Show how values are spread' }).click()
  await expect(field(app, 'text').getByRole('toolbar', { name: 'Length of strings' })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 740 }, hasTouch: true })

  test('the panel lies over the table, and what is pressed shows its lines', async ({
    app,
    folder,
  }) => {
    await openMixed(app, folder)
    // The toolbar has no room for the button.
    const openPanel = async (): Promise<void> => {
      await app.button('More to do with the lines').tap()
      await app.page.getByRole('menuitem', { name: 'Show which fields the lines have' }).tap()
    }
    await openPanel()
    await field(app, 'level').locator('span').first().tap()
    await field(app, 'level')
      .getByRole('button', { name: /"error"/ })
      .tap()
    await expect(app.page.locator('[data-state=done][data-matches="50"]')).toBeAttached()
    await expect(panel(app)).toBeHidden()
    // It comes back by the same press.
    await openPanel()
    await expect(panel(app)).toContainText('Of 50 lines that were shown.')
  })
})
