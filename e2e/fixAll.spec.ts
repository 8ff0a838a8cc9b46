// What 'Fix all' says beforehand, what it then does, and what the offer to undo it takes back.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  await button.click()
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
  await app.cause('trailing-comma').getByRole('button', { name: 'Fix all' }).click()
  await app.expectFacts({ invalid: 4, edited: 1 })
  await expect(undo).toBeVisible()
  await undo.click()
  await app.expectFacts({ invalid: 5, edited: 0 })
  await app.button('Redo').click()
  await app.expectFacts({ invalid: 4, edited: 1 })
  // An edit after it: the offer would now take back that edit, and is gone.
  await app.cause('text-before').getByRole('button', { name: 'Fix all' }).click()
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
