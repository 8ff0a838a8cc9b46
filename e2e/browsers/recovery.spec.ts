// Edits outlive Firefox, killed with SIGKILL while the page shows them as applied: with private folders, and without
// them, where they are in the browser's database. WebKitGTK has no private folders, and its driver keeps no storage:
// there a page that is loaded again stands for the next visit.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFirefox } from '../../src/tooling/otherBrowsers.mjs'
import { expect, test } from './browserTest.ts'
import { type Firefox, startFirefox } from './firefoxDriver.ts'
import { JourneyPage } from './journeyPage.ts'

const LINES = Array.from({ length: 500 }, (_, i) => JSON.stringify({ id: i, text: `line ${i}` }))

const KEPT_EDITS = '[aria-label="Unsaved edits"] [data-edits]'

function fileWith(texts: ReadonlyMap<number, string>): string {
  return `${LINES.map((line, i) => texts.get(i + 1) ?? line).join('\n')}\n`
}

/** Runs in the page. */
function hasPrivateFolders(): boolean {
  return typeof navigator.storage?.getDirectory === 'function'
}

async function editLine(app: JourneyPage, line: number, text: string): Promise<void> {
  await app.openLine(line)
  await app.typeLine(text)
  await app.apply()
}

/** Edits lines and takes one edit back; what the file has to be after that. */
async function editSome(app: JourneyPage): Promise<string> {
  const edits = new Map<number, string>()
  for (const line of [3, 499, 40]) {
    const text = `{"id":${line},"edited":true}`
    await editLine(app, line, text)
    edits.set(line, text)
    await app.expectFacts({ edited: edits.size })
  }
  await app.click(app.button('Undo'))
  edits.delete(40)
  await app.expectFacts({ edited: edits.size })
  return fileWith(edits)
}

/** Opens the file in the next visit, whose edits are offered and applied. */
async function recover(app: JourneyPage, path: string, expected: string): Promise<void> {
  await app.expectAttribute(KEPT_EDITS, 'data-edits', '2')
  await app.open(path)
  await app.click(app.button('Apply them'))
  await app.expectFacts({ edited: 2 })
  // The history is there as well.
  await app.click(app.button('Redo'))
  await app.expectFacts({ edited: 3 })
  await app.click(app.button('Undo'))
  await app.expectFacts({ edited: 2 })
  expect((await app.exportAll()).toString()).toBe(expected)
}

for (const hasFolders of [true, false]) {
  const where = hasFolders ? 'private folders' : 'the database, for lack of private folders'
  test(`edits outlive a crash of the browser, in ${where}`, async ({ engine, folder, baseURL }) => {
    test.skip(engine !== 'firefox', 'its driver keeps no storage')
    test.setTimeout(180_000)
    const path = join(folder, 'input.jsonl')
    await writeFile(path, fileWith(new Map()))
    const profile = await mkdtemp(join(tmpdir(), 'lineproof-profile-'))
    const start = (): Promise<Firefox> =>
      startFirefox(findFirefox() ?? '', {
        locale: 'en-GB',
        profile,
        prefs: { 'dom.fs.enabled': hasFolders },
      })
    let firefox = await start()
    try {
      const app = new JourneyPage(await firefox.newLastingPage())
      await app.start(baseURL ?? '')
      expect(await app.page.evaluate(hasPrivateFolders)).toBe(hasFolders)
      await app.open(path)
      const expected = await editSome(app)
      await firefox.crash()

      firefox = await start()
      const next = new JourneyPage(await firefox.newLastingPage())
      await next.start(baseURL ?? '')
      await recover(next, path, expected)
    } finally {
      await firefox.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })
}

test('edits outlive the page', async ({ app, engine, folder, baseURL }) => {
  test.skip(engine === 'firefox', 'it is killed above')
  const path = join(folder, 'input.jsonl')
  await writeFile(path, fileWith(new Map()))
  const hasFolders = await app.page.evaluate(hasPrivateFolders)
  test.info().annotations.push({ type: 'private folders', description: String(hasFolders) })
  await app.open(path)
  const expected = await editSome(app)
  await app.start(baseURL ?? '')
  await recover(app, path, expected)
})
