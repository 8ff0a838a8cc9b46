// What a user can do and see, as support/app.ts has it, over the few means that every protocol has. Waits are for
// states of the page alone.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Say, wordsOf } from '../support/words.ts'
import type { DrivenPage } from './driver.ts'

/** Time for a step on a busy machine, and for a large file, in milliseconds. */
const STEP_TIMEOUT = 30_000
const READING_TIMEOUT = 120_000

/** An element: CSS for its role, and its accessible name, whole unless `isBeginning`. */
export interface Target {
  readonly css: string
  readonly name?: string
  readonly isBeginning?: boolean
}

const LINE_TEXT = '[role=textbox], .cm-content'

export class JourneyPage {
  readonly page: DrivenPage
  readonly say: Say

  /** `say`: the words of the language in which the page is shown. */
  constructor(page: DrivenPage, say: Say = wordsOf('en')) {
    this.page = page
    this.say = say
  }

  async start(address: string): Promise<void> {
    await this.page.goto(address)
    await this.expectFacts({ state: 'empty' })
  }

  // Finding and pressing

  /** Waits until it is there, at rest, enabled and not covered; then presses it. */
  async click(target: Target): Promise<void> {
    let point: { readonly x: number; readonly y: number } | undefined
    await expect
      .poll(
        async () => {
          const found = await this.page.evaluate(locate, target)
          if (typeof found === 'string') return found
          point = found
          return 'ready'
        },
        { message: `click ${JSON.stringify(target)}`, timeout: STEP_TIMEOUT },
      )
      .toBe('ready')
    if (point) await this.page.click(point.x, point.y)
  }

  press(...keys: string[]): Promise<void> {
    return this.page.chord(keys)
  }

  button(source: string, isBeginning = false): Target {
    return { css: 'button, [role=button]', name: this.say(source), isBeginning }
  }

  radio(source: string): Target {
    return { css: '[role=radio], input[type=radio]', name: this.say(source) }
  }

  /** Of the first that matches; null when there is none. */
  attribute(css: string, name: string): Promise<string | null> {
    return this.page.evaluate(
      (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute) ?? null,
      css,
      name,
    )
  }

  async expectAttribute(
    css: string,
    name: string,
    value: string | null,
    timeout = STEP_TIMEOUT,
  ): Promise<void> {
    await expect
      .poll(() => this.attribute(css, name), { message: `${css} ${name}`, timeout })
      .toBe(value)
  }

