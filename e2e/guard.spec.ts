// When something goes wrong around the document: the file, the worker, the tab.
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dialog } from '@playwright/test'
import { crashWorkers } from './support/crashWorkers.ts'
import { fixturePath } from './support/fixturePath.ts'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

const LINES = 60_000

test('a file that changes on disk while it is open is noticed', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: LINES })
  await app.open(path)
  await appendFile(path, '{"another": "line"}\n')
  await app.jumpTo(LINES / 2)
  await expect(app.page.getByRole('alert').first()).toContainText(/changed/i)
})

for (const [change, notice, choice] of [
  ['changes', /changed/i, 'Read again'],
  ['grows', /Lines were appended/, '1 more line: read it'],
] as const) {
  test(`a file that ${change} while it is read is noticed when reading ends`, async ({
    app,
    page,
  }) => {
    await page.addInitScript((isGrowing) => {
      const picker = async (): Promise<FileSystemFileHandle[]> => {
        const folder = await navigator.storage.getDirectory()
        const handle = await folder.getFileHandle('input.jsonl', { create: true })
        const writable = await handle.createWritable()
        await writable.write('{"a":1}\n')
        await writable.close()
        // Anyone who looks again finds a longer file.
        const first = await handle.getFile()
        let isFirst = true
        handle.getFile = () => {
          const head = isGrowing ? first : '{"b":1}\n'
          const file = isFirst ? first : new File([head, '{"a":2}\n'], first.name)
          isFirst = false
          return Promise.resolve(file)
        }
        return [handle]
      }
      Object.assign(window, { showOpenFilePicker: picker })
    }, change === 'grows')
    await page.reload()
    await page.getByRole('button', { name: 'Open files' }).click()
    await app.expectFacts({ state: 'ready', lines: 1 })
    await expect(page.getByText(notice).first()).toBeVisible()
    await page.getByRole('button', { name: choice }).click()
    await app.expectFacts({ state: 'ready', lines: 2 })
  })
}

test('a file that disappears while it is open is noticed', async ({ app, folder }) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: LINES })
  await app.open(path)
  await rm(path)
  await app.jumpTo(LINES / 2)
  await expect(app.page.getByRole('alert').first()).toContainText(
    /no longer|gone|deleted|moved|disappeared/i,
  )
  // The rest of the app lives.
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.expectFacts({ lines: 3 })
})

test('an export of a changed file fails with a reason and hands out nothing', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, { lines: LINES })
  await app.open(path)
  await writeFile(path, '{"short": true}\n')
  const downloads: string[] = []
  app.page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await app.startExport('All lines')
  await expect(app.page.getByRole('alert').first()).toContainText(/changed/i)
  expect(downloads).toEqual([])
})

test('leaving with unsaved edits asks first, and without does not', async ({ app }) => {
  const dialogs: Dialog[] = []
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog)
    return dialog.dismiss()
  })
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.openLine(1)
  await app.typeLine('{"edited": true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.page.close({ runBeforeUnload: true })
  await expect.poll(() => dialogs.length).toBe(1)
  expect(dialogs[0]?.type()).toBe('beforeunload')

  await app.button('Undo').click()
  await app.expectFacts({ edited: 0 })
  const closed = app.page.waitForEvent('close')
  await app.page.close({ runBeforeUnload: true })
  await closed
  expect(dialogs).toHaveLength(1)
})

test('after an export of all lines closing asks no more, and after another edit it does', async ({
  app,
}) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  const edit = async (line: number, text: string) => {
    await app.openLine(line)
    await app.typeLine(text)
    await app.apply()
  }
  const question = app.page.getByRole('alertdialog')
  await edit(1, '{"edited": true}')
  await app.expectFacts({ edited: 1 })
  await app.exportTo('All lines')
  await edit(2, '{"edited": 2}')
  await app.expectFacts({ edited: 2 })
  await app.button('Close plain.jsonl').click()
  await expect(question).toContainText('edits that were not exported or saved')
  // Enter is the safe way out.
  await expect(question.getByRole('button', { name: 'Keep it open' })).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await app.exportTo('All lines')
  await app.closeTab('plain.jsonl')
})

test('text typed in several lines and not applied is asked about, and kept', async ({ app }) => {
  await app.open(fixturePath('formats/plain.jsonl'))
  await app.openLine(1)
  await app.typeLine('{"first": "typed"}')
  await app.openLine(2)
  await app.typeLine('{"second": "typed"}')
  await app.button('Cancel').click()
  // Nothing is typed in the line that is shown, yet closing would lose the other one.
  await app.page.getByRole('button', { name: 'Close plain.jsonl' }).click()
  const question = app.page.getByRole('alertdialog')
  await expect(question).toContainText('text typed in 1 line and not applied')
  await app.page.keyboard.press('Escape')
  await app.openLine(1)
  await expect(app.page.getByRole('textbox', { name: 'Line text' })).toHaveText(
    '{"first": "typed"}',
  )
})

test('a crashed worker is reported; the document reopens with its edits', async ({ app }) => {
  const path = fixturePath('formats/plain.jsonl')
  const before = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await app.open(path)
  await app.openLine(2)
  await app.typeLine('{"edited": true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })

  await crashWorkers(app.page)
  const report = app.page.getByRole('alert').first()
  await expect(report).toContainText(/crash|stopped|broke/i)
  await app
    .button(/^(Reopen|Open again|Restore)/)
    .first()
    .click()
  await app.waitUntilReady('plain.jsonl')
  await app.expectFacts({ edited: 1, lines: 3 })
  const exported = (await app.exportBytes('All lines')).toString()
  expect(exported).toBe(`${before[0]}\n{"edited": true}\n${before[2]}\n`)
})
