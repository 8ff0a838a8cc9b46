// axe-core over the page as it is. Its source is evaluated through the debugger, because the page's
// Content-Security-Policy rightly refuses a foreign script tag.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const sourcePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * Left out is what only looks like a mistake: spans at the ends of a popup, which pass the focus on when they get
 * it; and menus, which lie at the end of the page, but belong (`aria-owns`) to where their button is.
 */
const RUN = `(() => {
  axe.configure({ rules: [{ id: 'region', selector: 'body *:not([role=menu] *)' }] })
  return axe.run(
    { exclude: [['[data-base-ui-focus-guard]']] },
    { resultTypes: ['violations'] },
  )
})()`

/** One line per violation: the rule, what it is about and where. */
export async function findAxeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(sourcePath, 'utf8'))
  const results = await page.evaluate<AxeResults>(RUN)
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} at ${node.target.join(' ')} (${node.failureSummary ?? ''})`,
    ),
  )
}
