// Other files become JSON Lines: converted in a dialog, or unpacked as they are opened.
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from './support/test.ts'

const LINES = Array.from({ length: 40 }, (_, id) => `{"id":${id},"price":1.50}\n`).join('')

function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder()
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  )
}

test('an event stream is previewed, converted beside it, and downloaded', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'stream.txt')
  await writeFile(path, 'data: {"id": 1.0}\n\ndata: not JSON\n\ndata: {"id":2}\n\n')
  await app.openFiles([path])
  await app.waitUntilReady('stream.txt')
  await app.cause('event-stream').getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await expect(dialog.getByLabel('File type')).toHaveValue('eventStream')
  await expect(dialog.getByRole('listitem').first()).toHaveText('{"id": 1.0}')
  await expect(dialog).toContainText('1 part of the beginning will be in no line')
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('stream.jsonl')
  await app.expectFacts({ lines: 2, invalid: 0 })
  await expect(app.tab('stream.txt')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('1 part of stream.txt is in no line')
  await app.button('Show the report').click()
  const report = page.getByRole('dialog', { name: 'Report of the conversion' })
  await expect(report).toContainText('Line 3')
  const saving = page.waitForEvent('download')
  await report.getByRole('button', { name: 'Save the report' }).click()
  expect(JSON.parse(await readFile(await (await saving).path(), 'utf8'))).toMatchObject({
    row: 3,
    isLost: true,
    text: 'not JSON',
  })
  await report.getByRole('button', { name: 'Close' }).click()
  await app.button('Close this notice').click()
  expect((await app.exportBytes('All lines')).toString()).toBe('{"id": 1.0}\n{"id":2}\n')
})

test('a file that is packed by gzip opens as what is in it', async ({ app, folder }) => {
  const path = join(folder, 'batch.jsonl.gz')
  await writeFile(path, Buffer.concat([gzipSync(LINES), gzipSync('{"id":41}\n')]))
  await app.dropFiles([path])
  await app.waitUntilReady('batch.jsonl')
  await app.expectFacts({ lines: 41, invalid: 0 })
  expect((await app.exportBytes('All lines')).toString()).toBe(`${LINES}{"id":41}\n`)
})

test('a large file that was unpacked goes from private storage with its document', async ({
  app,
  page,
  folder,
}) => {
  // Beyond what is kept in memory.
  const lines = Array.from({ length: 400_000 }, (_, id) => `{"id":${id}}\n`).join('')
  const path = join(folder, 'large.jsonl.gz')
  await writeFile(path, gzipSync(lines))
  await app.openFiles([path])
  await app.waitUntilReady('large.jsonl')
  const countStored = (): Promise<number> =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const downloads = await root.getDirectoryHandle('downloads')
      let count = 0
      for await (const folderOfPage of downloads.values()) {
        if (!(folderOfPage instanceof FileSystemDirectoryHandle)) continue
        for await (const _ of folderOfPage.keys()) count += 1
      }
      return count
    })
  expect(await countStored()).toBe(1)
  await app.closeTab('large.jsonl')
  await expect.poll(countStored).toBe(0)
})

test('an array that is packed becomes lines as it is unpacked, or is opened as it is', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'values.json.gz')
  const values = Array.from({ length: 1000 }, (_, id) => `{"id":${id},"price":1.50}`)
  await writeFile(path, gzipSync(`[\n${values.join(',\n')}\n]\n`))
  await app.openFiles([path])
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await expect(dialog.getByLabel('File type')).toHaveValue('jsonArray')
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('values.jsonl')
  await app.expectFacts({ lines: 1000, invalid: 0 })
  // In the place of the file that was packed.
  await expect(app.tabs).toHaveCount(1)
  expect((await app.exportBytes('All lines')).toString()).toBe(`${values.join('\n')}\n`)
  await app.closeTab('values.jsonl')
  await app.openFiles([path])
  await dialog.getByRole('button', { name: 'Open as it is' }).click()
  await app.waitUntilReady('values.json')
  await app.expectFacts({ lines: 1002 })
})

test('a damaged file shows what could be unpacked, and is not called whole', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'batch.jsonl.gz')
  const packed = gzipSync(LINES)
  packed[packed.length - 6] = (packed[packed.length - 6] as number) ^ 1
  await writeFile(path, packed)
  await app.openFiles([path])
  await app.waitUntilReady('batch-incomplete.jsonl')
  await app.expectFacts({ lines: 40 })
  await expect(page.getByRole('alert')).toContainText('batch.jsonl.gz is not whole')
})

