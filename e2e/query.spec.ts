// Queries in the search box: typed, mended, completed, kept, and what they find as a view to work with.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { findClipped } from './support/findClipped.ts'
import { idOf, requestLine } from './support/requests.ts'
import { expect, test } from './support/test.ts'

/** 1,000 records; every tenth is an error, and three lines are no JSON. */
const lines = Array.from({ length: 1000 }, (_, i) => {
  const level = i % 10 === 0 ? 'error' : 'info'
  if (i % 400 === 7) return `{"level":"${level}","user":{"id":`
  return JSON.stringify({
    level,
    user: { id: i },
    tags: i % 4 === 0 ? ['a', 'slow'] : [],
    'odd key': `值 ${i}`,
  })
})
const errors = lines.filter((line) => line.includes('"error"') && line.endsWith('}'))

async function openRecords(app: App, folder: string): Promise<string> {
  const path = join(folder, 'log.jsonl')
  await writeFile(path, lines.map((line) => `${line}\n`).join(''))
  await app.open(path)
  return path
}

async function run(app: App, text: string): Promise<number> {
  await app.searchBox.fill(text)
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'done')
  return Number(await app.searchStatus.getAttribute('data-matches'))
}

async function startQuery(app: App): Promise<void> {
  await app.button('Query').click()
  await expect(app.button('Query')).toHaveAttribute('aria-pressed', 'true')
}

test('a query shows the lines that it finds, counts what it could not look at, and is exported byte for byte', async ({
  app,
  folder,
}) => {
  await openRecords(app, folder)
  await startQuery(app)
  expect(await run(app, 'level = "error"')).toBe(errors.length)
  await expect(app.searchStatus).toHaveAttribute('data-skipped', '3')
  await expect(app.page.getByText('3 invalid lines were not looked at').last()).toBeVisible()
  await expect(app.viewChoice('Matches')).toBeChecked()
  expect(await app.rowCount()).toBe(errors.length)
  expect((await app.exportBytes('Current view')).toString()).toBe(
    errors.map((line) => `${line}\n`).join(''),
  )

  expect(await run(app, 'tags[*] = "slow" and user.id >= 500')).toBe(125)
  expect(await run(app, '["odd key"] ends with " 77"')).toBe(1)
  expect(await run(app, 'verdict = "invalid"')).toBe(3)
  await expect(app.searchStatus).toHaveAttribute('data-skipped', '0')

  // The other lines; and back.
  expect(await run(app, 'level = "error"')).toBe(errors.length)
  await app.button('Invert').click()
  await expect(app.searchBox).toHaveValue('not (level = "error")')
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(997 - errors.length))
  await app.button('Invert').click()
  await expect(app.searchBox).toHaveValue('level = "error"')
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(errors.length))

  // Plain text again, then nothing.
  await app.button('Regular expression').click()
  await expect(app.button('Query')).toHaveAttribute('aria-pressed', 'false')
  await app.button('Clear search').click()
  await expect(app.page.getByRole('radio', { name: 'All', exact: true })).toBeChecked()
})

test('the lines of a query are chosen from the menu, deleted, and come back', async ({
  app,
  folder,
  page,
}) => {
  const path = join(folder, 'levels.jsonl')
  const lines = Array.from({ length: 50 }, (_, i) => `{"level":"${i % 5 ? 'info' : 'error'}"}`)
  await writeFile(path, lines.join('\n'))
  await app.open(path)
  await app.button('Query').click()
  await app.searchBox.fill('level = "error"')
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-matches', '10')
  await app.button('More to do with the lines').click()
  await page.getByRole('menuitem', { name: 'Choose all lines that are shown' }).click()
  const bar = page.getByRole('toolbar', { name: 'Chosen lines' })
  await expect(bar).toContainText('10 lines chosen')
  await bar.getByRole('button', { name: 'Delete', exact: true }).click()
  await app.expectFacts({ lines: 40 })
  await app.button('Undo').first().click()
  await app.expectFacts({ lines: 50 })
})

