// What 'Fix all' says beforehand, what it then does, and what the offer to undo it takes back.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixAllAnswer, fixAllOf } from './support/fixAll.ts'
import { expect, test } from './support/test.ts'

const LOG = [
  'app  | {"level":20,"message":"a"}',
  'app  | {"level":30} {"level":',
  'app  | {"level":40,"message":"b"}',
  '{"level":50,}',
  'only words',
]

test('fix all says how many lines it fixes, fixes those, and is not offered for none', async ({
  app,
  folder,
  page,
}) => {
  const path = join(folder, 'log.jsonl')
  await writeFile(path, `${LOG.join('\n')}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 5, invalid: 5 })
  const cause = app.cause('text-before')
  await expect(cause).toHaveAttribute('data-count', '3')
  const button = cause.getByRole('button', { name: 'Fix all' })
  await expect(button).toHaveAccessibleDescription(
    'Text before the value: Remove the text around the value in 2 of 3 lines',
  )
  await expect(app.cause('trailing-comma').getByRole('button', { name: 'Fix all' })).toBeVisible()
  await expect(app.cause('plain-text').getByRole('button', { name: 'Fix all' })).toHaveCount(0)
  // Looked at, and left alone: nothing has changed.
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Remove the text around the value' })
  await expect(dialog.getByText('3 lines have this. 2 of them are fixed')).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^Line 1.*Before: app +\| \{"level":20.*After: \{"level":20/,
    /^Line 3.*Before: app +\| \{"level":40.*After: \{"level":40/,
  ])
  await expect(fixAllAnswer(app)).toHaveText('Apply to 2 lines')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await app.expectFacts({ invalid: 5, edited: 0 })
  // Enter is enough, twice.
  await button.press('Enter')
  await expect(fixAllAnswer(app)).toBeFocused()
  await page.keyboard.press('Enter')
  await app.expectFacts({ invalid: 3, edited: 2 })
  await expect(page.getByText('Fixed 2 lines; 1 line must be fixed by hand.')).toBeVisible()
  // The one that is left has no such fix, and the offer is gone.
  await expect(cause).toHaveAttribute('data-count', '1')
  await expect(button).toHaveCount(0)
})

test('the offer to undo takes back its own step and no other', async ({ app, folder, page }) => {
  const path = join(folder, 'log.jsonl')
  await writeFile(path, `${LOG.join('\n')}\n`)
  await app.open(path)
  const undo = page.getByRole('button', { name: /^Undo: Fixed/ })
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ invalid: 4, edited: 1 })
  await expect(undo).toBeVisible()
  await undo.click()
  await app.expectFacts({ invalid: 5, edited: 0 })
  await app.button('Redo').click()
  await app.expectFacts({ invalid: 4, edited: 1 })
  // An edit after it: the offer would now take back that edit, and is gone.
  await fixAllOf(app, 'text-before')
  await expect(undo).toHaveCount(1)
  await app.openLine(5)
  await app.editor.getByRole('button', { name: 'Delete line' }).click()
  await app.expectFacts({ lines: 4 })
  await expect(undo).toHaveCount(0)
})

test('a cut-off record before a whole one is split, and nothing is lost', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'killed.jsonl')
  const [stump, whole] = ['{"id":1,"text":"half a sen', '{"id":2,"text":"a whole sentence"}']
  await writeFile(path, `{"id":0,"text":"x"}\n${stump}${whole}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 2, invalid: 1 })
  await app.openLine(2)
  const fixes = app.editor.getByRole('region', { name: 'Fixes' })
  await expect(fixes.getByRole('button', { name: 'Keep the whole record' })).toBeVisible()
  await expect(fixes.getByRole('button', { name: /Escape/ })).toHaveCount(0)
  await fixes.getByRole('button', { name: /^Split: each record/ }).click()
  await app.expectFacts({ lines: 3, invalid: 1 })
  const exported = (await app.exportBytes('All lines')).toString('utf8')
  expect(exported).toBe(`{"id":0,"text":"x"}\n${stump}\n${whole}\n`)
})

test('ids get other numbers by a pattern, and all else of the lines stays', async ({
  app,
  folder,
  page,
}) => {
  const path = join(folder, 'ids.jsonl')
  const line = (id: string) =>
    `{"custom_id" : ${id}, "method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","seed":1.0,"messages":[{"role":"user","content":"\\u4e2d"}]}}`
  await writeFile(path, ['"a"', '"a"', '"b"', '"\\u0061"'].map(line).join('\n'))
  await app.open(path)
  await app.expectFacts({ lines: 4, invalid: 2 })
  const repeated = app.cause('duplicate-custom-id')
  await repeated.getByRole('button', { name: 'More for this issue' }).click()
  await page.getByRole('menuitem', { name: 'Renumber ids…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Renumber ids' })
  await expect(dialog.getByRole('radio', { name: 'Only repeats' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'All lines' }).check()
  await dialog.getByLabel('Pattern').fill('{{no}}')
  await expect(dialog.getByRole('alert')).toContainText('{{#}}')
  await dialog.getByLabel('Pattern').fill('中-{{###}}')
  await dialog.getByLabel('First number').fill('8')
  await expect(dialog.getByRole('row').nth(2)).toHaveText('2a中-009')
  await dialog.getByRole('button', { name: 'Renumber 4 lines' }).click()
  await app.expectFacts({ lines: 4, invalid: 0, edited: 4 })
  const exported = (await app.exportBytes('All lines')).toString('utf8')
  expect(exported).toBe(
    ['8', '9', '10', '11'].map((n) => line(`"中-${n.padStart(3, '0')}"`)).join('\n'),
  )
  await app.button('Undo').click()
  await app.expectFacts({ lines: 4, invalid: 2, edited: 0 })
})
