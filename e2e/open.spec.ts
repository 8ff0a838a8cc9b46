// All the ways in: picker, drop, paste, example; odd files; and changing one's mind while reading.
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ByteFixture, writeByteFixture } from './support/byteFixtures.ts'
import { fixturePath } from './support/fixturePath.ts'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'

const batchInput = fixturePath('formats/batch-input.jsonl')
const batchOutput = fixturePath('formats/batch-output.jsonl')
const plain = fixturePath('formats/plain.jsonl')

/** About 500 MB: long enough to click something before it has been read. */
const LINES_OF_LARGE_FILE = 650_000

test('a file chosen in the picker is read and validated', async ({ app }) => {
  await app.open(batchInput)
  const bytes = (await stat(batchInput)).size
  await app.expectFacts({ state: 'ready', lines: 5, invalid: 0, bytes, format: 'batchInput' })
  await expect(app.line(1)).toContainText('req-1')
  await expect(app.line(5)).toHaveAttribute('data-verdict', 'valid')
})

test('a file dropped on the window is read and validated', async ({ app }) => {
  await app.dropFiles([batchInput])
  await app.waitUntilReady('batch-input.jsonl')
  await app.expectFacts({ lines: 5, invalid: 0, format: 'batchInput' })
})

test('files dropped on an open document open beside it', async ({ app }) => {
  await app.open(batchInput)
  await app.dropFiles([plain])
  await app.waitUntilReady('plain.jsonl')
  await expect(app.tabs).toHaveCount(2)
})

test('several files become tabs, each with its own facts', async ({ app }) => {
  await app.openFiles([batchInput, batchOutput, plain])
  await expect(app.tabs).toHaveCount(3)
  for (const [name, format, lines] of [
    ['batch-input.jsonl', 'batchInput', 5],
    ['batch-output.jsonl', 'batchOutput', 5],
    ['plain.jsonl', 'plainJsonl', 3],
  ] as const) {
    await app.tab(name).click()
    await app.waitUntilReady(name)
    await app.expectFacts({ format, lines })
  }
})

test('a second drop before the first file is read opens both', async ({ app }) => {
  await app.dropFiles([batchInput])
  await app.dropFiles([plain])
  await expect(app.tabs).toHaveCount(2)
  for (const name of ['batch-input.jsonl', 'plain.jsonl']) {
    await app.tab(name).click()
    await app.waitUntilReady(name)
  }
})