test('what was edited matches or not at once', async ({ app, folder }) => {
  await openRecords(app, folder)
  await startQuery(app)
  expect(await run(app, 'user.id < 3')).toBe(3)
  await app.line(2).click()
  await app.typeLine('{"user":{"id":99}}')
  await app.button('Apply').click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', '2')
})

test('an error says where, and how it would be a query', async ({ app, folder }) => {
  await openRecords(app, folder)
  await startQuery(app)
  await app.searchBox.fill('level = error')
  await expect(app.page.getByRole('alert')).toHaveCount(0)
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'failed')
  await expect(app.page.getByRole('alert')).toHaveText('Put text in quotes: "error"')
  await expect(app.page.locator('search mark')).toHaveText('error')
  expect(await findAxeViolations(app.page)).toEqual([])
  await app.button('Write level = "error"').click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(errors.length))
  await expect(app.page.getByRole('alert')).toHaveCount(0)

  // A field that no line has.
  expect(await run(app, 'levle = "error"')).toBe(0)
  await expect(app.page.getByText('No line of a sample of the file has levle.')).toBeVisible()
  await app.button('Write level').click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(errors.length))

  // The same where every line matches because of it.
  expect(await run(app, 'levle != "error"')).toBe(997)
  await expect(app.page.getByText('No line of a sample of the file has levle.')).toBeVisible()
  await app.button('Write level').click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(997 - errors.length))
  await expect(app.page.getByText('No line of a sample of the file has')).toHaveCount(0)

  // An expression that the engine does not run.
  await app.searchBox.fill('level matches /e/ and level matches /(?=e)/')
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'failed')
  await expect(app.page.getByRole('alert')).toBeVisible()
  await expect(app.page.locator('search mark')).toHaveText('/(?=e)/')
})

test('names, operators and values are completed by keyboard', async ({ app, folder, page }) => {
  await openRecords(app, folder)
  await startQuery(app)
  await app.searchBox.pressSequentially('lev')
  const list = page.getByRole('listbox', { name: 'Completions' })
  await expect(list.getByRole('option').first()).toHaveText(/^level/)
  await app.searchBox.press('ArrowDown')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  expect(await findAxeViolations(page)).toEqual([])
  await app.searchBox.press('Enter')
  await expect(app.searchBox).toHaveValue('level')
  await app.searchBox.pressSequentially(' =')
  await app.searchBox.press('ArrowDown')
  await app.searchBox.press('Enter')
  await expect(app.searchBox).toHaveValue('level ="info"')
  await app.searchBox.press('Control+a')
  await app.searchBox.pressSequentially('odd')
  await app.searchBox.press('ArrowDown')
  await app.searchBox.press('Enter')
  await expect(app.searchBox).toHaveValue('["odd key"]')
  // Escape closes what is offered, and only then leaves.
  await app.searchBox.pressSequentially(' ')
  await expect(list).toBeVisible()
  await app.searchBox.press('Escape')
  await expect(list).toBeHidden()
  await expect(app.searchBox).toHaveValue('["odd key"] ')
})

