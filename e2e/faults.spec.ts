// What goes wrong is made to go wrong: processes that are killed, disks that are full, bytes that rot, files that change.
// The truth is what the test did to lines, recorded outside the page. After each fault no applied edit is lost, no half
// file is there as a whole one, and people read what to do.
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pick, seededRandom } from '../src/benchmark/seededRandom.ts'
import type { App } from './support/app.ts'
import { crashWorkers } from './support/crashWorkers.ts'
import {
  clearJournals,
  clearStorage,
  fillDisk,
  limitStorage,
  pauseWriting,
  putJournal,
  readJournal,
  saveToFile,
  storedText,
} from './support/faults.ts'
import { fixAllAnswer } from './support/fixAll.ts'
import { generateBatchInput } from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import {
  comeBack,
  editLine,
  editLines,
  entry,
  journals,
  journalSizes,
  pickFile,
  test,
} from './support/profile.ts'
import { expect } from './support/test.ts'

const LINES = Array.from({ length: 200 }, (_, i) => JSON.stringify({ id: i, text: `line ${i}` }))
const FILE = fileOf(LINES)

function fileOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

async function openKept(app: App): Promise<void> {
  await app.button('Open and apply').click()
  await expect(app.page.getByText(/applied again\./)).toBeVisible()
}

async function allLines(app: App): Promise<string> {
  return (await app.exportBytes('All lines')).toString()
}

// Browsers are started and killed, several times in each.
test.beforeEach(() => test.setTimeout(240_000))

/** The document after each step, and at which of them it is. */
interface History {
  readonly versions: readonly (readonly string[])[]
  readonly at: number
}

/** Edits a line, or goes one step back or forth, as fast as keys are taken. */
class FastEditor {
  readonly #random: () => number
  #edits = 0
  #history: History = { versions: [LINES], at: 0 }

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  get lines(): readonly string[] {
    return this.#linesOf(this.#history)
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  async step(app: App): Promise<void> {
    const { line } = await this.begin(app)
    const { text } = JSON.parse(this.lines[line - 1] as string) as { readonly text: string }
    await expect(app.line(line).getByText(text, { exact: true })).toBeVisible()
  }

  /** Does not wait for it to come through; `takeBack` if it did not. */
  async begin(app: App): Promise<{ readonly line: number; readonly takeBack: () => void }> {
    const before = this.#history
    const { at, versions } = before
    const canUndo = at > 1
    const canRedo = at + 1 < versions.length
    const way = pick(this.#random, [
      'edit',
      'edit',
      canUndo ? 'undo' : 'edit',
      canRedo ? 'redo' : 'edit',
    ])
    const takeBack = (): void => {
      this.#history = before
    }
    if (way === 'edit') {
      const line = 1 + this.below(LINES.length)
      const text = JSON.stringify({ id: line - 1, text: `edit ${(this.#edits += 1)}` })
      await app.openLine(line)
      await app.typeLine(text)
      await app.page.keyboard.press('ControlOrMeta+Enter')
      const next = this.lines.with(line - 1, text)
      this.#history = { versions: [...versions.slice(0, at + 1), next], at: at + 1 }
      return { line, takeBack }
    }
    const after = { versions, at: way === 'undo' ? at - 1 : at + 1 }
    const line = 1 + this.lines.findIndex((text, i) => text !== this.#linesOf(after)[i])
    await app.goTo(line)
    await app.button(way === 'undo' ? 'Undo' : /^Redo/).click()
    this.#history = after
    return { line, takeBack }
  }

  #linesOf({ versions, at }: History): readonly string[] {
    return versions[at] as readonly string[]
  }
}

for (const seed of [1, 2]) {
  test(`killed while lines are edited at full speed, seed ${seed}`, async ({ profile }) => {
    const editor = new FastEditor(seed)
    let app = await profile.open()
    await pickFile(app, FILE)
    await app.expectFacts({ state: 'ready', lines: LINES.length })
    for (let round = 0; round < 3; round += 1) {
      for (let steps = 1 + editor.below(3); steps > 0; steps -= 1) await editor.step(app)
      const before = fileOf(editor.lines)
      const { takeBack } = await editor.begin(app)
      await app.page.waitForTimeout(editor.below(40))
      await profile.crash()
      app = await profile.open()
      await openKept(app)
      // The last step may have come through or not; everything before it did.
      const exported = await allLines(app)
      if (exported === before) takeBack()
      expect(exported).toBe(fileOf(editor.lines))
    }
  })
}

