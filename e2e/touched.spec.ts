// The file is written to from outside while it is open and edited: the same bytes, other ones, more of them, or none.
// No edit is lost with that, and whatever is exported is compared byte for byte.
import { appendFile, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { fixAllOf } from './support/fixAll.ts'
import { comeBack, editLine, editLines } from './support/profile.ts'
import { expect, test as base } from './support/test.ts'

const test = base.extend<{ readonly path: string }>({
  path: async ({ folder }, run) => {
    const path = join(folder, 'input.jsonl')
    await writeFile(path, FILE)
    await utimes(path, LONG_AGO, LONG_AGO)
    await run(path)
  },
})

const LONG_AGO = new Date('2026-01-02T03:04:05Z')
const LATER = new Date('2026-01-02T03:05:06Z')

const LINES = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: i, text: `line ${i}` }))
const FILE = textOf(LINES)

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** `[line, text]`, 1-based. */
function edited(lines: readonly string[], ...edits: readonly (readonly [number, string])[]) {
  const texts = new Map(edits)
  return lines.map((line, i) => texts.get(i + 1) ?? line)
}

/** A dropped file comes with a handle, through which the browser can look at it again. */
async function openByDrop(app: App, path: string): Promise<void> {
  await app.dropFiles([path])
  await app.waitUntilReady('input.jsonl')
}

/** As in browsers whose files come without handles. */
async function withoutHandles(app: App): Promise<void> {
  await app.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
  })
  await app.page.reload()
}

async function exported(app: App): Promise<string> {
  return (await app.exportBytes('All lines')).toString()
}

async function download(app: App, name: string): Promise<string> {
  const downloading = app.page.waitForEvent('download')
  await app.button(name).first().click()
  return readFile(await (await downloading).path(), 'utf8')
}

async function chooseAgain(app: App, path: string): Promise<void> {
  const choosing = app.page.waitForEvent('filechooser')
  await app.button('Choose the file again').click()
  await (await choosing).setFiles(path)
}

test('the same bytes with a new time: nobody notices, with edits, undo and what is typed', async ({
  app,
  path,
}) => {
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'], [5, '{"edited":5}'])
  await app.openLine(9)
  await app.typeLine('{"typed":')
  await utimes(path, LATER, LATER)
  // Lines that nobody has read since.
  await app.goTo(2900)
  await expect(app.line(2900)).toContainText('line 2899')
  await editLine(app, 2901, '{"edited":2901}')
  await app.expectFacts({ edited: 3 })
  const edits = [
    [3, '{"edited":3}'],
    [5, '{"edited":5}'],
    [2901, '{"edited":2901}'],
  ] as const
  expect(await exported(app)).toBe(textOf(edited(LINES, ...edits)))
  await comeBack(app.page)
  await expect(app.button('Read again')).toBeHidden()
  await app.button('Undo').click()
  await app.button('Undo').click()
  await app.expectFacts({ edited: 1 })
  await app.button(/^Redo/).click()
  expect(await exported(app)).toBe(textOf(edited(LINES, ...edits.slice(0, 2))))
  await app.openLine(9)
  await expect(app.lineText).toHaveText('{"typed":')
  expect(await app.tabs.count()).toBe(1)
})

test('without a handle the same file is chosen again, and is the same document', async ({
  app,
  path,
}) => {
  await withoutHandles(app)
  await app.open(path)
  await editLines(app, [3, '{"edited":3}'])
  await app.openLine(9)
  await app.typeLine('{"typed":')
  await utimes(path, LATER, LATER)
  await comeBack(app.page)
  // It needs no file.
  expect(await download(app, 'Export edited lines')).toBe('{"edited":3}\n{"typed":\n')
  await chooseAgain(app, path)
  await expect(app.button('Choose the file again')).toBeHidden()
  expect(await exported(app)).toBe(textOf(edited(LINES, [3, '{"edited":3}'])))
  await app.goTo(2900)
  await expect(app.line(2900)).toContainText('line 2899')
  await app.openLine(9)
  await expect(app.lineText).toHaveText('{"typed":')
  await app.button('Undo').click()
  await app.expectFacts({ edited: 0 })
  expect(await app.tabs.count()).toBe(1)
})

test('dropping the same file is as good', async ({ app, path }) => {
  await app.open(path)
  await editLines(app, [3, '{"edited":3}'])
  await utimes(path, LATER, LATER)
  await comeBack(app.page)
  await expect(app.button('Choose the file again')).toBeVisible()
  await app.dropFiles([path])
  await expect(app.button('Choose the file again')).toBeHidden()
  expect(await exported(app)).toBe(textOf(edited(LINES, [3, '{"edited":3}'])))
  expect(await app.tabs.count()).toBe(1)
})

