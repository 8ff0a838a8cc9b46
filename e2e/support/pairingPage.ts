// What a user can do and see where requests stand beside their answers; by roles, names and data
// attributes, as in app.ts.
import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'
import type { Say } from './words.ts'

/** The numbers that the pairing states. */
export interface PairingCounts {
  readonly requests: number
  readonly succeeded: number
  readonly failed: number
  readonly missing: number
  readonly unexpected: number
  readonly duplicate: number
}

export type ShowPairs =
  | 'All'
  | 'Succeeded'
  | 'Failed'
  | 'Missing'
  | 'Unexpected'
  | 'Duplicate'
  | 'Not usable'

export type ExportTitle =
  | 'Retry file'
  | 'Joined results (JSONL)'
  | 'Joined results (CSV)'
  | 'Training set'
  | 'Answers only, in request order'
  | 'Merged output'
  | 'Answers as text (Markdown)'
  | 'Report (Markdown)'

/** Time for large files on a slow machine, in milliseconds. */
const READING_TIMEOUT = 120_000

export class PairingPage {
  readonly page: Page
  readonly say: Say
  readonly region: Locator
  readonly grid: Locator
  /** All of the grid but its header; only those near what is in sight exist. */
  readonly rows: Locator
  readonly searchBox: Locator
  readonly searchStatus: Locator
  readonly summary: Locator
  readonly drawer: Locator
  readonly sources: Locator
  readonly dialog: Locator
  readonly plan: Locator

  constructor(app: App) {
    const { say } = app
    this.page = app.page
    this.say = say
    this.region = app.page.getByRole('region', { name: say('Pairing'), exact: true })
    this.grid = app.page.getByRole('grid', { name: say('Pairs') })
    this.rows = this.grid.locator('[role=row][data-row]')
    this.searchBox = app.page.getByRole('searchbox', { name: say('Search pairs') })
    this.searchStatus = this.region.getByRole('status', { name: say('Search status') })
    this.summary = app.page.getByRole('region', { name: say('Summary') })
    this.drawer = app.page.getByRole('region', { name: say('Pair'), exact: true })
    this.sources = this.region.getByRole('list', { name: say('Files that take part') })
    this.dialog = app.page.getByRole('dialog', { name: say('Export') })
    this.plan = this.dialog.getByRole('status', { name: say('What will be written') })
  }

  // Counts

  async waitUntilReady(): Promise<void> {
    await expect(this.region).toHaveAttribute('data-state', 'ready', { timeout: READING_TIMEOUT })
  }

  async counts(): Promise<PairingCounts> {
    const fact = async (name: string) => Number(await this.region.getAttribute(`data-${name}`))
    return {
      requests: await fact('requests'),
      succeeded: await fact('succeeded'),
      failed: await fact('failed'),
      missing: await fact('missing'),
      unexpected: await fact('unexpected'),
      duplicate: await fact('duplicate'),
    }
  }

  /** Waits until the counts hold. */
  async expectCounts(expected: Partial<PairingCounts>): Promise<void> {
    await this.waitUntilReady()
    await expect.poll(() => this.counts()).toMatchObject(expected)
  }

  // The grid

  /** Rows of the current view, the header not counted. */
  async rowCount(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1
  }

  async expectRowCount(count: number): Promise<void> {
    await expect(this.grid).toHaveAttribute('aria-rowcount', String(count + 1))
  }

  /** Rows with an id, as they stand; there are several where an id is repeated. */
  row(id: string): Locator {
    return this.grid.locator(`[role=row][data-custom-id=${JSON.stringify(id)}]`)
  }