  /** Waits until the page shows it anywhere. */
  async expectText(text: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.body.innerText), { timeout: STEP_TIMEOUT })
      .toContain(text)
  }

  // Files and facts

  openFiles(...paths: string[]): Promise<void> {
    return this.page.setFiles('input[type=file][multiple]', paths)
  }

  /** Opens one file and waits for its last verdict. */
  async open(path: string): Promise<void> {
    await this.openFiles(path)
    await this.waitUntilReady()
  }

  async waitUntilReady(): Promise<void> {
    await this.expectFacts({ state: 'ready' }, READING_TIMEOUT)
  }

  /** Waits until the status has these data attributes. */
  async expectFacts(
    facts: Readonly<Record<string, string | number>>,
    timeout = STEP_TIMEOUT,
  ): Promise<void> {
    const css = `[role=status][aria-label=${JSON.stringify(this.say('Document status'))}]`
    await this.expectData(css, facts, timeout)
  }

  async expectData(
    css: string,
    facts: Readonly<Record<string, string | number>>,
    timeout = STEP_TIMEOUT,
  ): Promise<void> {
    const expected = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, String(value)]),
    )
    await expect
      .poll(
        () =>
          this.page.evaluate((selector) => {
            const element = document.querySelector(selector)
            return element instanceof HTMLElement
              ? Object.fromEntries(Object.entries(element.dataset))
              : {}
          }, css),
        { message: css, timeout },
      )
      .toMatchObject(expected)
  }

  // Lines

  async goTo(line: number): Promise<void> {
    await this.fill({ css: 'input', name: this.say('Go to line') }, String(line))
    await this.press('Enter')
    await expect
      .poll(() => this.page.evaluate(isInSight, line), {
        message: `line ${line}`,
        timeout: STEP_TIMEOUT,
      })
      .toBe(true)
  }

  async openLine(line: number): Promise<void> {
    await this.goTo(line)
    // Of a row that is still looked up there is nothing to open.
    await this.click({ css: `[role=row][data-line="${line}"][data-verdict]` })
  }

  /** Replaces what is in the line editor, without applying it. */
  async typeLine(text: string): Promise<void> {
    await this.click({ css: LINE_TEXT, name: this.say('Line text') })
    await this.press('Control', 'a')
    await this.insert(text)
  }

  apply(): Promise<void> {
    return this.click(this.button('Apply'))
  }

  /** Replaces what is in a field. */
  async fill(field: Target, text: string): Promise<void> {
    await this.click(field)
    await this.press('Control', 'a')
    await this.insert(text)
    const value = await this.page.evaluate(() => {
      const focused = document.activeElement
      return focused instanceof HTMLInputElement ? focused.value : focused?.outerHTML
    })
    expect(value, `in ${JSON.stringify(field)}`).toBe(text)
  }

  /** Into what has the focus, as one input. */
  private async insert(text: string): Promise<void> {
    await this.page.evaluate((value) => {
      document.execCommand('insertText', false, value)
    }, text)
  }

  // Search and exports

  /** Searches for a text, or by a query when that is on; the number of lines that match. */
  async search(text: string): Promise<number> {
    await this.fill({ css: 'input', name: this.say('Search lines') }, text)
    await this.press('Enter')
    const css = `[role=status][aria-label=${JSON.stringify(this.say('Search status'))}]`
    await this.expectAttribute(css, 'data-state', 'done', READING_TIMEOUT)
    return Number(await this.attribute(css, 'data-matches'))
  }

  /** Chooses 'All lines' as JSONL in the export dialog; the whole file, as it was downloaded. */
  async exportAll(): Promise<Buffer> {
    const before = new Set(await readdir(this.page.downloads))
    await this.click(this.button('Export', true))
    await this.click(this.radio('All lines'))
    await this.click(this.radio('JSONL'))
    await this.click(this.button('Download'))
    return readFile(await this.downloaded(before))
  }

  /** The path of a file that is new in the folder of downloads, once it has stopped growing. */
  async downloaded(before: ReadonlySet<string>): Promise<string> {
    let path = ''
    let size = -1
    await expect
      .poll(
        async () => {
          const names = await readdir(this.page.downloads)
          const isPartial = names.some((name) => /\.(part|wkdownload)$/.test(name))
          const name = names.find((one) => !before.has(one) && one.endsWith('.jsonl'))
          if (name === undefined || isPartial) return false
          path = join(this.page.downloads, name)
          const now = (await stat(path)).size
          const isWhole = now > 0 && now === size
          size = now
          return isWhole
        },
        { message: 'a download', timeout: READING_TIMEOUT },
      )
      .toBe(true)
    return path
  }
}

// What follows runs in the page and sees nothing but its arguments.

/** The middle of the first element in sight that fits, or why there is none. */
async function locate({
  css,
  name,
  isBeginning,
}: Target): Promise<string | { readonly x: number; readonly y: number }> {
  const textOf = (element: Element | null): string => {
    const copy = element?.cloneNode(true) as Element | undefined
    for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove()
    return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    return (
      element.getAttribute('aria-label') ||
      ids.map((id) => textOf(document.querySelector(`#${CSS.escape(id)}`))).join(' ') ||
      labels.map(textOf).join(' ') ||
      textOf(element.closest('label')) ||
      textOf(element) ||
      (element.getAttribute('title') ?? '')
    )
  }
  const fits = (element: Element): boolean => {
    if (name === undefined) return true
    const own = nameOf(element)
    return isBeginning ? own.startsWith(name) : own === name
  }
  const boxOf = (element: Element): DOMRect => element.getBoundingClientRect()
  const found = [...document.querySelectorAll(css)].filter(fits)
  if (found.length === 0) {
    return `not among ${[...document.querySelectorAll(css)].map(nameOf).join(', ')}`
  }
  const element = found.find((one) => boxOf(one).width > 0 && boxOf(one).height > 0)
  if (!element) return 'not shown'
  if (element.matches(':disabled, [aria-disabled=true]')) return 'disabled'
  const before = boxOf(element)
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  const box = boxOf(element)
  if (box.top !== before.top || box.left !== before.left) return 'moving'
  const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2
  const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2
  const top = document.elementFromPoint(x, y)
  if (!top) {
    element.scrollIntoView({ block: 'nearest' })
    return 'out of sight'
  }
  const isFree = element.contains(top) || top.contains(element)
  return isFree ? { x, y } : `covered by ${top.tagName} ${top.className}`
}

/** Whether the row of a line is where it can be seen. */
function isInSight(line: number): boolean {
  const row = document.querySelector(`[role=row][data-line="${line}"]`)
  const grid = row?.closest('[role=grid]')
  if (!row || !grid) return false
  const box = row.getBoundingClientRect()
  const within = grid.getBoundingClientRect()
  return box.height > 0 && box.bottom > within.top && box.top < within.bottom
}
