// A loader refuses a dataset 'at line 1' and says no more than that: what is said about line 1 and the
// file here, and how the file gets mended, to the byte.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'

const conversations = ['Größe?', 'Über was?', 'Wann?'].map((question, i) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: `Answer ${i + 1}.` },
  ],
}))
const lines = conversations.map((value) => JSON.stringify(value))
const wanted = Buffer.from(lines.map((line) => `${line}\n`).join(''))

/** Opens what was downloaded, as the loader would get it: nothing is wrong with it any more. */
async function expectAccepted(app: App, folder: string, bytes: Buffer): Promise<void> {
  const path = join(folder, 'mended.jsonl')
  await writeFile(path, bytes)
  await app.open(path)
  await app.expectFacts({ lines: 3, invalid: 0, warnings: 0, format: 'chatFineTuning' })
  expect(await app.causes()).toEqual([])
}

test('an invisible mark before the first line', async ({ app, folder, page }) => {
  const path = join(folder, 'train.jsonl')
  await writeFile(path, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), wanted]))
  await app.open(path)
  await app.expectFacts({ lines: 3, invalid: 0, warnings: 1, format: 'chatFineTuning' })

  // The loader said line 1: that is where it is said what is in the way.
  await app.openLine(1)
  expect(await app.findings()).toEqual(['bom'])
  await expect(app.editor).toContainText('An invisible byte order mark (EF BB BF)')
  await expect(app.editor).toContainText('JSON.parse refuse the line for it')
  await app.fix('Remove the byte order mark').click()
  await app.expectFacts({ warnings: 0, edited: 1, bytes: wanted.length })
  expect(await app.causes()).toEqual([])

  const mended = await app.exportBytes('All lines')
  expect(mended.equals(wanted)).toBe(true)
  await expectAccepted(app, folder, mended)

  // Taken back, it is the file that was opened.
  await app.tab('train.jsonl').click()
  await page.keyboard.press('ControlOrMeta+z')
  await app.expectFacts({ warnings: 1, edited: 0, bytes: wanted.length + 3 })
})

test('one array in one line', async ({ app, folder }) => {
  const path = join(folder, 'train.jsonl')
  await writeFile(path, `[${lines.join(',')}]\n`)
  await app.open(path)
  await app.expectFacts({ lines: 1, invalid: 1 })

  await app.openLine(1)
  expect(await app.findings()).toEqual(['json-array'])
  await expect(app.editor).toContainText('The file is one JSON array of 3 elements.')
  await app.fix('Put each element of the array on its own line').click()
  // Lines again, they are recognised for what they are.
  await app.expectFacts({ lines: 3, invalid: 0, warnings: 0, format: 'chatFineTuning' })

  const mended = await app.exportBytes('All lines')
  expect(mended.equals(wanted)).toBe(true)
  await expectAccepted(app, folder, mended)
})

test('records that were printed to be read', async ({ app, folder }) => {
  const path = join(folder, 'train.jsonl')
  const pretty = conversations.map((value) => JSON.stringify(value, null, 2))
  await writeFile(path, `${pretty.join('\n')}\n`)
  await app.open(path)
  const count = pretty.join('\n').split('\n').length
  await app.expectFacts({ lines: count, invalid: count })

  await app.openLine(1)
  expect(await app.findings()).toEqual(['record-over-lines'])
  await expect(app.editor).toContainText(`Lines 1–${count / 3} are one record`)
  await app
    .cause('record-over-lines')
    .getByRole('button', { name: /^Fix all/ })
    .click()
  await app.expectFacts({ lines: 3, invalid: 0, warnings: 0, format: 'chatFineTuning' })

  // Line ends and indentation are gone, and nothing else.
  const mended = await app.exportBytes('All lines')
  const joined = pretty.map((record) => `${record.replace(/\n */g, '')}\n`).join('')
  expect(mended.toString()).toBe(joined)
  await expectAccepted(app, folder, mended)
})

test('an array over many lines is named, with what makes lines of it', async ({ app, folder }) => {
  const path = join(folder, 'train.jsonl')
  await writeFile(path, `${JSON.stringify(conversations, null, 2)}\n`)
  await app.open(path)
  await app.openLine(1)
  expect(await app.findings()).toEqual(['json-array'])
  await expect(app.editor).toContainText('without the brackets around all and the commas between')
  await expect(app.editor).toContainText("jq -c '.[]'")
})

test('a file that was saved as UTF-16', async ({ app, folder }) => {
  const path = join(folder, 'train.jsonl')
  const text = `\ufeff${wanted.toString().replaceAll('\n', '\r\n')}`
  await writeFile(path, text, 'utf16le')
  await app.openFiles([path])
  await expect(app.status).toHaveAttribute('data-state', 'failed')
  await expect(app.page.getByRole('alert').first()).toContainText(
    'JSON Lines are UTF-8: save it again as UTF-8, without a byte order mark.',
  )

  // Done as it says.
  await writeFile(path, text.slice(1))
  await app.closeTab('train.jsonl')
  await app.open(path)
  await app.expectFacts({ lines: 3, invalid: 0, warnings: 0, format: 'chatFineTuning' })
  expect((await app.exportBytes('All lines')).toString()).toBe(text.slice(1))
  const mended = await app.exportBytes('All lines', 'JSONL, normalised')
  expect(mended.equals(wanted)).toBe(true)
})
