// The tabs of documents, and the ways in that the start screen offers.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from './support/fixturePath.ts'
import { PairingPage } from './support/pairingPage.ts'
import { expect, test } from './support/test.ts'

test('a second copy of a file that is open is said to be one, and can be closed again', async ({
  app,
}) => {
  const plain = fixturePath('formats/plain.jsonl')
  await app.open(plain)
  await app.openLine(1)
  await app.typeLine('{"edited": true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.openFiles([plain])
  await expect(app.page.getByText('plain.jsonl was open already.').first()).toBeVisible()
  await expect(app.tabs).toHaveCount(2)
  // Two of one name are told apart.
  await expect(app.tabs.first()).toHaveText('plain.jsonl')
  await expect(app.tabs.last()).toHaveText('plain.jsonl2')
  await app.expectFacts({ state: 'ready', edited: 0 })
  await app.button(/^Close the copy/).click()
  await expect(app.tabs).toHaveCount(1)
  await app.expectFacts({ edited: 1 })
})

test('another file of the same name is another document', async ({ app, folder }) => {
  const other = join(folder, 'other')
  await mkdir(other)
  await writeFile(join(folder, 'a.jsonl'), '{"a": 1}\n')
  await writeFile(join(other, 'a.jsonl'), '{"a": 1}\n{"a": 2}\n')
  await app.openFiles([join(folder, 'a.jsonl')])
  await app.expectFacts({ state: 'ready', lines: 1 })
  await app.openFiles([join(other, 'a.jsonl')])
  await expect(app.tabs).toHaveCount(2)
  await app.expectFacts({ state: 'ready', lines: 2 })
})

test('a name that turns text around is shown with that made visible', async ({ app, folder }) => {
  const path = join(folder, 'batch\u202Eexe.jsonl')
  await copyFile(fixturePath('formats/plain.jsonl'), path)
  await app.openFiles([path])
  await app.expectFacts({ state: 'ready', lines: 3 })
  await expect(app.tabs.first()).toHaveText('batch_exe.jsonl')
  await expect(app.button('Close batch_exe.jsonl')).toBeVisible()
})

test('of more tabs than there is room for, all are in a list', async ({ app, folder }) => {
  const names = Array.from({ length: 10 }, (_, i) => `a-file-with-a-long-name-${i + 1}.jsonl`)
  const paths = names.map((name) => join(folder, name))
  await Promise.all(paths.map((path, i) => writeFile(path, `{"file": ${i}}\n`)))
  await app.openFiles(paths.slice(0, 1))
  await app.expectFacts({ state: 'ready' })
  await expect(app.button('All documents')).toHaveCount(0)
  await app.openFiles(paths.slice(1))
  await app.button('All documents').click()
  const items = app.page.getByRole('menuitemradio')
  await expect(items).toHaveText(names)
  await items.last().click()
  await expect(app.tab('a-file-with-a-long-name-10.jsonl')).toHaveAttribute('aria-selected', 'true')
  await expect(app.tab('a-file-with-a-long-name-10.jsonl')).toBeInViewport()
})

test('the start screen has an example of files that are paired', async ({ app }) => {
  await app.button(/^Finished batch, paired/).click()
  const pairing = new PairingPage(app)
  await expect(pairing.region).toHaveAttribute('data-state', 'ready')
  const facts = { requests: 48, succeeded: 42, failed: 5, missing: 1 }
  for (const [name, count] of Object.entries(facts)) {
    await expect(pairing.region).toHaveAttribute(`data-${name}`, String(count))
  }
})
