// What the page says about itself.
import { readFileSync } from 'node:fs'
import { expect, test } from './support/test.ts'

test('the start screen links to the licences of everything that was bundled', async ({
  page,
  app,
}) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Licences' }).click()
  const licences = await opened
  const shown = await licences.locator('body').innerText()
  expect(shown).toContain('MIT License')
  expect(shown).toContain('Lineproof contributors')

  // Some of them run in workers alone.
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { readonly dependencies: Readonly<Record<string, string>> }
  const sections = shown.split(/^-{80}$/m)
  for (const [name, version] of Object.entries(dependencies)) {
    const section = sections.find((text) => text.trimStart().startsWith(`${name} ${version} (`))
    expect(section, name).toMatch(/copyright/i)
    expect(section, name).toMatch(/permission|Apache License/i)
  }
})
