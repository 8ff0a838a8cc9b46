// 'Why?' at a finding: what its code means, who says so, and what the API calls it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { requestLine } from './support/requests.ts'
import { expect, test } from './support/test.ts'

test('each finding says why, by keyboard too, with a dated source and the code of the API', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'twice.jsonl')
  await writeFile(path, `${requestLine(1)}\n${requestLine(1)}\n{"custom_id":,}\n`)
  await app.open(path)
  const cause = app.cause('duplicate-custom-id')
  await expect(cause).toHaveAttribute('data-api-code', 'duplicate_custom_id')
  await expect(app.cause('missing-value')).toHaveAttribute('data-api-code', 'invalid_json_line')

  const why = cause.getByRole('button', { name: 'Why?' })
  await expect(why).toHaveAccessibleDescription('Duplicate custom_id')
  await why.focus()
  await app.page.keyboard.press('Enter')
  const dialog = app.page.getByRole('dialog', { name: 'Duplicate custom_id' })
  for (const heading of ['What it means', 'Why it matters', 'How to fix it']) {
    await expect(dialog.getByRole('heading', { name: heading })).toBeVisible()
  }
  await expect(dialog.locator('[data-api-code]')).toHaveText('duplicate_custom_id')
  await expect(dialog.locator('time')).toHaveText(/^\d{4}-\d{2}/)
  const source = dialog.getByRole('link')
  await expect(source).toHaveAttribute('href', /^https:/)
  await expect(source).toHaveAttribute('target', '_blank')
  await expect(source).toHaveAttribute('rel', /noopener/)
  await app.waitForAnimations()
  expect(await findAxeViolations(app.page)).toEqual([])
  await app.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(why).toBeFocused()

  await app.openLine(3)
  const finding = app.editor.locator('[data-code="missing-value"]')
  await expect(finding).toHaveAttribute('data-api-code', 'invalid_json_line')
  await finding.getByRole('button', { name: 'Why?' }).click()
  await expect(app.page.getByRole('dialog', { name: 'Missing value' })).toContainText(
    'cannot be ignored',
  )
})

test.describe('on a phone, in Chinese', () => {
  test.use({ language: 'zh-TW', locale: 'zh-TW', viewport: { width: 390, height: 844 } })

  test('it fits, and is translated', async ({ app, folder }) => {
    const { say } = app
    const path = join(folder, 'one.jsonl')
    await writeFile(path, `${requestLine(1)}\n{"custom_id":,}\n`)
    await app.open(path)
    await app.page.getByRole('button', { name: new RegExp(`^${say('Issues')}`) }).click()
    await app
      .cause('missing-value')
      .getByRole('button', { name: say('Why?') })
      .click()
    const dialog = app.page.getByRole('dialog', { name: say('Missing value') })
    await expect(dialog).toContainText('應該有值的位置')
    const box = await dialog.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  })
})