test('files of an archive are chosen, and open beside each other', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'results.zip')
  await writeFile(path, archive({ 'out/a.jsonl': LINES, 'b.jsonl': '{"b":1}\n' }))
  await app.openFiles([path])
  const dialog = page.getByRole('dialog', { name: 'Open from results.zip' })
  await dialog.getByRole('checkbox', { name: 'out/a.jsonl' }).check()
  await dialog.getByRole('checkbox', { name: 'b.jsonl' }).check()
  await dialog.getByRole('button', { name: 'Open 2 files' }).click()
  await expect(app.tab('a.jsonl')).toBeVisible()
  await expect(app.tab('b.jsonl')).toBeVisible()
  await app.tab('a.jsonl').click()
  await app.waitUntilReady('a.jsonl')
  await app.expectFacts({ lines: 40, invalid: 0 })
})

test('an archive of one file opens as that file; closing the choice keeps the archive', async ({
  app,
  page,
  folder,
}) => {
  const one = join(folder, 'one.zip')
  await writeFile(one, archive({ 'deep/er/only.jsonl': LINES }))
  await app.openFiles([one])
  await app.waitUntilReady('only.jsonl')
  const two = join(folder, 'two.zip')
  await writeFile(two, archive({ 'a.jsonl': LINES, 'b.jsonl': LINES }))
  await app.openFiles([two])
  await expect(page.getByRole('dialog', { name: 'Open from two.zip' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(app.status).toHaveAttribute('data-state', 'failed')
  await app.cause('compressed').getByRole('button', { name: 'Unpack' }).click()
  await expect(page.getByRole('dialog', { name: 'Open from two.zip' })).toBeVisible()
})

test('UTF-16 is converted by keyboard alone', async ({ app, page, folder }) => {
  const path = join(folder, 'wide.jsonl')
  await writeFile(path, Buffer.from(`\ufeff{"name":"甲"}\r\n{"name":"乙"}\r\n`, 'utf16le'))
  await app.openFiles([path])
  await expect(app.status).toHaveAttribute('data-state', 'failed')
  const offer = app.cause('utf-16').getByRole('button', { name: 'Convert to lines' })
  await app.tabTo(offer)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await expect(dialog.getByLabel('Encoding')).toHaveValue('utf-16le')
  await expect(dialog.getByRole('listitem').first()).toHaveText('{"name":"甲"}')
  await app.tabTo(dialog.getByRole('button', { name: 'Convert', exact: true }))
  await page.keyboard.press('Enter')
  await app.waitUntilReady('wide-lines.jsonl')
  await app.expectFacts({ lines: 2, invalid: 0 })
  expect((await app.exportBytes('All lines')).toString()).toBe('{"name":"甲"}\n{"name":"乙"}\n')
})

test('what cannot be read as it is says above the table how it can', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'wide.jsonl')
  await writeFile(path, Buffer.from('{"a":1}\n{"a":2}\n', 'utf16le'))
  await app.openFiles([path])
  const notice = page.getByRole('alert').filter({ hasText: 'UTF-16' }).locator('..')
  await notice.getByRole('button', { name: 'Convert to lines' }).click()
  await page
    .getByRole('dialog', { name: 'Convert to lines' })
    .getByRole('button', { name: 'Convert', exact: true })
    .click()
  await app.waitUntilReady('wide-lines.jsonl')
  await app.expectFacts({ lines: 2, invalid: 0 })
})

test('what was left out is walked through by keyboard, and shown in the file', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'rows.csv')
  await writeFile(path, 'id,text\n1,"two\nlines"\n2,b,c\n3,d\n4\n5,e,f\n' + '6,g\n'.repeat(40))
  await app.openFiles([path])
  await app.waitUntilReady('rows.csv')
  await app.cause('not-json').getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('rows.jsonl')
  await app.button('Close this notice').click()
  // What is missing stays visible.
  await app.tabTo(app.button('3 changed'))
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: 'Report of the conversion' })
  await report.getByLabel('Reason').selectOption({ label: 'All reasons (3)' })
  const option = report.getByRole('listbox').getByRole('option', { selected: true })
  await app.tabTo(report.getByRole('listbox'))
  await expect(option).toContainText('Row 3')
  await expect(option).toContainText('3 values for 2 columns')
  await page.keyboard.press('ArrowDown')
  await expect(option).toContainText('1 value for 2 columns')
  await page.keyboard.press('Enter')
  // Row 5 of the table, after one that has two lines.
  await app.waitUntilReady('rows.csv')
  await expect(app.line(6)).toHaveAttribute('aria-selected', 'true')
})