  /** Ids of the rows that are rendered, top to bottom. */
  async idsInSight(): Promise<readonly string[]> {
    return this.rows.evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.getAttribute('data-row')) - Number(b.getAttribute('data-row')))
        .map((row) => row.getAttribute('data-custom-id') ?? ''),
    )
  }

  /** Waits until the rendered rows have these ids and none else. */
  async expectIds(ids: readonly string[]): Promise<void> {
    await expect.poll(() => this.idsInSight()).toEqual(ids)
  }

  async expectOutcome(id: string, outcome: string): Promise<void> {
    await expect(this.row(id).first()).toHaveAttribute('data-outcome', outcome)
  }

  async show(pairs: ShowPairs): Promise<void> {
    await this.region
      .getByRole('radiogroup', { name: this.say('Show pairs') })
      .getByRole('radio', { name: this.say(pairs), exact: true })
      .click()
  }

  /** Searches and waits for the count; the number of matching rows. */
  async search(text: string): Promise<number> {
    await this.searchBox.fill('')
    await expect(this.searchStatus).toHaveAttribute('data-state', 'idle')
    await this.searchBox.fill(text)
    await expect(this.searchStatus).toHaveAttribute('data-state', 'done', {
      timeout: READING_TIMEOUT,
    })
    return Number(await this.searchStatus.getAttribute('data-matches'))
  }

  async orderBy(order: 'In request order' | 'By ids'): Promise<void> {
    await this.region.getByRole('combobox', { name: 'Order' }).selectOption(order)
  }

  async groupBy(
    kind: 'No groups' | 'Before the last' | 'Before the first' | 'By a pattern',
    rule?: string,
  ): Promise<void> {
    await this.region
      .getByRole('combobox', { name: 'Group by a part of the id' })
      .selectOption(kind)
    if (rule === undefined) return
    const name = kind === 'By a pattern' ? 'Pattern of the group' : 'Separator in the id'
    await this.region.getByRole('textbox', { name }).fill(rule)
  }

  async setRole(fileName: string, role: 'Requests' | 'Answers'): Promise<void> {
    await this.region
      .getByRole('combobox', { name: `What ${fileName} holds`, exact: true })
      .selectOption(role)
  }

  async openRow(id: string): Promise<void> {
    await this.row(id).first().click()
    await expect(this.drawer).toBeVisible()
  }

  // Exports

  async openExportPairs(title: ExportTitle): Promise<void> {
    await this.region.getByRole('button', { name: this.say('Export') }).click()
    await this.chooseExport(title)
  }

  async chooseExport(title: ExportTitle): Promise<void> {
    await this.dialog.getByRole('radio', { name: this.say(title), exact: true }).click()
  }

  /** Ticks boxes, or takes ticks away, by what they say before their counts. */
  async tick(name: string, isTicked = true): Promise<void> {
    await this.dialog
      .getByRole('checkbox', { name: new RegExp(`^${name}( \\(|$)`) })
      .setChecked(isTicked)
  }

  async type(field: 'Model' | 'Token limit' | 'Suffix for ids', text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: field, exact: true }).fill(text)
  }

  /** Waits for a plan with these lines, then presses Download. */
  async startDownload(count: number | undefined): Promise<void> {
    if (count !== undefined) {
      await expect(this.plan).toHaveAttribute('aria-busy', 'false', { timeout: READING_TIMEOUT })
      await expect(this.plan).toHaveAttribute('data-count', String(count))
    }
    await this.dialog.getByRole('button', { name: this.say('Download'), exact: true }).click()
  }

  /** The downloaded file of what the dialog has chosen. `count`: lines that the plan has to tell. */
  async download(count?: number): Promise<Download> {
    const downloading = this.page.waitForEvent('download', { timeout: READING_TIMEOUT })
    await this.startDownload(count)
    return downloading
  }

  async downloadText(count?: number): Promise<string> {
    return readFile(await (await this.download(count)).path(), 'utf8')
  }

  /** Closes the dialog where it stays to say what was left out. */
  async closeDialog(): Promise<void> {
    const done = this.dialog.getByRole('button', { name: this.say('Done'), exact: true })
    await done.click()
    await expect(this.dialog).toBeHidden()
  }

  /** Opens the dialog, chooses an export and downloads, with all else as it is. */
  async exportPairs(title: ExportTitle, count?: number): Promise<string> {
    await this.openExportPairs(title)
    return this.downloadText(count)
  }
}
