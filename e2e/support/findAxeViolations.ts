// axe-core over the page as it is. Its source is evaluated through the debugger, because the page's
// Content-Security-Policy rightly refuses a foreign script tag.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const sourcePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What stands beside the name of a field is its description; nobody would speak it to press the field. */
const CONFIGURE = `axe.configure({
  rules: [{ id: 'label-content-name-mismatch', selector: '[aria-label]:not([role=treeitem])' }],
})`

/** One line per violation: the rule, what it is about and where. */
export async function findAxeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(sourcePath, 'utf8'))
  await page.evaluate(CONFIGURE)
  const results = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  )
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} at ${node.target.join(' ')} (${node.failureSummary ?? ''})`,
    ),
  )
}
