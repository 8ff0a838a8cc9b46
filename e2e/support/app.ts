// What a user can do and see, by roles, names and the data attributes of the interface; no spec
// reaches past it to classes or to the code of the app.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { escapeRegExp, type Say, wordsOf } from './words.ts'

/** The numbers that the app states about the document in front. */
export interface Facts {
  readonly state: string
  readonly lines: number
  readonly invalid: number
  readonly warnings: number
  /** Lines that hold bad news. */
  readonly attention: number
  readonly edited: number
  /** Of the content as edited. */
  readonly bytes: number
  readonly format: string
}

/** One entry of the issues panel. */
export interface Cause {
  readonly code: string
  readonly severity: string
  readonly count: number
}

export type ViewName = 'All' | 'Invalid' | 'Warnings' | 'Edited' | 'Needs attention' | 'Matches'

export type ExportWhat = 'All lines' | 'Valid lines only' | 'Invalid lines only' | 'Current view'

export type ExportAs =
  | 'JSONL'
  | 'JSONL, normalised'
  | 'JSON array'
  | 'Pretty-printed array'
  | 'CSV'
  | 'JSON Lines, gzip (.gz)'

/** In CSS pixels from the corner of the window. */
interface Point {
  readonly x: number
  readonly y: number
}

export interface SearchOptions {
  readonly isRegExp?: boolean
  readonly matchCase?: boolean
}

/** Time for a large file on a slow machine, in milliseconds. */
const READING_TIMEOUT = 120_000

export class App {
  readonly page: Page
  readonly say: Say
  readonly status: Locator
  readonly tabs: Locator
  readonly grid: Locator
  readonly issues: Locator
  readonly editor: Locator
  readonly lineText: Locator
  readonly searchBox: Locator
  readonly searchStatus: Locator

  /** `say`: the words of the language that the page is shown in. */
  constructor(page: Page, say: Say = wordsOf('en')) {
    this.page = page
    this.say = say
    this.status = page.getByRole('status', { name: say('Document status') })
    this.tabs = page.getByRole('tablist', { name: say('Documents') }).getByRole('tab')
    this.grid = page.getByRole('grid', { name: say('Lines') })
    this.issues = page.getByRole('region', { name: say('Issues') })
    this.editor = page.getByRole('region', { name: say('Line editor') })
    this.lineText = this.editor.getByRole('textbox', { name: say('Line text') })
    this.searchBox = page.getByRole('searchbox', { name: say('Search lines') })
    this.searchStatus = page.getByRole('status', { name: say('Search status') })
  }