test('a journal that is cut or has a flipped bit gives all edits before that, and says that some are damaged', async ({
  profile,
}) => {
  const random = seededRandom(17)
  const first = await profile.open()
  await pickFile(first, FILE)
  /** Bytes of the journal after each edit. */
  const sizes: number[] = []
  for (const line of [1, 2, 3, 4]) {
    await editLine(first, line, `{"edited":${line}}`)
    await first.expectFacts({ edited: line })
    sizes.push(Math.max(...Object.values(await journalSizes(first.page))))
  }
  await profile.crash()

  const app = await profile.open()
  const whole = await readJournal(app.page)
  expect(whole).toHaveLength(sizes[3] as number)
  // Not in the header, of which there are two, so that losing one loses nothing.
  const from = sizes[0] as number
  for (const damage of ['cut', 'flip', 'cut', 'flip'] as const) {
    const at = from + Math.floor(random() * (whole.length - from))
    const bytes = damage === 'cut' ? whole.slice(0, at) : [...whole]
    if (damage === 'flip') bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 8))
    await putJournal(app.page, bytes)
    await app.start()
    const kept = sizes.filter((size) => size <= at).length
    await expect(entry(app)).toHaveAttribute('data-edits', String(kept))
    await app.button('Open files').click()
    await app.button('Apply them').click()
    await app.expectFacts({ state: 'ready', edited: kept })
    const isAtEnd = damage === 'cut' && sizes.includes(at)
    await expect(app.page.getByText(/damaged on this device/)).toHaveCount(isAtEnd ? 0 : 1)
    const edited = LINES.map((text, i) => (i < kept ? `{"edited":${i + 1}}` : text))
    expect(await allLines(app), `${damage} at byte ${at}`).toBe(fileOf(edited))
    await clearJournals(app.page)
  }
})

test('where the storage is full, edits go on, people are told, and what was kept comes back', async ({
  profile,
}) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await editLines(app, [1, '{"edited":1}'])
  const fill = await limitStorage(app.page)
  const said = app.page.getByRole('alert').filter({ hasText: 'no room for more unsaved edits' })
  let kept = 1
  const edited = LINES.with(0, '{"edited":1}')
  for (let line = 2; line <= 20; line += 1) {
    const text = JSON.stringify({ edited: line, filler: '0123456789'.repeat(10_000) })
    await editLine(app, line, text)
    await app.expectFacts({ edited: line })
    edited[line - 1] = text
    if (await said.isVisible()) break
    kept = line
  }
  await expect(said).toContainText('Save or export it')
  expect(kept).toBeLessThan(20)
  await fill.lift()
  // What is kept no longer is still there, and goes out whole.
  expect(await allLines(app)).toBe(fileOf(edited))
  await profile.crash()

  const next = await profile.open()
  await expect(entry(next)).toContainText('The limit was reached')
  const count = Number(await entry(next).getAttribute('data-edits'))
  expect(count).toBeGreaterThanOrEqual(kept)
  await openKept(next)
  const recovered = LINES.map((line, i) => (i < count ? (edited[i] as string) : line))
  const startOf = (line: string) => line.slice(0, 30)
  expect((await allLines(next)).split('\n').map(startOf)).toEqual(
    fileOf(recovered).split('\n').map(startOf),
  )
})

test('where the storage is cleared while lines are edited, all edits are there again with the next', async ({
  profile,
  folder,
}) => {
  const path = join(folder, 'input.jsonl')
  await writeFile(path, FILE)
  const app = await profile.open()
  await app.open(path)
  await editLines(app, [3, '{"edited":3}'])
  await clearStorage(app.page)
  await editLine(app, 4, '{"edited":4}')
  await app.expectFacts({ edited: 2 })
  expect(await journals(app.page)).toBe(1)
  await profile.crash()

  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '2')
  await next.open(path)
  await next.button('Apply them').click()
  await next.expectFacts({ edited: 2 })
  expect(await allLines(next)).toBe(fileOf(LINES.with(2, '{"edited":3}').with(3, '{"edited":4}')))
})

test('a full disk leaves the old file and the journal, and the same edits are saved when there is room', async ({
  profile,
}) => {
  const app = await profile.open()
  await pickFile(app, FILE)
  await editLines(app, [3, '{"edited":3}'])
  const expected = fileOf(LINES.with(2, '{"edited":3}'))
  await fillDisk(app.page)
  const failed = app.page.getByRole('alert').filter({ hasText: 'not enough room on the disk' })

  await app.page.keyboard.press('ControlOrMeta+s')
  await expect(failed).toBeVisible()
  expect(await storedText(app.page, 'input.jsonl')).toBe(FILE)
  await app.expectFacts({ edited: 1 })
  await app.button('Dismiss message').last().click()
  await expect(failed).toBeHidden()
  await saveToFile(app)
  await expect(failed).toBeVisible()
  expect(await storedText(app.page, 'chosen.jsonl')).toBe('')
  expect(await journals(app.page)).toBe(1)
  await profile.crash()

  const next = await profile.open()
  await openKept(next)
  await next.expectFacts({ edited: 1 })
  await next.page.keyboard.press('ControlOrMeta+s')
  await next.expectFacts({ edited: 0 })
  expect(await storedText(next.page, 'input.jsonl')).toBe(expected)
  expect(await journals(next.page)).toBe(0)
  await profile.crash()
  const last = await profile.open()
  await expect(last.button('Try an example')).toBeVisible()
  await expect(entry(last)).toHaveCount(0)
})

