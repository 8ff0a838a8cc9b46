// Edits outlive the page: its process is killed while lines are edited, and the next page has every edit that the
// last one showed. What was edited is recorded here and not in the page.
import { readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  comeBack,
  editLine,
  editLines,
  entry,
  journals,
  journalSizes,
  pickFile,
  putFile,
  test,
} from './support/profile.ts'
import { expect } from './support/test.ts'

const LINES = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ id: i, text: `line ${i}` }))
const FILE = `${LINES.join('\n')}\n`

function fileWith(texts: ReadonlyMap<number, string>): string {
  return `${LINES.map((line, i) => texts.get(i + 1) ?? line).join('\n')}\n`
}

test('edits of a page that was killed are applied again with one press', async ({ profile }) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await app.expectFacts({ state: 'ready', lines: LINES.length })
  const edits = new Map<number, string>()
  for (const line of [3, 1999, 3, 40]) {
    const text = `{"id":${line},"edited":${edits.size}}`
    await editLine(app, line, text)
    edits.set(line, text)
    await app.expectFacts({ edited: edits.size })
  }
  await profile.crash()

  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '4')
  await expect(entry(next)).toContainText('You had unsaved edits in input.jsonl (4 edits, today')
  await next.button('Open and apply').click()
  await next.expectFacts({ state: 'ready', edited: edits.size })
  expect((await next.exportBytes('All lines')).toString()).toBe(fileWith(edits))
})

test('the same file offers them, whatever it is called and whenever it was touched', async ({
  profile,
  folder,
}) => {
  const path = join(folder, 'first.jsonl')
  await writeFile(path, FILE)
  const app = await profile.open()
  await app.open(path)
  await editLines(app, [7, '{"edited":true}'])
  await profile.crash()

  const other = join(folder, 'renamed.jsonl')
  await writeFile(other, FILE)
  await utimes(other, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'))
  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '1')
  await next.open(other)
  await next.button('Apply them').click()
  await next.expectFacts({ edited: 1 })
  expect((await next.exportBytes('All lines')).toString()).toBe(
    fileWith(new Map([[7, '{"edited":true}']])),
  )
  expect(await readFile(other, 'utf8')).toBe(FILE)
})

test('undo goes back to the file after a recovery, and typed text is in the editor', async ({
  profile,
}) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await editLines(app, [2, '{"edited":1}'])
  await app.openLine(9)
  await app.typeLine('{"not applied":')
  const draftFiles = async () =>
    // It is there a moment before anything is in it.
    Object.entries(await journalSizes(app.page)).filter(
      ([name, size]) => name.endsWith('.drafts') && size > 0,
    )
  await expect.poll(draftFiles).toHaveLength(1)
  await profile.crash()

  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-drafts', '1')
  await next.button('Open and apply').click()
  await next.expectFacts({ edited: 1 })
  await next.openLine(9)
  await expect(next.lineText).toHaveText('{"not applied":')
  await next.button('Undo').click()
  await next.expectFacts({ edited: 0 })
  await next.button(/^Redo/).click()
  await next.expectFacts({ edited: 1 })
})

test('in a file that changed, what fits is applied and the rest is listed and exported', async ({
  profile,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  await writeFile(path, FILE)
  const app = await profile.open()
  await app.open(path)
  await editLines(app, [3, '{"edited":3}'], [8, '{"edited":8}'])
  await profile.crash()

  const changed = [`{"new":1}`, ...LINES.with(7, '{"other":8}')]
  await writeFile(path, `${changed.join('\n')}\n`)
  const next = await profile.open()
  await next.open(path)
  await next.button('Apply what fits').click()
  await next.expectFacts({ edited: 1 })
  expect((await next.exportBytes('All lines')).toString()).toBe(
    `${changed.with(3, '{"edited":3}').join('\n')}\n`,
  )
  await next.button('Show them').click()
  const dialog = next.page.getByRole('dialog', { name: 'Edits that were not applied' })
  await expect(dialog).toContainText('{"edited":8}')
  await expect(dialog).toContainText(LINES[7] as string)
  const downloading = next.page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download their lines' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe('{"edited":8}\n')
})

test('a journal ends with its document, and another tab keeps its own', async ({
  profile,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  await writeFile(path, FILE)
  const one = await profile.open()
  await one.open(path)
  await editLines(one, [3, '{"edited":3}'])
  const two = await profile.open()
  await expect(two.button('Try an example')).toBeVisible()
  await expect(entry(two)).toHaveCount(0)
  await two.open(path)
  await expect(two.page.getByText('input.jsonl is open in another tab as well.')).toBeVisible()
  await expect(one.page.getByText('in another tab as well')).toBeHidden()
  await editLines(two, [4, '{"edited":4}'])
  await expect(two.button('Apply them')).toBeHidden()

  await one.button(/^Close input/).click()
  await one.button('Close and lose edits').click()
  await expect.poll(() => journals(two.page)).toBe(1)
  await profile.crash()
  const three = await profile.open()
  await expect(entry(three)).toHaveCount(1)
  await three.open(path)
  await three.button('Apply them').click()
  await three.expectFacts({ edited: 1 })
  await expect(three.line(4)).toContainText('{"edited":4}')
})

test('edits of a tab that ends are offered in the other, which was told of none', async ({
  profile,
}) => {
  const first = await profile.open()
  await first.pasteText(FILE)
  await first.expectFacts({ state: 'ready' })
  await editLines(first, [3, '{"edited":true}'])
  const second = await profile.open()
  await expect(second.button('Open files')).toBeVisible()
  await expect(entry(second)).toHaveCount(0)
  await first.page.close()
  await expect(entry(second)).toContainText('1 edit')
})

test('edits that were made again in a file that changed outlive the page, those that were left as well', async ({
  profile,
}) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await editLines(app, [3, '{"edited":3}'], [8, '{"edited":8}'])
  const changed = ['{}', ...LINES.with(7, '{"other":8}')]
  await putFile(app.page, `${changed.join('\n')}\n`)
  await comeBack(app.page)
  await app.button('Read again').click()
  await app.expectFacts({ state: 'ready', edited: 1, lines: LINES.length + 1 })
  await expect(app.button('Show them')).toBeVisible()
  await profile.crash()
  const next = await profile.open()
  await expect(entry(next)).toHaveCount(2)
  await entry(next).first().getByRole('button', { name: 'Open and apply' }).click()
  await next.expectFacts({ state: 'ready', edited: 1 })
  expect((await next.exportBytes('All lines')).toString()).toBe(
    `${changed.with(3, '{"edited":3}').join('\n')}\n`,
  )
})

test('edits that were all made again in a file that changed are kept once', async ({ profile }) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await editLines(app, [3, '{"edited":3}'])
  await putFile(app.page, `{}\n${FILE}`)
  await comeBack(app.page)
  await app.button('Read again').click()
  await app.expectFacts({ state: 'ready', edited: 1, lines: LINES.length + 1 })
  await expect.poll(() => journals(app.page)).toBe(1)
  await editLine(app, 9, '{"edited":9}')
  await app.expectFacts({ edited: 2 })
  await profile.crash()
  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '2')
})

