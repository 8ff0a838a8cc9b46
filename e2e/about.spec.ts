// What the page says about itself.
import { readFileSync } from 'node:fs'
import { fixturePath } from './support/fixturePath.ts'
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

test.describe('details for a report', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

  test('can be copied before a file is open', async ({ app }) => {
    await app.button('Copy details').click()
    await expect(app.page.getByText('Details copied')).toBeVisible()
    const copied = await app.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^Lineproof \d+\.\d+\.\d+, build [0-9a-f]{16}\nChrome \d+ on .+, \d+ cores?/,
    )
  })

  test('count what is open and hold nothing of it', async ({ app }) => {
    const name = 'batch-input-bad.jsonl'
    const path = fixturePath(`formats/${name}`)
    await app.open(path)
    await expect(app.status).toHaveAttribute('data-state', 'ready')
    await app.page.keyboard.press('ControlOrMeta+K')
    await app.page.keyboard.type('copy details')
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByText('Details copied')).toBeVisible()
    const copied = await app.page.evaluate(() => navigator.clipboard.readText())

    const attribute = async (of: string) => Number(await app.status.getAttribute(`data-${of}`))
    const lines = await attribute('lines')
    const invalid = await attribute('invalid')
    expect(invalid).toBeGreaterThan(0)
    expect(copied).toContain('Document 1: ready, batchInput, ')
    expect(copied).toContain(`, ${lines} lines, ${lines - invalid} valid, ${invalid} invalid, `)

    expect(copied).not.toContain(name)
    const values = [...readFileSync(path, 'utf8').matchAll(/"(?:custom_id|content)": ?"([^"]+)"/g)]
    expect(values.length).toBeGreaterThan(5)
    for (const [, value] of values) expect(copied).not.toContain(value)
  })

  test('can be copied from the screen that stands in for a page that crashed', async ({
    page,
    app,
    pageErrors,
  }) => {
    // Whatever shows a number now fails while rendering, with a message that quotes a file.
    await page.evaluate(() => {
      const original = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format')
      Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
        configurable: true,
        get() {
          throw new RangeError('Not a number: "a line of the file"')
        },
      })
      Object.assign(globalThis, {
        mendNumbers: () =>
          Object.defineProperty(Intl.NumberFormat.prototype, 'format', original ?? {}),
      })
    })
    await app.openFiles([fixturePath('formats/batch-input.jsonl')])
    await expect(page.getByRole('heading', { name: /^Something went wrong/ })).toBeVisible()
    await page.evaluate('mendNumbers()')

    await app.button('Copy details').click()
    await expect(page.getByRole('status').getByText('Copied.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^RangeError at .*\.js:\d+:\d+/m)
    expect(copied).not.toContain('a line of the file')

    await app.button('Draw the page again').click()
    await app.expectFacts({ lines: 5 })
    pageErrors.length = 0
  })
})
