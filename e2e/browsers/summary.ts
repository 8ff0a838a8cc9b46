// Says at the end in which browsers the journeys ran, and in which they could not: nothing that did not run counts.
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter'
import { missingBrowsers } from '../../src/tooling/otherBrowsers.mjs'

interface Tally {
  passed: number
  failed: number
  skipped: number
  milliseconds: number
}

export default class BrowsersSummary implements Reporter {
  readonly #tallies = new Map<string, Tally>()
  readonly #last = new Map<TestCase, string>()

  /** A project whose tests are all filtered out is not told of. */
  onBegin(_config: unknown, suite: Suite): void {
    for (const { title } of suite.suites) {
      this.#tallies.set(title, { passed: 0, failed: 0, skipped: 0, milliseconds: 0 })
    }
  }

  onTestEnd(test: TestCase, { duration, annotations }: TestResult): void {
    const project = test.parent.project()?.name ?? ''
    const tally = this.#tallies.get(project)
    if (tally) tally.milliseconds += duration
    const browser = annotations.find(({ type }) => type === 'browser')?.description
    this.#last.set(test, browser ?? project)
  }

  onEnd(_result: FullResult): void {
    const versions = new Map<string, string>()
    for (const [test, browser] of this.#last) {
      const project = test.parent.project()?.name ?? ''
      if (browser !== project) versions.set(project, browser)
      const tally = this.#tallies.get(project)
      if (!tally) continue
      const outcome = test.outcome()
      if (outcome === 'skipped') tally.skipped++
      else if (outcome === 'unexpected') tally.failed++
      else tally.passed++
    }
    const others = [...this.#tallies].filter(([project]) => project !== 'chromium')
    const ran = others.map(([project, { passed, failed, skipped, milliseconds }]) => {
      const seconds = (milliseconds / 1000).toFixed(0)
      const name = versions.get(project) ?? project
      return `  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`
    })
    const missing = missingBrowsers().map((name) => `  not run, since it is not here: ${name}`)
    console.log(['', 'Journeys in other browsers:', ...ran, ...missing].join('\n'))
  }

  printsToStdio(): boolean {
    return false
  }
}
