// Saving over the opened file. No test can press a button of the system's file dialog, so the picker
// hands out a file of the origin's private storage; reading and writing it goes the real way.
import type { Page } from '@playwright/test'
import { fixAllOf } from './support/fixAll.ts'
import { expect, test } from './support/test.ts'

const BEFORE = '{"a":1}\r\n{"a":2,}\r\n{"a":9007199254740993}\n'
const AFTER = '{"a":1}\r\n{"a":2}\r\n{"a":9007199254740993}\n'

async function pickFromPrivateStorage(page: Page, content: string): Promise<void> {
  await page.addInitScript((text) => {
    const picker = async (): Promise<FileSystemFileHandle[]> => {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle('in.jsonl', { create: true })
      const writable = await handle.createWritable()
      await writable.write(text)
      await writable.close()
      return [handle]
    }
    Object.assign(window, { showOpenFilePicker: picker })
  }, content)
  await page.reload()
}

function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getFileHandle('in.jsonl')).getFile()
    return file.text()
  })
}

test('a fixed file is saved in place, and the document goes on from it', async ({ page, app }) => {
  await pickFromPrivateStorage(page, BEFORE)
  await page.getByRole('button', { name: 'Open files' }).click()
  await app.expectFacts({ state: 'ready', invalid: 1, lines: 3 })

  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ edited: 1, invalid: 0 })
  await page.keyboard.press('ControlOrMeta+s')
  await app.expectFacts({ edited: 0, invalid: 0, bytes: AFTER.length })
  await expect.poll(() => storedText(page)).toBe(AFTER)

  // What was written is what is open now.
  await app.openLine(2)
  await expect(app.lineText).toHaveText('{"a":2}')
  await app.editor.getByRole('button', { name: 'Delete line' }).click()
  await app.expectFacts({ lines: 2 })
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(() => storedText(page)).toBe(AFTER.replace('{"a":2}\r\n', ''))
})
