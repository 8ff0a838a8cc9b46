// Opening a file again that was opened before: its verdicts are there at once, and only when they are
// still its own.
import { open, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampledRanges } from '../src/resultCache/fileFingerprint.ts'
import type { App } from './support/app.ts'
import { fileHash, linesHash } from './support/fileHash.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { type BatchInputOptions, batchInputLines, generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

const LINES = 40_000
const OPTIONS: BatchInputOptions = {
  lines: LINES,
  mistakes: new Map([
    [7, 'trailingComma'],
    [LINES - 3, 'missingColon'],
  ]),
  repeats: new Map([[30_000, 20]]),
}
const FACTS = { state: 'ready', lines: LINES, invalid: 3, format: 'batchInput' } as const

/** Files that changed a moment ago are not kept. */
const LONG_AGO = new Date('2026-01-02T03:04:05Z')

// Files are opened up to four times in each.
test.beforeEach(() => test.setTimeout(180_000))

async function makeFile(folder: string): Promise<string> {
  const path = join(folder, 'input.jsonl')
  await generateBatchInput(path, OPTIONS)
  await utimes(path, LONG_AGO, LONG_AGO)
  return path
}

/** On a machine that is too busy to find results in time the file is read instead, as it should be. */
const REOPEN_TRIES = 3

/** Opens the file in a page that was loaded again, and looks whether its results were kept. */
async function reopen(app: App, path: string, isCached: boolean): Promise<void> {
  await copyEntries(app.page, 'result-cache', 'put-aside')
  for (let tries = 1; ; tries++) {
    await app.page.reload()
    // What was read instead may have taken their place.
    if (tries > 1) await copyEntries(app.page, 'put-aside', 'result-cache')
    await app.open(path)
    const isFound = (await app.status.getAttribute('data-kept')) === 'true'
    if (isFound || !isCached || tries === REOPEN_TRIES) break
  }
  await expect(app.status).toHaveAttribute('data-kept', String(isCached))
}

/** Makes a folder of private storage what another one is, as soon as nobody writes there. */
async function copyEntries(page: Page, from: string, to: string): Promise<void> {
  const copy = (): Promise<void> =>
    page.evaluate(
      async ([source = '', target = '']) => {
        const root = await navigator.storage.getDirectory()
        const entries = await root.getDirectoryHandle(source, { create: true })
        const copies = await root.getDirectoryHandle(target, { create: true })
        for await (const name of copies.keys()) await copies.removeEntry(name)
        for await (const [name, handle] of entries.entries()) {
          if (!(handle instanceof FileSystemFileHandle)) continue
          const writable = await (
            await copies.getFileHandle(name, { create: true })
          ).createWritable()
          await writable.write(await handle.getFile())
          await writable.close()
        }
      },
      [from, to],
    )
  await expect(copy).toPass()
}

/** Bytes by name of what is kept on the device. */
function cacheSizes(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('result-cache', { create: true })
    const sizes: Record<string, number> = {}
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemFileHandle) sizes[name] = (await handle.getFile()).size
    }
    return sizes
  })
}

/**
 * Until something is kept, and the worker that writes it has let go of it: while it has the file open, nobody else may
 * write there. Sizes alone tell nothing: on a stalled machine a part of it stays as it is for seconds.
 */
async function waitUntilCached(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        const folder = await root.getDirectoryHandle('result-cache', { create: true })
        let isKept = false
        for await (const handle of folder.values()) {
          if (!(handle instanceof FileSystemFileHandle)) continue
          if ((await handle.getFile()).size === 0) return false
          try {
            await (await handle.createWritable({ keepExistingData: true })).abort()
          } catch {
            return false
          }
          isKept = true
        }
        return isKept
      }),
    )
    .toBe(true)
}

async function openFirst(app: App, path: string): Promise<void> {
  await app.open(path)
  await expect(app.status).toHaveAttribute('data-kept', 'false')
  await app.expectFacts(FACTS)
  await waitUntilCached(app.page)
}

test('a file opened before shows the same verdicts, and works like any other', async ({
  app,
  folder,
}) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  const causes = await app.causes()
  await reopen(app, path, true)
  await app.expectFacts(FACTS)
  expect(await app.causes()).toEqual(causes)
  await expect(app.button(/checked earlier/)).toBeVisible()

  // Ids of lines that no one has read since are known.
  await app.openLine(30_000)
  expect(await app.findings()).toEqual(['duplicate-custom-id'])
  await app.openLine(7)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 2, edited: 1 })
  await app.lineAction('Duplicate line')
  await app.expectFacts({ invalid: 3, lines: LINES + 1 })
  await app.button('Undo').click()
  await app.expectFacts({ invalid: 2, lines: LINES })

  expect(await app.search('request-00012345')).toBe(1)
  const exported = await app.exportTo('All lines')
  const mistakes = new Map(OPTIONS.mistakes)
  mistakes.delete(7)
  expect(await fileHash(exported)).toBe(linesHash(batchInputLines({ ...OPTIONS, mistakes })))
})