  async start(): Promise<void> {
    await this.page.goto('/')
    await expect(this.status).toHaveAttribute('data-state', 'empty')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  // Opening

  /** Through the file picker's input; returns at once. */
  async openFiles(paths: readonly string[]): Promise<void> {
    await this.page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles([...paths])
  }

  /** Opens one file and waits for its last verdict. */
  async open(path: string): Promise<void> {
    await this.openFiles([path])
    await this.waitUntilReady(basename(path))
  }

  /** A real drag from outside the browser, to the middle of the window; returns at once. */
  async dropFiles(paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const size = this.page.viewportSize() ?? { width: 800, height: 600 }
    const point = { x: size.width / 2, y: size.height / 2 }
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...point, data })
    }
    await session.detach()
  }

  /** Pastes plain text into the page, as Ctrl+V would. */
  async pasteText(text: string): Promise<void> {
    await this.page.evaluate((value) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', value)
      const target = globalThis.document.activeElement ?? globalThis.document.body
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }

  tab(name: string): Locator {
    return this.page
      .getByRole('tablist', { name: this.say('Documents') })
      .getByRole('tab', { name: new RegExp(escapeRegExp(name)) })
  }

  async closeTab(name: string): Promise<void> {
    await this.button(new RegExp(`^${escapeRegExp(this.say('Close {name}', { name }))}`)).click()
    await expect(this.tab(name)).toHaveCount(0)
  }

  /** Until the document in front (named `name`, when given) has its last verdict. */
  async waitUntilReady(name?: string): Promise<void> {
    if (name !== undefined) {
      await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true')
    }
    await expect(this.status).toHaveAttribute('data-state', 'ready', { timeout: READING_TIMEOUT })
  }

  // What is said about the document

  async facts(): Promise<Facts> {
    return {
      state: await this.fact('state'),
      lines: Number(await this.fact('lines')),
      invalid: Number(await this.fact('invalid')),
      warnings: Number(await this.fact('warnings')),
      attention: Number(await this.fact('attention')),
      edited: Number(await this.fact('edited')),
      bytes: Number(await this.fact('bytes')),
      format: await this.fact('format'),
    }
  }

  private async fact(name: string): Promise<string> {
    return (await this.status.getAttribute(`data-${name}`)) ?? ''
  }

  /** Waits until the facts hold; the numbers of an edit arrive a moment after it. */
  async expectFacts(expected: Partial<Facts>): Promise<void> {
    await expect.poll(() => this.facts()).toMatchObject(expected)
  }

  /** Chooses a format by a part of its title. */
  async chooseFormat(title: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say('Format') }).click()
    await this.page.getByRole('option', { name: title }).click()
  }

  cause(code: string): Locator {
    return this.issues.locator(`[data-code="${code}"]`)
  }

  /** All entries of the issues panel, in its order. */
  async causes(): Promise<readonly Cause[]> {
    // They are rendered after the table, when nothing more urgent is left to do.
    await this.page.evaluate(
      () => new Promise<void>((resolve) => requestIdleCallback(() => resolve())),
    )
    const entries = await this.issues.locator('[data-code]').all()
    return Promise.all(
      entries.map(async (entry) => ({
        code: (await entry.getAttribute('data-code')) ?? '',
        severity: (await entry.getAttribute('data-severity')) ?? '',
        count: Number(await entry.getAttribute('data-count')),
      })),
    )
  }

  // The table

  /** The row of a 1-based line number; it exists only near what is in sight. */
  line(number: number): Locator {
    return this.grid.locator(`[role=row][data-line="${number}"]`)
  }

  showView(name: ViewName): Promise<void> {
    return this.viewChoice(name).click()
  }

  viewChoice(name: ViewName): Locator {
    return this.page.getByRole('radio', { name: this.say(name), exact: true })
  }

  get onlyMatches(): Locator {
    return this.page.getByRole('checkbox', { name: this.say('Only those that match'), exact: true })
  }

  /** Without the header. */
  async rowCount(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1
  }

  /** 1-based numbers of the lines that can be seen, even in part, top to bottom. */
  async lineNumbersInSight(): Promise<readonly number[]> {
    const numbers = await this.grid.evaluate((grid) => {
      const top = grid.querySelector('[role=columnheader]')?.getBoundingClientRect().bottom ?? 0
      const { bottom } = grid.getBoundingClientRect()
      return [...grid.querySelectorAll('[role=row][data-line]')]
        .filter((row) => {
          const box = row.getBoundingClientRect()
          return box.bottom > top && box.top < bottom
        })
        .map((row) => Number(row.getAttribute('data-line')))
    })
    return numbers.toSorted((a, b) => a - b)
  }

  /** What a column is made wider and narrower by. */
  columnEdge(title: string): Locator {
    return this.grid.getByRole('separator', { name: `Width of ${title}` })
  }

  /** Drags the edge of a column by CSS pixels, to the right when they are positive. */
  async dragColumnEdge(title: string, by: number): Promise<void> {
    const from = await this.centreOf(this.columnEdge(title))
    await this.drag(from, { x: from.x + by, y: from.y })
  }

  /**
   * Presses the strip over the whole file at a share of its height, 0 to 1, and drags on to `to`. It
   * is hidden from roles; keyboards have other ways to the same places.
   */
  async pressFileMap(share: number, to = share): Promise<void> {
    const box = await this.grid.boundingBox()
    if (!box) throw new Error('There is no table.')
    // Beside the table; the first and the last pixel belong to its edges.
    const at = (part: number) => ({
      x: box.x + box.width + 7,
      y: box.y + 1 + part * (box.height - 2),
    })
    await this.drag(at(share), at(to))
  }

  private async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await mouse.move(to.x, to.y)
    await mouse.up()
  }

  private async centreOf(element: Locator): Promise<Point> {
    const box = await element.boundingBox()
    if (!box) throw new Error('It is not there.')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Types a line number and Enter; whether the line could be read is another matter. */
  async jumpTo(line: number): Promise<void> {
    const field = this.page.getByLabel(this.say('Go to line'), { exact: true })
    await field.fill(String(line))
    await field.press('Enter')
  }

  async goTo(line: number): Promise<void> {
    await this.jumpTo(line)
    await expect(this.line(line)).toBeInViewport()
  }

  // The drawer

  /** Brings a line into sight and opens it in the drawer. */
  async openLine(line: number): Promise<void> {
    await this.goTo(line)
    await this.line(line).click()
    await expect(this.lineText).toBeVisible()
  }

  /** Replaces the text in the drawer, without applying it. */
  async typeLine(text: string): Promise<void> {
    await this.lineText.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  /** The button of an offered fix. */
  fix(title: string): Locator {
    return this.editor.getByRole('button', { name: this.say(title), exact: true })
  }

  async apply(): Promise<void> {
    await this.editor.getByRole('button', { name: this.say('Apply'), exact: true }).click()
  }

  /** One of the rarer actions on the open line, behind the menu of the drawer. */
  async lineAction(name: 'Duplicate line' | 'Move up' | 'Move down'): Promise<void> {
    await this.editor.getByRole('button', { name: this.say('More for this line') }).click()
    await this.page.getByRole('menuitem', { name: this.say(name), exact: true }).click()
  }

  /** Codes of the findings of the open line. */
  async findings(): Promise<readonly string[]> {
    return this.editor
      .locator('[data-code]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-code') ?? ''))
  }

  // Search

  /** Searches and waits for the count; the number of matching lines. */
  async search(text: string, options: SearchOptions = {}): Promise<number> {
    // From an empty box on, so that what is 'done' at the end is this search and no earlier one.
    await this.searchBox.fill('')
    await expect(this.searchStatus).toHaveAttribute('data-state', 'idle')
    await this.setToggle('Regular expression', options.isRegExp ?? false)
    await this.setToggle('Match case', options.matchCase ?? false)
    await this.searchBox.fill(text)
    await expect(this.searchStatus).toHaveAttribute('data-state', 'done', {
      timeout: READING_TIMEOUT,
    })
    return Number(await this.searchStatus.getAttribute('data-matches'))
  }

  async setToggle(name: string, isOn: boolean): Promise<void> {
    const toggle = this.button(this.say(name))
    if ((await toggle.getAttribute('aria-pressed')) !== String(isOn)) await toggle.click()
    await expect(toggle).toHaveAttribute('aria-pressed', String(isOn))
  }

  // Exports

  /** Chooses in the export dialog and presses Download. */
  async startExport(what: ExportWhat, as: ExportAs = 'JSONL'): Promise<void> {
    await this.button(new RegExp(`^${this.say('Export')}`)).click()
    const dialog = this.page.getByRole('dialog', { name: this.say('Export') })
    await dialog.getByRole('radio', { name: this.say(what), exact: true }).click()
    await dialog.getByRole('radio', { name: this.say(as), exact: true }).click()
    await dialog.getByRole('button', { name: this.say('Download'), exact: true }).click()
  }

  /** Exports and waits for the whole file; its path, until the test ends. */
  async exportTo(what: ExportWhat, as?: ExportAs): Promise<string> {
    const downloading = this.page.waitForEvent('download', { timeout: READING_TIMEOUT })
    await this.startExport(what, as)
    // The browser's own file and not a copy of it: an export may have 1 GB.
    return (await downloading).path()
  }

  async exportBytes(what: ExportWhat, as?: ExportAs): Promise<Buffer> {
    return readFile(await this.exportTo(what, as))
  }

  // The page as such

  /** Presses Tab until the control has the focus; fails when a whole round does not reach it. */
  async tabTo(control: Locator): Promise<void> {
    const isThere = () =>
      control.evaluate((element) => element === globalThis.document.activeElement)
    for (let presses = 0; presses < 200; presses += 1) {
      if (await isThere()) return
      await this.page.keyboard.press('Tab')
    }
    expect(await isThere(), 'Tab reaches the control').toBe(true)
  }

  /** Of those that end: what turns while something goes on does not, and what is taken away has no end. */
  async waitForAnimations(): Promise<void> {
    // Asked for by frame: Chromium leaves the promise of some finished transitions pending.
    await this.page.waitForFunction(() =>
      globalThis.document
        .getAnimations()
        .every(
          ({ effect, playState }) =>
            playState !== 'running' ||
            effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
        ),
    )
  }
}