test('what is kept is listed, discarded and switched off', async ({ profile, folder }) => {
  const path = join(folder, 'input.jsonl')
  await writeFile(path, FILE)
  const app = await profile.open()
  await app.open(path)
  await editLines(app, [3, '{"edited":3}'])
  await profile.crash()
  const next = await profile.open()
  await expect(entry(next)).toHaveCount(1)
  const downloading = next.page.waitForEvent('download')
  await next.button('Export what was typed').click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe('{"edited":3}\n')
  await next.button('Unsaved edits kept on this device').click()
  const dialog = next.page.getByRole('dialog', { name: 'Unsaved edits kept on this device' })
  await expect(dialog).toContainText('1 file')
  await dialog.getByRole('checkbox').uncheck()
  await dialog.getByRole('button', { name: 'Discard all' }).click()
  await next.button('Discard edits').click()
  await expect(entry(next)).toHaveCount(0)
  await expect.poll(() => journals(next.page)).toBe(0)
  await next.open(path)
  await editLines(next, [3, '{"edited":3}'])
  expect(await journals(next.page)).toBe(0)
})

test('what cannot be read is said, stays, and can be discarded', async ({ app, page }) => {
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const edits = await folder.getDirectoryHandle('edits', { create: true })
    const writable = await (await edits.getFileHandle('0123', { create: true })).createWritable()
    await writable.write('of another version')
    await writable.close()
  })
  await page.reload()
  await expect(entry(app)).toContainText('cannot read')
  await expect(app.button('Export what was typed')).toBeHidden()
  await app.button('Discard').click()
  await app.button('Discard edits').click()
  await expect(entry(app)).toHaveCount(0)
  expect(await journals(page)).toBe(0)
})

/** As in browsers that have no such thing. */
async function withoutStorage(page: Page, without: string): Promise<void> {
  await page.addInitScript(without)
  const scripts = new Map<string, Promise<string>>()
  const read = async (url: string): Promise<string> => (await page.request.get(url)).text()
  await page.route(/document\.worker/, async (route) => {
    const url = route.request().url()
    // Asked for apart from the route: a page that is left, by a reload or at the end, takes its own requests
    // with it, and a worker is started ahead of need at any time.
    const script = scripts.get(url) ?? read(url)
    scripts.set(url, script)
    const body = `${without};${await script}`
    await route.fulfill({ body, contentType: 'text/javascript' }).catch(() => undefined)
  })
  await page.reload()
}

const NO_FOLDERS = 'delete StorageManager.prototype.getDirectory'
const NO_DATABASE = 'delete self.__proto__.__proto__.indexedDB;delete self.indexedDB'

test('without private storage edits are in the database', async ({ app, page }) => {
  await withoutStorage(page, NO_FOLDERS)
  await app.pasteText(FILE)
  await app.expectFacts({ state: 'ready' })
  await editLines(app, [3, '{"edited":true}'])
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(entry(app)).toContainText('1 edit')
})

/** As in private windows: it is all there, and refuses. */
const REFUSED = `
const refuse = () => { throw new DOMException('Not in a private window.', 'SecurityError') };
StorageManager.prototype.getDirectory = async () => refuse();
IDBFactory.prototype.open = refuse;
if ('Storage' in self) Object.defineProperty(self, 'localStorage', { get: refuse })`

for (const [where, without] of [
  ['without any storage', `${NO_FOLDERS};${NO_DATABASE}`],
  ['in a private window whose storage refuses', REFUSED],
] as const) {
  test(`${where} the page says so once, and edits as ever`, async ({ app, page }) => {
    await withoutStorage(page, without)
    await app.pasteText(FILE)
    await app.expectFacts({ state: 'ready' })
    const said = page.getByText('they would not survive a crash')
    const edits = new Map([3, 4].map((line) => [line, `{"edited":${line}}`]))
    for (const [at, [line, text]] of [...edits].entries()) {
      await editLine(app, line, text)
      await app.expectFacts({ edited: at + 1 })
      await expect(said).toHaveCount(1)
    }
    expect((await app.exportBytes('All lines')).toString()).toBe(fileWith(edits))
  })
}