test('queries are remembered, kept under a name, and forgotten', async ({ app, folder, page }) => {
  const path = await openRecords(app, folder)
  await startQuery(app)
  await run(app, 'user.id < 5')
  await app.searchBox.fill('no query')
  await app.searchBox.press('Enter')
  await expect(app.searchStatus).toHaveAttribute('data-state', 'failed')
  await run(app, 'level = "error"')
  await app.button('Help and kept queries').click()
  const dialog = page.getByRole('dialog', { name: 'Queries' })
  await dialog.getByRole('textbox', { name: 'Name of the query' }).fill('errors')
  await dialog.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(dialog.getByText('messages[*].role = "tool"')).toBeVisible()
  expect(await findAxeViolations(page)).toEqual([])

  await page.reload()
  await app.open(path)
  await startQuery(app)
  await app.button('Help and kept queries').click()
  await expect(
    dialog.getByRole('region', { name: 'Recent queries' }).getByRole('listitem'),
  ).toHaveText(['level = "error"', 'user.id < 5'])
  await dialog.getByRole('button', { name: /^errors/ }).click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', String(errors.length))

  await app.button('Help and kept queries').click()
  await dialog.getByRole('button', { name: 'Delete the query errors' }).click()
  await dialog.getByRole('button', { name: 'Forget recent queries' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  const stored = await page.evaluate(() => localStorage.getItem('lineproof.queries'))
  expect(JSON.parse(stored ?? '')).toEqual({ recent: [], named: [] })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('a query has room', async ({ app, folder }) => {
    const path = await openRecords(app, folder)
    await app.button('Query').tap()
    expect(await run(app, 'level = "error" and user.id > 100')).toBe(
      errors.filter((line) => (JSON.parse(line) as { user: { id: number } }).user.id > 100).length,
    )
    expect(await findClipped(app.page)).toEqual([])
    // It can be read as a whole.
    const overflow = app.searchBox.evaluate((box) => box.scrollWidth - box.clientWidth)
    expect(await overflow).toBeLessThanOrEqual(0)
    await app.searchBox.fill('level = error')
    await app.searchBox.press('Enter')
    await app.button('Write level = "error"').tap()
    await expect(app.searchStatus).toHaveAttribute('data-matches', String(errors.length))
    await app.button('Help and kept queries').tap()
    expect(await findClipped(app.page)).toEqual([])
    expect((await readFile(path)).length).toBeGreaterThan(0)
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-TW', language: 'zh-TW' })

  test('the same, with full-width signs', async ({ app, folder }) => {
    await openRecords(app, folder)
    await app.button('查詢').click()
    expect(await run(app, 'level＝「error」 and （user.id＞100）')).toBeGreaterThan(0)
    await app.searchBox.fill('level = error')
    await app.searchBox.press('Enter')
    await expect(app.page.getByRole('alert')).toHaveText('文字要加引號："error"')
  })
})

test('what a query finds is looked at among invalid and edited lines, and marks follow edits of other lines', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  const ids = ['a', 'b', 'a', 'c', 'd', 'e']
  const request = (id: string): string => requestLine(1).replace(idOf(1), id)
  await writeFile(path, ids.map((id) => `${request(id)}\n`).join(''))
  await app.open(path)
  const invalid = (await app.facts()).invalid
  expect(invalid).toBeGreaterThan(0)
  await startQuery(app)
  expect(await run(app, 'custom_id in ("a", "b", "c")')).toBe(4)
  await app.showView('Invalid')
  await expect.poll(() => app.rowCount()).toBe(invalid)
  await app.onlyMatches.check()
  await expect(app.viewChoice('Invalid')).toBeChecked()
  await expect(app.viewChoice('Invalid')).toHaveAccessibleDescription(String(invalid))
  await expect.poll(() => app.rowCount()).toBe(invalid)
  // Another query is looked at among the same.
  expect(await run(app, 'custom_id = "b"')).toBe(1)
  await expect(app.viewChoice('Invalid')).toBeChecked()
  await expect(app.page.getByText('None of the matching lines is invalid.')).toBeVisible()
  // All matches, and all invalid lines; then all lines.
  await app.showView('Matches')
  await expect(app.onlyMatches).toBeHidden()
  await expect.poll(() => app.rowCount()).toBe(1)
  await app.showView('Invalid')
  await expect.poll(() => app.rowCount()).toBe(invalid)
  await app.showView('All')
  await expect.poll(() => app.rowCount()).toBe(ids.length)

  // The id of the first line was what is wrong with the third.
  expect(await run(app, 'verdict = "invalid"')).toBe(invalid)
  await app.openLine(1)
  await app.typeLine(request('z'))
  await app.button('Apply').click()
  await expect(app.searchStatus).toHaveAttribute('data-matches', '0')
  await app.searchBox.press('Escape')
  expect(await run(app, 'edited')).toBe(1)
  expect(await run(app, 'not edited and custom_id = "a"')).toBe(1)
  await app.showView('Edited')
  await app.onlyMatches.check()
  await expect(app.page.getByText('None of the matching lines is edited.')).toBeVisible()
})
