// The same journeys in every language of the interface, by the words of its catalogue; and the change
// from one language to another.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { findAxeViolations } from './support/findAxeViolations.ts'
import { fixAllOf } from './support/fixAll.ts'
import { fixturePath } from './support/fixturePath.ts'
import { generateBatchInput } from './support/generate.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const causesFile = fixturePath('fixes/for-each-cause.jsonl')
const pairs = ['input', 'output', 'errors'].map((name) => fixturePath(`pairing/${name}.jsonl`))

for (const [language, locale, lang] of [
  ['en', 'en-GB', 'en'],
  ['zh-TW', 'zh-TW', 'zh-Hant-TW'],
] as const) {
  test.describe(language, () => {
    test.use({ language, locale })

    test('a file is opened, mended one by one and all at once, and exported', async ({ app }) => {
      const { say } = app
      await expect(app.page.locator('html')).toHaveAttribute('lang', lang)
      await app.open(causesFile)
      await app.expectFacts({ lines: 8, invalid: 5 })
      await expect(app.line(2)).toContainText(say('Trailing comma'))

      // All at once, and what is said of it.
      const cause = app.cause('trailing-comma')
      await expect(cause).toContainText(say('Trailing comma'))
      await fixAllOf(app, 'trailing-comma')
      await expect(cause).toHaveCount(0)
      await app.page
        .getByRole('button', { name: say('Undo'), exact: true })
        .first()
        .click()
      await app.expectFacts({ invalid: 5, edited: 0 })

      // One by one.
      await app.openLine(2)
      await app.fix('Remove the extra comma').click()
      await app.expectFacts({ invalid: 4, edited: 1 })
      await app.openLine(3)
      await app.typeLine('{"custom_id": "打字"}')
      await app.apply()
      await app.expectFacts({ edited: 2 })

      expect(await app.search('打字')).toBe(1)
      const written = (await app.exportBytes('All lines')).toString()
      expect(written).toContain('{"custom_id": "打字"}\n')
    })

    test('files are paired, looked at and exported', async ({ app, pairing }) => {
      const { say } = app
      await app.openFiles(pairs)
      await pairing.expectCounts({ requests: 21, failed: 8 })
      await pairing.show('Failed')
      await pairing.expectRowCount(8)
      await pairing.openRow('req-2')
      await expect(pairing.drawer).toContainText(say('Failed'))
      await app.page.keyboard.press('Escape')
      const retry = await pairing.exportPairs('Retry file')
      expect(retry.trimEnd().split('\n').length).toBeGreaterThan(1)
    })

    test('the report has the words of the language', async ({ app, pairing }) => {
      await app.openFiles(pairs)
      await pairing.expectCounts({ requests: 21 })
      const report = await pairing.exportPairs('Report (Markdown)')
      expect(report).toContain(app.say('Finish reasons'))
    })

    test('axe finds nothing', async ({ app }) => {
      expect(await findAxeViolations(app.page)).toEqual([])
      await app.open(causesFile)
      await app.openLine(2)
      await app.waitForAnimations()
      expect(await findAxeViolations(app.page)).toEqual([])
      await app.openFiles(pairs)
      await expect(
        app.page.getByRole('region', { name: app.say('Pairing'), exact: true }),
      ).toHaveAttribute('data-state', 'ready')
      await app.waitForAnimations()
      expect(await findAxeViolations(app.page)).toEqual([])
    })
  })
}

test.describe('changing the language', () => {
  const chinese = wordsOf('zh-TW')

  test('changes every word at once and keeps draft, selection and place', async ({
    app,
    folder,
  }) => {
    const path = join(folder, 'many.jsonl')
    await generateBatchInput(path, { lines: 40_000 })
    await app.open(path)
    await app.openLine(31_207)
    await app.typeLine('{"draft": tru')
    const reads = await app.status.getAttribute('data-read-ms')
    const inSight = await app.lineNumbersInSight()

    await chooseLanguage(app, '繁體中文')
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-Hant-TW')
    await expect(app.page.getByRole('searchbox', { name: chinese('Search lines') })).toBeVisible()
    const editor = app.page.getByRole('region', { name: chinese('Line editor') })
    await expect(editor.getByRole('textbox', { name: chinese('Line text') })).toHaveText(
      '{"draft": tru',
    )
    const row = app.page.locator('[role=row][data-line="31207"]')
    await expect(row).toBeInViewport()
    await expect(row).toHaveAttribute('aria-selected', 'true')
    expect(await rowsInSight(app)).toEqual(inSight)
    const status = app.page.getByRole('status', { name: chinese('Document status') })
    expect(await status.getAttribute('data-read-ms')).toBe(reads)

    // It is remembered.
    app.page.on('dialog', (dialog) => void dialog.accept())
    await app.page.reload()
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-Hant-TW')
    await expect(
      app.page.getByRole('status', { name: chinese('Document status') }),
    ).toHaveAttribute('data-state', 'empty')
  })

  test('findings of the lines on the screen follow, and what was said before, too', async ({
    app,
  }) => {
    await app.open(causesFile)
    await app.openLine(2)
    await fixAllOf(app, 'single-quotes')
    await expect(app.page.getByText(/^Fixed 1 line/)).toBeVisible()
    await chooseLanguage(app, '繁體中文')
    await expect(app.page.getByText(/^Fixed 1 line/)).toBeHidden()
    const finding = chinese('Trailing comma')
    await expect(app.page.locator('[role=row][data-line="2"]')).toContainText(finding)
    const editor = app.page.getByRole('region', { name: chinese('Line editor') })
    await expect(editor).toContainText(finding)
    await chooseLanguage(app, 'English', chinese)
    await expect(app.line(2)).toContainText('Trailing comma')
  })

  test('is found in the palette, in either language', async ({ app, page }) => {
    const palette = page.getByRole('dialog').getByRole('combobox')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette).toBeFocused()
    await page.keyboard.type('繁體')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant-TW')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette).toBeFocused()
    await page.keyboard.type('english')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(app.status).toBeVisible()
  })
})

test('English loads no catalogue', async ({ app }) => {
  const loaded = await app.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(loaded.filter((name) => /zh-TW/.test(name))).toEqual([])
})

test('a text of the file that is also a word of the interface is not translated', async ({
  app,
  folder,
}) => {
  await chooseLanguage(app, '繁體中文')
  const path = join(folder, 'words.jsonl')
  await writeFile(path, '{"note": "Trailing comma", "state": "Failed"}\n'.repeat(3))
  await app.openFiles([path])
  await expect(app.page.locator('[role=row][data-line="1"]')).toContainText('Trailing comma')
  expect(await readFile(path, 'utf8')).toContain('Failed')
})

async function chooseLanguage(app: App, name: string, say = app.say): Promise<void> {
  await app.page.getByRole('button', { name: say('Language'), exact: true }).click()
  await app.page.getByRole('menuitemradio', { name, exact: true }).click()
}

async function rowsInSight(app: App): Promise<readonly number[]> {
  const numbers = await app.page.locator('[role=grid]:visible').evaluate((grid) => {
    const top = grid.querySelector('[role=columnheader]')?.getBoundingClientRect().bottom ?? 0
    const { bottom } = grid.getBoundingClientRect()
    return [...grid.querySelectorAll('[role=row][data-line]')]
      .filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > top && box.top < bottom
      })
      .map((row) => Number(row.getAttribute('data-line')))
  })
  return numbers.toSorted((a, b) => a - b)
}
