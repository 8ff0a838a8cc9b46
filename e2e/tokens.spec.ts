// How many tokens the lines have: counted beside everything else, as a sum, as a column, by how they are
// spread, and against what the model takes.
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const request = (id: string, content: string, body: object = {}) =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-4', messages: [{ role: 'user', content }], ...body },
  })

const part = ({ page }: App) => page.getByRole('region', { name: 'Tokens' })
const button = (app: App, name: string) => part(app).getByRole('button', { name })

async function openLines(app: App, folder: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, 'requests.jsonl')
  await writeFile(path, lines.map((line) => `${line}\n`).join(''))
  await app.open(path)
}

const few = Array.from({ length: 20 }, (_, i) => request(`r-${i}`, 'Hello! '.repeat(1 + (i % 4))))

test('a small file is counted unasked, follows edits, and its tokens are a column', async ({
  app,
  folder,
}) => {
  await openLines(app, folder, few)
  await expect(part(app)).toHaveAttribute('data-exact', 'true')
  const sum = Number(await part(app).getAttribute('data-sum'))
  expect(sum).toBeGreaterThan(20 * 9)
  await button(app, 'Show as column').click()
  await expect(app.grid.getByRole('columnheader', { name: 'tokens' })).toBeVisible()
  const cells = app.line(1).getByRole('gridcell')
  await expect(cells.filter({ hasText: /^\d+$/ }).nth(1)).toHaveText('10')
  await app.openLine(1)
  await app.typeLine(request('r-0', 'Hello! Hello! Hello! Hello! Hello! Hello!'))
  await app.apply()
  await expect(part(app)).not.toHaveAttribute('data-sum', String(sum))
  await expect(part(app)).toHaveAttribute('data-exact', 'true')
  await app.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(part(app)).toHaveAttribute('data-sum', String(sum))
})

test('a prompt longer than the context is an error, and the longest lines are a press away', async ({
  app,
  folder,
}) => {
  await openLines(app, folder, [...few, request('long', 'word '.repeat(9000))])
  const issue = app.page.locator('[data-code="context-exceeded"]').first()
  await expect(issue).toHaveAttribute('data-severity', 'error')
  await expect(issue).toHaveAttribute('data-count', '1')
  await button(app, 'Details').click()
  await button(app, 'Line 21').click()
  await expect(app.line(21)).toHaveAttribute('data-verdict', 'invalid')
  await part(app)
    .getByRole('button', { name: /^16 to 31 tokens/ })
    .click()
  await expect(app.line(3)).toBeVisible()
})

test('of a large file the tokens are estimated at once and counted when asked', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'large.jsonl')
  const file = await open(path, 'w')
  const lines = Array.from(
    { length: 2000 },
    (_, i) => `${request(`r-${i}`, 'Once upon a time. '.repeat(1 + (i % 50)))}\n`,
  )
  for (let i = 0; i < 9; i++) await file.write(lines.join(''))
  await file.close()
  await app.open(path)
  await expect(part(app)).toHaveAttribute('data-state', 'estimated')
  const estimate = Number(await part(app).getAttribute('data-sum'))
  const error = Number(await part(app).getAttribute('data-error'))
  await button(app, 'Count exactly').click()
  await expect(part(app)).toHaveAttribute('data-exact', 'true')
  const sum = Number(await part(app).getAttribute('data-sum'))
  expect(Math.abs(sum - estimate)).toBeLessThan(2 * error)
})
