// Whose requests a file holds: what is recognised, and what the user says instead.
import { writeFile } from 'node:fs/promises'
import { expect, test } from './support/test.ts'

const line = (n: number): string =>
  JSON.stringify({
    custom_id: `r-${n}`,
    method: 'POST',
    url: '/chat/completions',
    body: { model: 'batch-deployment', messages: [{ role: 'user', content: `Question ${n}` }] },
  })

test('a file for Azure is validated as one until it is said to be for OpenAI', async ({
  app,
  page,
}, info) => {
  const path = info.outputPath('azure.jsonl')
  await writeFile(path, `${[1, 2, 3].map(line).join('\n')}\n`)
  await app.open(path)
  await app.expectFacts({ lines: 3, invalid: 0, format: 'azureBatchInput' })
  const choice = page.getByRole('combobox', { name: 'These are for' })
  await expect(choice).toHaveText('Azure OpenAI')
  await expect(app.issues.getByText('These look like requests for Azure OpenAI')).toBeVisible()

  await choice.click()
  await page.getByRole('option', { name: 'OpenAI', exact: true }).click()
  await app.expectFacts({ lines: 3, invalid: 3, format: 'batchInput' })
  await expect(choice).toHaveText('OpenAI')
  await expect(app.cause('url-without-version')).toHaveAttribute('data-count', '3')
  await expect(app.issues).not.toContainText('These look like requests for Azure OpenAI')
})

test('a file without a provider offers none', async ({ app, page }, info) => {
  const path = info.outputPath('plain.jsonl')
  await writeFile(path, '{"a":1}\n{"a":2}\n')
  await app.open(path)
  await app.expectFacts({ lines: 2, format: 'plainJsonl' })
  await expect(page.getByRole('combobox', { name: 'Format' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'These are for' })).toHaveCount(0)
})