test('a file opened before can be checked again', async ({ app, folder }) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  await reopen(app, path, true)
  await app.button(/check again/).click()
  await expect(app.status).toHaveAttribute('data-kept', 'false')
  await app.expectFacts(FACTS)
})

test('the format that was chosen last is the one it is validated as', async ({ app, folder }) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  const [name = ''] = Object.keys(await cacheSizes(app.page))
  const before = (await cacheSizes(app.page))[name]
  await app.chooseFormat('JSON Lines')
  await app.expectFacts({ format: 'plainJsonl', invalid: 2 })
  await expect.poll(async () => (await cacheSizes(app.page))[name]).not.toBe(before)
  await waitUntilCached(app.page)
  await reopen(app, path, true)
  await app.expectFacts({ format: 'plainJsonl', invalid: 2 })
})

test('damaged results are not believed', async ({ app, folder }) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  await app.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folderOfResults = await root.getDirectoryHandle('result-cache')
    for await (const handle of folderOfResults.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue
      const middle = Math.floor((await handle.getFile()).size / 2)
      const byte = new Uint8Array(
        await (await handle.getFile()).slice(middle, middle + 1).arrayBuffer(),
      )
      const writable = await handle.createWritable({ keepExistingData: true })
      await writable.write({
        type: 'write',
        position: middle,
        data: new Uint8Array([(byte[0] ?? 0) ^ 1]),
      })
      await writable.close()
    }
  })
  await reopen(app, path, false)
  await app.expectFacts(FACTS)
  // What was read instead takes their place.
  await waitUntilCached(app.page)
  await reopen(app, path, true)
})

test('results of a file with another size or time are not believed', async ({ app, folder }) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  await utimes(path, LONG_AGO, new Date(LONG_AGO.getTime() + 5))
  await reopen(app, path, false)
  await app.expectFacts(FACTS)
})

test('a change that size, time and samples do not show is found when its line is shown', async ({
  app,
  folder,
}) => {
  const path = await makeFile(folder)
  await openFirst(app, path)
  const line = await changeUnseen(path)
  await reopen(app, path, true)
  await app.expectFacts(FACTS)
  await app.jumpTo(line)
  await expect(app.status).toHaveAttribute('data-kept', 'false')
  await app.expectFacts({ ...FACTS, invalid: 4 })
  await expect(app.line(line)).toHaveAttribute('data-verdict', 'invalid')
})

test('the start screen says how much is kept, and clears it', async ({ app, folder }) => {
  const path = await makeFile(folder)
  const section = app.page.getByRole('region', { name: 'Cached results' })
  await expect(section).toHaveCount(0)
  await openFirst(app, path)
  await app.page.reload()
  await expect(section).toContainText('1 file')
  expect(await findAxeViolations(app.page)).toEqual([])
  await section.getByRole('button', { name: 'Clear cache' }).click()
  await expect(section).toHaveCount(0)
  expect(await cacheSizes(app.page)).toEqual({})
  await reopen(app, path, false)
  await app.expectFacts(FACTS)
})

test('two tabs that read one file at the same time keep it once, whole', async ({
  app,
  folder,
  context,
}) => {
  const path = await makeFile(folder)
  const other = await context.newPage()
  await other.goto('/')
  await other.locator('input[type=file][multiple]').first().setInputFiles(path)
  await app.open(path)
  await app.expectFacts(FACTS)
  await expect(other.getByRole('status', { name: 'Document status' })).toHaveAttribute(
    'data-state',
    'ready',
  )
  await other.waitForTimeout(1500)
  await waitUntilCached(app.page)
  expect(Object.keys(await cacheSizes(app.page))).toHaveLength(1)
  await reopen(app, path, true)
  await app.expectFacts(FACTS)
})

/** Makes one line wrong that lies between the samples, size and time as before; its 1-based number. */
async function changeUnseen(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const [before, after] = sampledRanges(size).slice(15, 17)
    if (!before || !after) throw new Error('the file is sampled in several places')
    const from = Math.floor((before.to + after.from) / 2)
    const { buffer } = await file.read(Buffer.alloc(8192), 0, 8192, from)
    const at = from + buffer.indexOf('"POST"')
    await file.write('"PO,T"', at)
    let line = 1
    for await (const piece of file.createReadStream({ start: 0, end: at, autoClose: false })) {
      for (const byte of piece as Buffer) if (byte === 10) line += 1
    }
    return line
  } finally {
    await file.close()
    await utimes(path, LONG_AGO, LONG_AGO)
  }
}
