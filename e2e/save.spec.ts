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

test('a file that is opened by a double click, with the installed app, is saved in place', async ({
  page,
  app,
}) => {
  await pickFromPrivateStorage(page, BEFORE)
  await page.addInitScript(() => {
    type Launch = { readonly files: readonly FileSystemHandle[] }
    const launch = async (consume: (launch: Launch) => void): Promise<void> => {
      const [handle] = await (
        globalThis as unknown as {
          readonly showOpenFilePicker: () => Promise<FileSystemFileHandle[]>
        }
      ).showOpenFilePicker()
      const folder = await navigator.storage.getDirectory()
      const gone = await folder.getFileHandle('gone.jsonl', { create: true })
      await folder.removeEntry('gone.jsonl')
      if (handle) consume({ files: [handle, gone] })
    }
    const launchQueue = { setConsumer: (consume: (launch: Launch) => void) => void launch(consume) }
    Object.defineProperty(window, 'launchQueue', { value: launchQueue })
  })
  await page.reload()
  await app.expectFacts({ state: 'ready', invalid: 1, lines: 3 })
  await expect(page.getByText('gone.jsonl is no longer where it was.')).toBeVisible()
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ edited: 1 })
  await page.keyboard.press('ControlOrMeta+s')
  await app.expectFacts({ edited: 0 })
  expect(await storedText(page)).toBe(AFTER)
})

/** Browsers empty a file that is chosen as the place to save, before the page learns which one it is. */
async function saveOverOpenFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const picker = async (options: {
      readonly suggestedName: string
    }): Promise<FileSystemFileHandle> => {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle('in.jsonl')
      await (await handle.createWritable()).close()
      document.body.dataset['suggested'] = options.suggestedName
      window.dispatchEvent(new Event('focus'))
      return handle
    }
    Object.assign(window, { showSaveFilePicker: picker })
  })
}

async function append(page: Page, text: string): Promise<void> {
  await page.evaluate(async (more) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('in.jsonl')
    const { size } = await handle.getFile()
    const writable = await handle.createWritable({ keepExistingData: true })
    await writable.write({ type: 'write', position: size, data: more })
    await writable.close()
  }, text)
}

/** More than anyone has in memory. */
const OTHERS = '{"other":1}\n'.repeat(200_000)
const LINES = 200_003

test('the open file is chosen as the place to save: nothing of it is lost, nor of what was appended', async ({
  page,
  app,
}) => {
  await pickFromPrivateStorage(page, BEFORE + OTHERS)
  await page.getByRole('button', { name: 'Open files' }).click()
  await app.expectFacts({ state: 'ready', invalid: 1, lines: LINES })
  await saveOverOpenFile(page)
  // Too long to be printed where they differ.
  const isStored = async (text: string): Promise<boolean> => (await storedText(page)) === text
  const saveAs = async (): Promise<void> => {
    await app.button('Save options').click()
    await page.getByRole('menuitem', { name: /^Save as/ }).click()
  }

  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ edited: 1 })
  await append(page, '{"a":4}\n')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('saving would remove it')).toBeVisible()
  await saveAs()
  await app.expectFacts({ edited: 0, lines: LINES + 1 })
  await expect.poll(() => isStored(`${AFTER}${OTHERS}{"a":4}\n`)).toBe(true)
  await expect(page.locator('body')).toHaveAttribute('data-suggested', 'in-copy.jsonl')

  // What is typed and not applied stops it before a file is chosen.
  await app.openLine(1)
  await app.typeLine('{"typed":1}')
  await page.evaluate(() => delete document.body.dataset['suggested'])
  await saveAs()
  await expect(page.getByText('Apply or cancel it in the line editor')).toBeVisible()
  await expect(page.locator('body')).not.toHaveAttribute('data-suggested')
  await app.apply()
  await app.expectFacts({ edited: 1 })

  // A part of the file over the file: the others are in the tab, and go out from there.
  await app.typeLine('{"typed":')
  await app.apply()
  await app.expectFacts({ invalid: 1 })
  await app.button(/^Export/).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /^Valid lines only/ }).check()
  await dialog.getByRole('button', { name: 'Save to file…' }).click()
  await expect(dialog).toBeHidden()
  const valid = `{"a":2}\r\n{"a":9007199254740993}\n${OTHERS}{"a":4}\n`
  expect(await isStored(valid)).toBe(true)
  const all = (await app.exportBytes('All lines')).toString()
  expect(all === `{"typed":\r\n${valid}`).toBe(true)
})