test('the same file can be open twice and is edited apart', async ({ app }) => {
  await app.open(plain)
  await app.openFiles([plain])
  await expect(app.tabs).toHaveCount(2)
  await app.waitUntilReady()
  await app.openLine(2)
  await app.typeLine('{"changed": true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.tabs.first().click()
  await app.expectFacts({ edited: 0, lines: 3 })
})

test('text pasted into the empty page opens as a document', async ({ app }) => {
  await app.pasteText('{"id": 1}\n{"id": 2,}\n{"id": 3}')
  await app.waitUntilReady()
  await app.expectFacts({ lines: 3, invalid: 1 })
})

test('the example opens', async ({ app }) => {
  await app.button(/Try an example/).click()
  await app.waitUntilReady()
  expect((await app.facts()).lines).toBeGreaterThan(0)
})

for (const [fixture, facts] of [
  ['empty', { lines: 0, invalid: 0, warnings: 0, bytes: 0 }],
  ['oneDigit', { lines: 1, invalid: 0, warnings: 1, bytes: 1 }],
  ['oneBrace', { lines: 1, invalid: 1, bytes: 1 }],
  ['oneLineFeed', { lines: 1, invalid: 0, warnings: 0, bytes: 1 }],
] as const) {
  test(`a tiny file opens: ${fixture}`, async ({ app, folder }) => {
    await app.open(await writeByteFixture(folder, fixture))
    await app.expectFacts(facts)
  })
}

for (const [fixture, name] of [
  ['zstd', /zstd|zstandard/i],
  ['workbook', /Excel/],
  ['utf16LittleEndian', /UTF-16/],
  ['utf16BigEndian', /UTF-16/],
] as const satisfies readonly (readonly [ByteFixture, RegExp])[]) {
  test(`content that is not UTF-8 text is called by its name: ${fixture}`, async ({
    app,
    folder,
  }) => {
    await app.openFiles([await writeByteFixture(folder, fixture)])
    await expect(app.page.getByText(name).first()).toBeVisible()
    // Said once and not as thousands of invalid lines, and the app goes on working.
    expect((await app.causes()).length).toBeLessThanOrEqual(3)
    await app.open(plain)
    await app.expectFacts({ lines: 3, invalid: 0 })
  })
}

test('a dropped folder is refused with a reason', async ({ app, folder }) => {
  await mkdir(join(folder, 'some folder'))
  await app.dropFiles([join(folder, 'some folder')])
  await expect(app.page.getByRole('alert')).toContainText(/folder/i)
  await app.open(plain)
  await app.expectFacts({ lines: 3 })
})

test('any name opens: the content decides', async ({ app, folder }) => {
  const odd = join(folder, 'ünïcode 名前 & <b>.TXT')
  await copyFile(batchInput, odd)
  await app.openFiles([odd])
  await expect(app.tab('名前 & <b>.TXT')).toHaveAttribute('aria-selected', 'true')
  await app.waitUntilReady()
  await app.expectFacts({ format: 'batchInput', lines: 5 })
})

test('reading can be cancelled; what was read stays', async ({ app, folder }) => {
  const path = join(folder, 'large.jsonl')
  const file = await generateBatchInput(path, { lines: LINES_OF_LARGE_FILE })
  // Done in the page as soon as there is a line: reading is over soon.
  const cancelling = app.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          const hasLine = document.querySelector('[role=row][data-line="2"]') !== null
          const cancel = document.querySelector<HTMLElement>('[aria-label="Cancel reading"]')
          if (hasLine && cancel) {
            cancel.click()
            resolve()
          } else requestAnimationFrame(look)
        }
        look()
      }),
  )
  await app.openFiles([path])
  await cancelling
  await expect(app.status).not.toHaveAttribute('data-state', 'reading')
  const { lines } = await app.facts()
  expect(lines).toBeGreaterThan(0)
  expect(lines).toBeLessThan(file.lines)
  await expect(app.line(2)).toContainText('request-00000002')
  await app.open(plain)
  await app.expectFacts({ lines: 3 })
})

test('rows that are already read can be scrolled while reading goes on', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'large.jsonl')
  await generateBatchInput(path, { lines: LINES_OF_LARGE_FILE })
  // Done in the page as soon as there is something to scroll: reading is over soon.
  const state = app.page.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        const scrollerOf = (grid: Element): Element | undefined =>
          [grid, ...grid.querySelectorAll('*')].find(
            (part) =>
              part.scrollHeight > part.clientHeight + 500 &&
              ['auto', 'scroll'].includes(getComputedStyle(part).overflowY),
          )
        const look = (): void => {
          const status = document.querySelector('[role=status][aria-label="Document status"]')
          resolve((status as HTMLElement | null)?.dataset['state'])
        }
        const observer = new MutationObserver(() => {
          const grid = document.querySelector('[role=grid]:has([data-line="1"][data-verdict])')
          const scroller = grid && scrollerOf(grid)
          if (!scroller) return
          observer.disconnect()
          document.addEventListener('scroll', look, { capture: true, once: true })
          scroller.scrollBy(0, 1000)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true })
      }),
  )
  await app.openFiles([path])
  expect(await state).toBe('reading')
  await expect(app.line(1)).not.toBeInViewport()
  const [first] = await app.lineNumbersInSight()
  await expect(app.line((first ?? 0) + 20)).toContainText('request-')
})

test('a document closed while it is read is gone', async ({ app, folder }) => {
  const path = join(folder, 'large.jsonl')
  await generateBatchInput(path, { lines: LINES_OF_LARGE_FILE })
  await app.openFiles([path])
  await expect(app.line(1)).toBeVisible()
  await app.closeTab('large.jsonl')
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  await app.open(plain)
  await app.expectFacts({ lines: 3 })
  await expect(app.tabs).toHaveCount(1)
})

test('the file on disk is never touched', async ({ app, folder }) => {
  const path = join(folder, 'mine.jsonl')
  const before = await readFile(plain)
  await writeFile(path, before)
  await app.open(path)
  await app.openLine(1)
  await app.typeLine('{"changed": true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  await app.exportTo('All lines')
  expect(await readFile(path)).toEqual(before)
})
