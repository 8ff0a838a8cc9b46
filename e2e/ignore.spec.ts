// Codes that a user switches off: what follows at once, what is told of it, and how it comes back.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './support/app.ts'
import { requestLine } from './support/requests.ts'
import { crashWorkers } from './support/crashWorkers.ts'
import { expect, test } from './support/test.ts'

const ignored = (app: App): Locator => app.page.getByRole('region', { name: 'Ignored' })

async function ignore(app: App, code: string, how: string): Promise<void> {
  await app.cause(code).getByRole('button', { name: 'More for this issue' }).click()
  await app.page.getByRole('menuitem', { name: how }).click()
  await expect(app.cause(code)).toHaveCount(0)
}

/** Two lines with one id, two models, and a line that is not JSON. */
async function openFaults(app: App, folder: string): Promise<void> {
  const path = join(folder, 'faults.jsonl')
  const lines = [
    requestLine(1),
    requestLine(1),
    requestLine(2, 'gpt-6-sol'),
    requestLine(3, 'gpt-6-sol'),
    '{"custom_id":,}',
  ]
  await writeFile(path, `${lines.join('\n')}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 5, invalid: 2 })
}

test('an ignored code counts for nothing, is listed, and comes back', async ({ app, folder }) => {
  await openFaults(app, folder)
  const none = app.cause('missing-value').getByRole('button', { name: 'More for this issue' })
  await expect(none).toHaveCount(0)

  await ignore(app, 'duplicate-custom-id', 'Ignore this code')
  await ignore(app, 'mixed-models', 'Ignore this code')
  await app.expectFacts({ invalid: 1 })
  await expect(app.line(2)).toHaveAttribute('data-verdict', 'valid')
  await expect(app.status).toHaveAttribute('data-ignored', '2')
  await expect(app.status).toContainText('2 codes ignored')
  for (const code of ['duplicate-custom-id', 'mixed-models']) {
    await expect(ignored(app).locator(`[data-code="${code}"]`)).toHaveAttribute('data-count', '1')
  }
  // The keyboard goes on in the panel, and F8 from there to the one issue that is left.
  await expect(app.cause('missing-value').locator(':focus')).toHaveCount(1)
  await app.page.keyboard.press('F8')
  await expect(app.line(5)).toHaveAttribute('data-open', 'true')

  await app.button('Export').first().click()
  await expect(app.page.getByRole('dialog', { name: 'Export' })).toContainText(
    '2 codes are ignored and count for nothing here',
  )
  await app.page.getByRole('radio', { name: /^Valid lines only/ }).check()
  const download = app.page.waitForEvent('download')
  await app.button('Download').click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.split('\n')).toHaveLength(5)

  const item = ignored(app).locator('[data-code="duplicate-custom-id"]')
  await item.getByRole('button', { name: 'Show again' }).click()
  await app.expectFacts({ invalid: 2 })
  await expect(app.cause('duplicate-custom-id')).toHaveAttribute('data-count', '1')
})

test('what is ignored here holds when the worker dies, and what is always ignored in other visits', async ({
  app,
  folder,
}) => {
  await openFaults(app, folder)
  // By keyboard, which goes on where something is.
  await app
    .cause('duplicate-custom-id')
    .getByRole('button', { name: 'More for this issue' })
    .focus()
  await app.page.keyboard.press('Enter')
  // Behind what can be done about repeated ids.
  await expect(app.page.getByRole('menuitem', { name: 'Renumber ids…' })).toBeFocused()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('ArrowDown')
  await expect(app.page.getByRole('menuitem', { name: 'Ignore this code' })).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(app.cause('duplicate-custom-id')).toHaveCount(0)
  await expect
    .poll(() => app.page.evaluate(() => globalThis.document.activeElement?.tagName))
    .not.toBe('BODY')
  await ignore(app, 'mixed-models', 'Ignore it in every file')
  await app.expectFacts({ invalid: 1 })

  await crashWorkers(app.page)
  await app
    .button(/^(Reopen|Open again|Restore)/)
    .first()
    .click()
  await app.waitUntilReady('faults.jsonl')
  await app.expectFacts({ invalid: 1 })
  await expect(ignored(app).getByRole('listitem')).toHaveCount(2)

  await app.page.reload()
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  await app.openFiles([join(folder, 'faults.jsonl')])
  await app.waitUntilReady('faults.jsonl')
  await app.expectFacts({ invalid: 2 })
  await expect(app.cause('mixed-models')).toHaveCount(0)
  await expect(ignored(app).getByRole('listitem')).toHaveText(
    /^More than one model.*in every file$/,
  )
})