for (const what of ['truncated', 'appended to', 'deleted', 'replaced']) {
  test(`a file that is ${what} while it is exported leaves what was at the other place`, async ({
    profile,
    folder,
  }) => {
    const path = join(folder, 'input.jsonl')
    await generateBatchInput(path, { lines: 3000 })
    const app = await profile.open()
    await app.open(path)
    await editLines(app, [2, '{"edited":2}'])
    const goOn = await pauseWriting(app.page)
    await saveToFile(app)
    await goOn.whenPaused()
    await CHANGES[what]?.(path)
    await goOn()
    const said = app.page.getByRole('alert').filter({ hasText: /changed|no longer/ })
    await expect(said.first()).toBeVisible()
    expect(await storedText(app.page, 'chosen.jsonl')).toBe('')
    await app.expectFacts({ edited: 1 })
    expect(await journals(app.page)).toBe(1)
    // What to do is offered, and what was edited can be had without the file.
    await app.page.keyboard.press('Escape')
    const downloading = app.page.waitForEvent('download')
    await app.button('Export edited lines').click()
    expect(await readFile(await (await downloading).path(), 'utf8')).toBe('{"edited":2}\n')
  })
}

test('a worker that dies in the middle of a command has done all of it or nothing', async ({
  profile,
  folder,
}) => {
  const count = 40_000
  const path = join(folder, 'input.jsonl')
  const mistakes = new Map<number, MistakeName>(
    Array.from({ length: count / 2 }, (_, i) => [2 * i + 1, 'trailingComma']),
  )
  await generateBatchInput(path, { lines: count, mistakes })
  const app = await profile.open()
  await app.open(path)
  await editLines(app, [2, '{"edited":2}'])
  await app.cause('trailing-comma').getByRole('button', { name: 'Fix all' }).click()
  await fixAllAnswer(app).click()
  await crashWorkers(app.page)
  await expect(app.page.getByRole('alert').first()).toContainText('stopped working')
  await app.button('Open again with my edits').click()
  await app.waitUntilReady('input.jsonl')
  const isAllOrNothing = ({ edited }: { edited: number }) =>
    edited === 1 || edited === 1 + count / 2
  await expect.poll(async () => isAllOrNothing(await app.facts())).toBe(true)
  await app.openLine(2)
  await expect(app.lineText).toHaveText('{"edited":2}')
  const { edited } = await app.facts()
  await profile.crash()

  const next = await profile.open()
  await next.open(path)
  await next.button('Apply them').click()
  await next.expectFacts({ edited })
})

/** What happens to files on a disk, by other programs. */
const CHANGES: Readonly<Record<string, (path: string) => Promise<void>>> = {
  deleted: (path) => rm(path),
  replaced: (path) => writeFile(path, '{"another":"file"}\n'.repeat(5000)),
  'appended to': (path) => appendFile(path, '{"another":"line"}\n'),
  truncated: (path) => truncate(path, 1000),
}

for (const [what, change] of Object.entries(CHANGES)) {
  test(`a file that is ${what} while it is edited keeps its edits, and says so`, async ({
    profile,
    folder,
  }) => {
    const path = join(folder, 'input.jsonl')
    await generateBatchInput(path, { lines: 3000 })
    const app = await profile.open()
    await app.open(path)
    await editLines(app, [2, '{"edited":2}'])
    await change(path)
    await comeBack(app.page)
    await expect(app.page.getByRole('alert').first()).toContainText(/changed|no longer|shorter/)
    await app.expectFacts({ edited: 1 })
    await profile.crash()

    const next = await profile.open()
    await expect(entry(next)).toHaveAttribute('data-edits', '1')
    const downloading = next.page.waitForEvent('download')
    await next.button('Export what was typed').click()
    expect(await readFile(await (await downloading).path(), 'utf8')).toBe('{"edited":2}\n')
  })
}

test.describe('while it is read', () => {
  const LINES_OF_LARGE_FILE = 300_000

  for (const [what, change] of Object.entries(CHANGES)) {
    test(`a file that is ${what} is not shown as if it had been read whole`, async ({
      profile,
      folder,
    }) => {
      const path = join(folder, 'input.jsonl')
      await generateBatchInput(path, { lines: LINES_OF_LARGE_FILE })
      const app = await profile.open()
      await app.page.exposeFunction('changeFile', () => change(path))
      // Done as soon as the page is reading: that is over soon.
      const changing = app.page.evaluate(async () => {
        const isReading = () => document.querySelector('[aria-label="Cancel reading"]') !== null
        while (!isReading()) await new Promise((resolve) => requestAnimationFrame(resolve))
        await (globalThis as unknown as { changeFile: () => Promise<void> }).changeFile()
        return isReading()
      })
      await app.openFiles([path])
      expect(await changing, 'the file was still being read').toBe(true)
      await expect(app.status).not.toHaveAttribute('data-state', 'reading')
      await expect(app.page.getByRole('alert').first()).toContainText(
        /changed|no longer|shorter|Reading stopped/,
      )
      const { state, lines } = await app.facts()
      expect(state === 'failed' || lines === LINES_OF_LARGE_FILE).toBe(true)
    })
  }
})
