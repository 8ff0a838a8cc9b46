// The user's limit of enqueued tokens: set, met by the file, taken away, kept for the next time.
import { writeFile } from 'node:fs/promises'
import { expect, test } from './support/test.ts'

const request = (i: number): string =>
  JSON.stringify({
    custom_id: `r-${i}`,
    method: 'POST',
    url: '/v1/embeddings',
    body: { model: 'text-embedding-3-small', input: 'Which river flows through this town?' },
  })

test('a limit is set, speaks up when the file is over it, and is there again', async ({
  app,
}, testInfo) => {
  const path = testInfo.outputPath('requests.jsonl')
  await writeFile(path, Array.from({ length: 200 }, (_, i) => `${request(i)}\n`).join(''))
  await app.open(path)
  const file = app.page.getByRole('region', { name: 'File' })
  await file.getByRole('button', { name: 'Set your limit' }).click()
  const field = file.getByLabel('Tokens that may be enqueued for text-embedding-3-small')
  await field.fill('many')
  await expect(file.getByRole('button', { name: 'Save' })).toBeDisabled()
  await field.fill('1,000')
  await field.press('Enter')
  const change = file.getByRole('button', { name: 'Change your limit' })
  await expect(change).toBeFocused()
  const meter = file.getByRole('meter', { name: 'Enqueued tokens' })
  await expect(meter).toHaveAttribute('aria-valuemax', '1000')
  const finding = app.page.locator('[data-code="enqueued-tokens"]')
  await expect(finding).toHaveAttribute('data-severity', 'error')
  await expect(finding).toHaveAttribute('data-api-code', 'token_limit_exceeded')
  await finding.getByRole('button', { name: 'More for this issue' }).click()
  await app.page.getByRole('menuitem', { name: 'Ignore this code' }).click()
  const ignored = app.page.getByRole('region', { name: 'Ignored' })
  await expect(ignored.locator('[data-code="enqueued-tokens"]')).toHaveAttribute('data-count', '1')
  await ignored.getByRole('button', { name: 'Show again' }).click()
  await expect(finding).toHaveAttribute('data-severity', 'error')
  // The sum of the counted tokens, which is the one number in the page.
  const sum = await file.getByRole('region', { name: 'Tokens' }).getAttribute('data-sum')
  await expect(meter).toHaveAttribute(
    'aria-valuetext',
    `${Number(sum).toLocaleString('en')} of 1,000`,
  )
  await app.page.reload()
  await app.open(path)
  await expect(meter).toHaveAttribute('aria-valuemax', '1000')
  await change.click()
  await app.page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await change.press('Enter')
  await expect(field).toBeFocused()
  await field.fill('')
  await field.press('Enter')
  await expect(finding).toHaveCount(0)
  await expect(meter).toHaveCount(0)
})
