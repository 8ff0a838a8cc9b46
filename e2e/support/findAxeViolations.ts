// axe-core over the page as it is. Its source is evaluated through the debugger, because the page's
// Content-Security-Policy rightly refuses a foreign script tag.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import type { App } from './app.ts'

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

/** In both themes, one after the other: who arrives in one may change to the other. */
export async function expectAccessible(app: App): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme })
    // Colours of a panel that is still fading in are not the ones that it will have.
    await app.waitForAnimations()
    expect(await findAxeViolations(app.page), colorScheme).toEqual([])
  }
}

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
