// What browsers differ in: ways in and out, and what the app does where one of them is missing.
import { gzipSync } from 'node:zlib'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from '../support/fixturePath.ts'
import { expect, test } from './browserTest.ts'

test('what the app cannot do without is there', async ({ app }) => {
  // Workers are modules, or nothing would open at all.
  const has = await app.page.evaluate(() => {
    return {
      'Web Locks': 'locks' in navigator,
      DecompressionStream: typeof DecompressionStream === 'function',
      IndexedDB: typeof indexedDB === 'object',
      'private folders': typeof navigator.storage?.getDirectory === 'function',
      'file pickers': 'showSaveFilePicker' in globalThis,
      'lent buffers': (() => {
        try {
          return new Blob(['x']).stream().getReader({ mode: 'byob' }) !== undefined
        } catch {
          return false
        }
      })(),
    }
  })
  // For the table in README.
  for (const [type, description] of Object.entries(has)) {
    test.info().annotations.push({ type, description: String(description) })
  }
  expect(has).toMatchObject({ 'Web Locks': true, DecompressionStream: true, IndexedDB: true })
})

test('a dropped file is opened', async ({ app }) => {
  // No protocol drags from outside the browser: the event is a script's, with a file of its own.
  await app.page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['{"id": 1}\n{"id": 2,}\n'], 'dropped.jsonl'))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      )
    }
  })
  await app.waitUntilReady()
  await app.expectFacts({ lines: 2, invalid: 1 })
})

test('a packed file is unpacked and opened', async ({ app, folder }) => {
  const path = join(folder, 'packed.jsonl.gz')
  const lines = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ id: i }))
  await writeFile(path, gzipSync(`${lines.join('\n')}\n`))
  await app.openFiles(path)
  await app.expectFacts({ state: 'ready', lines: 2000, invalid: 0 }, 60_000)
})

test('what is copied can be pasted', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.fill({ css: 'input', name: app.say('Search lines') }, 'copied text 漢字')
  await app.press('Control', 'a')
  await app.press('Control', 'c')
  await app.press('Control', 'a')
  await app.press('Backspace')
  await app.press('Control', 'v')
  await expect
    .poll(() =>
      app.page.evaluate(() => document.querySelector<HTMLInputElement>('#search-lines')?.value),
    )
    .toBe('copied text 漢字')
})
