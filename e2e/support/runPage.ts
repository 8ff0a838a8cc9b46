// What a user can do and see in the panel that runs a batch; by roles, names and data attributes, as in
// app.ts.
import { type Download, expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app.ts'
import type { Say } from './words.ts'

/** The numbers that the panel states about the newest run. */
export interface RunFacts {
  readonly status: string
  readonly completed: number
  readonly failed: number
  readonly total: number
}

export type StepTitle = 'Connect' | 'Check' | 'Try' | 'Send' | 'Follow' | 'Without a key'

/** The calls that the connection is checked with. */
export type CheckedCall = 'models' | 'files' | 'batches' | 'content'

/** Time for what goes over a network, with patience for its failures, in milliseconds. */
const NETWORK_TIMEOUT = 60_000

export class RunPage {
  readonly app: App
  readonly page: Page
  readonly say: Say
  readonly region: Locator
  readonly key: Locator
  readonly baseUrl: Locator
  readonly status: Locator
  /** Runs, newest first. */
  readonly runs: Locator
  /** Batches of all runs. */
  readonly parts: Locator
  /** In the panel and beside it. */
  readonly alerts: Locator
  readonly trials: Locator

  constructor(app: App) {
    const { say } = app
    this.app = app
    this.page = app.page
    this.say = say
    this.region = app.page.getByRole('region', { name: say('Run batch'), exact: true })
    // A field for a password has no role.
    this.key = this.region.getByLabel(say('API key'), { exact: true })
    this.baseUrl = this.region.getByRole('textbox', { name: say('Base URL'), exact: true })
    this.status = app.page.getByRole('status', { name: say('Batch status') })
    this.runs = this.region.locator('[data-run]')
    this.parts = this.region.locator('[data-part]')
    this.alerts = app.page.getByRole('alert')
    this.trials = this.region.locator('tbody[data-line]')
  }

  button(name: string, values: Parameters<typeof this.say>[1] = {}): Locator {
    return this.region.getByRole('button', { name: this.say(name, values), exact: true })
  }

  tick(name: string): Locator {
    return this.region.getByRole('checkbox', { name: this.say(name), exact: true })
  }

  async open(): Promise<void> {
    await this.app.button(this.say('Run')).click()
    await expect(this.region).toBeVisible()
  }

  /** Unfolds a step. */
  async show(title: StepTitle): Promise<void> {
    const button = this.region
      .getByRole('heading', { level: 3 })
      .getByRole('button', { name: this.say(title), exact: true })
    // The panel may go there by itself at this moment, and a press would fold what is open.
    await expect(async () => {
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
      await expect(button).toHaveAttribute('aria-expanded', 'true', { timeout: 1000 })
    }).toPass()
  }

  /** Waits for an alert that says so. */
  async expectAlert(says: RegExp): Promise<void> {
    await expect(this.alerts.filter({ hasText: says }).first()).toBeVisible({
      timeout: NETWORK_TIMEOUT,
    })
  }

  // Connect

  /** Opens the panel and says where the API is, and for whom. Nothing is asked yet. */
  async enter(baseUrl: string, key: string): Promise<void> {
    await this.open()
    await this.show('Connect')
    await this.baseUrl.fill(baseUrl)
    await this.key.fill(key)
  }

  async check(): Promise<void> {
    await this.show('Connect')
    await this.button('Check the connection').click()
  }

  /** What the check found of a call. */
  checked(call: CheckedCall): Locator {
    return this.region.locator(`[data-call="${call}"]`)
  }

  /** Enters both and waits until all calls are known to work. */
  async connect(baseUrl: string, key: string): Promise<void> {
    await this.enter(baseUrl, key)
    await this.check()
    await expect(this.button('Go on').first()).toBeVisible({ timeout: NETWORK_TIMEOUT })
  }

  // Send

  async upload(): Promise<void> {
    const button = this.button('Upload and start')
    // It is at the foot of every step but the last ones.
    if (!(await button.isVisible())) await this.show('Send')
    await button.click()
  }

  /** Answers the question whether the same content is sent again. */
  async answerAgain(says: RegExp, answer: 'Send them again' | 'Do not send'): Promise<void> {
    const question = this.page.getByRole('alertdialog')
    await expect(question).toContainText(says)
    await question.getByRole('button', { name: this.say(answer), exact: true }).click()
    await expect(question).toBeHidden()
  }

  /** Uploads and waits until a batch is there. */
  async start(): Promise<void> {
    await this.upload()
    await expect(this.status).toHaveAttribute('data-batch-id', /./, { timeout: NETWORK_TIMEOUT })
  }

  // Follow

  async facts(): Promise<RunFacts> {
    const fact = async (name: string) => (await this.status.getAttribute(`data-${name}`)) ?? ''
    return {
      status: await fact('status'),
      completed: Number(await fact('completed')),
      failed: Number(await fact('failed')),
      total: Number(await fact('total')),
    }
  }

  async expectFacts(expected: Partial<RunFacts>): Promise<void> {
    await expect.poll(() => this.facts(), { timeout: NETWORK_TIMEOUT }).toMatchObject(expected)
  }

  /** Asks how the batches are, where the button for it is there. */
  async refresh(): Promise<void> {
    await this.button('Refresh')
      .click({ timeout: 1000 })
      .catch(() => undefined)
  }

  /** Asks, again and again, until the newest run has the status. */
  async follow(status: string): Promise<void> {
    await this.show('Follow')
    await expect
      .poll(
        async () => {
          const now = await this.status.getAttribute('data-status')
          // It goes away, perhaps at this moment, when nothing runs any more.
          if (now !== status) await this.refresh()
          return this.status.getAttribute('data-status')
        },
        { timeout: NETWORK_TIMEOUT },
      )
      .toBe(status)
  }

  /** Everything from a file that is open to a batch that came to an end. */
  async runUntil(status: string, baseUrl: string, key: string): Promise<void> {
    await this.connect(baseUrl, key)
    await this.start()
    await this.follow(status)
  }

  // Results

  async openResults(): Promise<void> {
    await this.button('Download results').first().click()
  }

  async saveResults(count: number): Promise<readonly Download[]> {
    const saved: Download[] = []
    this.page.on('download', (download) => saved.push(download))
    await this.button('Save results').first().click()
    await expect.poll(() => saved.length, { timeout: NETWORK_TIMEOUT }).toBe(count)
    return saved
  }

  /** Presses 'Retry what failed', which states how many. */
  async retry(count: number): Promise<void> {
    await this.button('Retry what failed ({count, number})', { count }).first().click()
  }
}