test('lines in another encoding are offered a conversion', async ({ app, page, folder }) => {
  const path = join(folder, 'legacy.jsonl')
  const row = Buffer.from('7b2271223a22bdd0b0ddb36fadd3b2a3ab7e227d0a', 'hex')
  await writeFile(path, Buffer.concat([Buffer.from('{"q":"plain"}\n'), row, row, row]))
  await app.openFiles([path])
  await app.waitUntilReady('legacy.jsonl')
  await app.expectFacts({ lines: 4, invalid: 3 })
  const finding = app.cause('other-encoding')
  await expect(finding).toContainText('Big5')
  await finding.getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await expect(dialog.getByLabel('Encoding')).toHaveValue('big5')
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('legacy-lines.jsonl')
  await app.expectFacts({ lines: 4, invalid: 0 })
  expect((await app.exportBytes('All lines')).toString()).toContain('{"q":"請問這個產品"}')
})

test('an array is converted from the palette', async ({ app, page, folder }) => {
  const path = join(folder, 'array.json')
  const values = Array.from({ length: 40 }, (_, id) => ({ id, tags: ['a'] }))
  await writeFile(path, JSON.stringify(values, null, 2))
  await app.openFiles([path])
  await app.waitUntilReady('array.json')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Convert to lines')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('array.jsonl')
  await app.expectFacts({ lines: 40, invalid: 0 })
  const lines = (await app.exportBytes('All lines')).toString().trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(values)
})

test('a file that is one record over many lines is offered a conversion of the array in it', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'reply.json')
  const items = Array.from({ length: 40 }, (_, id) => ({ id, tags: ['a'] }))
  await writeFile(path, JSON.stringify({ meta: { page: 1 }, data: { items } }, null, 2))
  await app.openFiles([path])
  await app.waitUntilReady('reply.json')
  await app.cause('record-over-lines').getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await dialog.getByLabel('File type').selectOption('jsonArray')
  await dialog.getByLabel('Where the array is').fill('data.items')
  await expect(dialog.getByRole('listitem').first()).toHaveText(/^\{"id": 0/)
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await app.waitUntilReady('reply.jsonl')
  await app.expectFacts({ lines: 40, invalid: 0 })
})

test('an array of 200 MB becomes lines', async ({ app, page, folder }) => {
  const path = join(folder, 'large.json')
  const file = await open(path, 'w')
  const element = `{"id":1,"text":"${'x'.repeat(1000)}","price":1.50}`
  const many = `${Array.from({ length: 1000 }, () => element).join(',\n')}`
  await file.write('[\n')
  for (let times = 0; times < 200; times++) await file.write(times === 0 ? many : `,\n${many}`)
  await file.write('\n]\n')
  await file.close()
  await app.openFiles([path])
  await app.cause('json-array').getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await expect(app.tab('large.jsonl')).toBeVisible({ timeout: 60_000 })
  await app.waitUntilReady('large.jsonl')
  await app.expectFacts({ lines: 200_000, invalid: 0, bytes: 200_000 * (element.length + 1) })
  await app.goTo(200_000)
  await expect(app.line(200_000)).toContainText('1.50')
})

test('a conversion is cancelled, and nothing of it is left', async ({ app, page, folder }) => {
  const path = join(folder, 'long.txt')
  await writeFile(path, `data: {"id":1,"text":"${'x'.repeat(200)}"}\n\n`.repeat(400_000))
  await app.openFiles([path])
  await app.waitUntilReady('long.txt')
  await app.cause('event-stream').getByRole('button', { name: 'Convert to lines' }).click()
  const dialog = page.getByRole('dialog', { name: 'Convert to lines' })
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: 'Convert', exact: true })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(app.tabs).toHaveCount(1)
})

test.describe('in Chinese', () => {
  test.use({ language: 'zh-TW', locale: 'zh-TW' })

  test('chat messages become Alpaca from the palette, in Chinese', async ({
    app,
    page,
    folder,
  }) => {
    const path = join(folder, 'chat.jsonl')
    const chat = (...texts: string[]) =>
      `{"messages":[${texts.map((text, at) => `{"role":"${at % 2 ? 'assistant' : 'user'}","content":"${text}"}`).join(',')}]}\n`
    await writeFile(path, chat('甲', '\\u4e59') + chat('a', 'b', 'c', 'd'))
    await app.openFiles([path])
    await app.waitUntilReady('chat.jsonl')
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('轉換這些行')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '轉換這些行' })
    await dialog.getByLabel('轉換為').selectOption('alpaca')
    await expect(dialog).toContainText('4 則訊息')
    await dialog.getByRole('button', { name: '轉換', exact: true }).click()
    await expect(app.tab('chat-lines.jsonl')).toBeVisible()
    await expect(app.status).toHaveAttribute('data-lines', '1')
    await expect(page.getByRole('button', { name: '略過 1 項' })).toBeVisible()
  })
})
