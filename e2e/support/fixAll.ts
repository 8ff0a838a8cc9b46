// 'Fix all' of a cause: the button, and the answer to what it shows.
import { expect, type Locator } from '@playwright/test'
import type { App } from './app.ts'

/** Mends all lines with a cause. */
export async function fixAllOf(app: App, code: string): Promise<void> {
  await app
    .cause(code)
    .getByRole('button', { name: app.say('Fix all') })
    .click()
  await fixAllAnswer(app).click()
  await expect(fixAllAnswer(app)).toHaveCount(0)
}

/** 'Apply to 3 lines', in either language. */
export function fixAllAnswer({ page }: App): Locator {
  return page.getByRole('dialog').getByRole('button', { name: /^(Apply to|套用到)/ })
}