test('other bytes: edits whose lines are there are made again in the same tab, the others are listed', async ({
  app,
  path,
}) => {
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'], [8, '{"edited":8}'])
  await app.openLine(20)
  await app.typeLine('{"typed":')
  const changed = ['{"new":1}', ...LINES.with(7, '{"other":8}')]
  await writeFile(path, textOf(changed))
  await comeBack(app.page)
  await app.button('Read again').click()
  await app.expectFacts({ state: 'ready', edited: 1, lines: changed.length })
  expect(await app.tabs.count()).toBe(1)
  const now = edited(changed, [4, '{"edited":3}'])
  expect(await exported(app)).toBe(textOf(now))
  await app.openLine(21)
  await expect(app.lineText).toHaveText('{"typed":')
  await app.button('Show them').click()
  const dialog = app.page.getByRole('dialog', { name: 'Edits that were not applied' })
  await expect(dialog).toContainText('{"edited":8}')
  await expect(dialog).toContainText(LINES[7] as string)
  await app.page.keyboard.press('Escape')
  expect(await download(app, 'Download their lines')).toBe('{"edited":8}\n')
  await app.button('Undo').click()
  expect(await exported(app)).toBe(textOf(changed))

  // As it was before: what was left is made as well.
  await app.button(/^Redo/).click()
  await writeFile(path, FILE)
  await comeBack(app.page)
  await app.button('Read again').click()
  await app.expectFacts({ edited: 2, lines: LINES.length })
  await expect(app.button('Show them')).toBeHidden()
  expect(await exported(app)).toBe(textOf(edited(LINES, [3, '{"edited":3}'], [8, '{"edited":8}'])))
})

test('a fix of many lines is made again line by line', async ({ app, path }) => {
  const broken = LINES.map((line, i) => (i % 1000 === 7 ? `${line.slice(0, -1)},}` : line))
  await writeFile(path, textOf(broken))
  await openByDrop(app, path)
  await app.expectFacts({ invalid: 3 })
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ invalid: 0, edited: 3 })
  const changed = ['{"new":1}', ...broken.with(1007, '{"other":1}')]
  await writeFile(path, textOf(changed))
  await comeBack(app.page)
  await app.button('Read again').click()
  await app.expectFacts({ invalid: 0, edited: 2, lines: changed.length })
  expect(await exported(app)).toBe(
    textOf(edited(changed, [9, LINES[7] as string], [2009, LINES[2007] as string])),
  )
  expect(await download(app, 'Download their lines')).toBe(`${LINES[1007]}\n`)
})

test('with the file gone, what was edited, added and typed is exported', async ({ app, path }) => {
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'])
  await app.lineAction('Duplicate line')
  await app.expectFacts({ edited: 2 })
  await app.openLine(9)
  await app.typeLine('{"typed":')
  await rm(path)
  await comeBack(app.page)
  expect(await download(app, 'Export edited lines')).toBe('{"edited":3}\n{"edited":3}\n{"typed":\n')
  // It is put back.
  await writeFile(path, FILE)
  await comeBack(app.page)
  await expect(app.button('Export edited lines')).toBeHidden()
  const all = edited(LINES, [3, '{"edited":3}']).toSpliced(3, 0, '{"edited":3}')
  expect(await exported(app)).toBe(textOf(all))
})

test('other content under the same size and time is found before it is exported', async ({
  app,
  path,
}) => {
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'])
  const { size } = await stat(path)
  const changed = LINES.with(100, (LINES[100] as string).replace('line 100', 'LINE 100'))
  await writeFile(path, textOf(changed))
  await utimes(path, LONG_AGO, LONG_AGO)
  expect((await stat(path)).size).toBe(size)
  await app.startExport('All lines')
  await expect(app.page.getByText('although its size and time are the same')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await app.button('Read again').click()
  await expect(app.line(101)).toBeHidden()
  await app.goTo(101)
  await expect(app.line(101)).toContainText('LINE 100')
  expect(await exported(app)).toBe(textOf(edited(changed, [3, '{"edited":3}'])))
})

test('a file that grew offers its new lines, and edits stay with undo', async ({ app, path }) => {
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'])
  await appendFile(path, '{"new":1}\n{"new":2}')
  await comeBack(app.page)
  const more = app.button('2 more lines: read them')
  await expect(more).toBeVisible()
  // Until then it is what was read.
  expect(await exported(app)).toBe(textOf(edited(LINES, [3, '{"edited":3}'])))
  await appendFile(path, '\n{"new":3}\n')
  await comeBack(app.page)
  await app.button('3 more lines: read them').click()
  await app.expectFacts({ edited: 1, lines: LINES.length + 3 })
  const all = [...LINES, '{"new":1}', '{"new":2}', '{"new":3}']
  expect(await exported(app)).toBe(textOf(edited(all, [3, '{"edited":3}'])))
  await app.button('Undo').click()
  await app.expectFacts({ edited: 0 })
  expect(await exported(app)).toBe(textOf(all))
})

test('a last line that was not whole is said to be longer, and its edit is listed', async ({
  app,
  path,
}) => {
  await writeFile(path, `${FILE}{"last":1`)
  await openByDrop(app, path)
  await editLines(app, [3, '{"edited":3}'])
  await editLine(app, LINES.length + 1, '{"last":"mine"}')
  await app.expectFacts({ edited: 2 })
  await appendFile(path, '23}\n{"new":1}\n')
  await comeBack(app.page)
  await expect(app.page.getByText('whose last line was not whole')).toBeVisible()
  await app.button('1 more line: read it').click()
  await app.expectFacts({ edited: 1, lines: LINES.length + 2 })
  const all = [...LINES, '{"last":123}', '{"new":1}']
  expect(await exported(app)).toBe(textOf(edited(all, [3, '{"edited":3}'])))
  expect(await download(app, 'Download their lines')).toBe('{"last":"mine"}\n')
})
