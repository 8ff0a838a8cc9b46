// The journey of someone who generated 40,000 requests with a script, of which a few are wrong: opened,
// understood, mended one by one and all at once, and written as a file in which nothing else has changed.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixAllOf } from './support/fixAll.ts'
import { batchInputLines } from './support/generate.ts'
import type { MistakeName } from './support/mistakes.ts'
import { expect, test } from './support/test.ts'

const LINES = 40_000
/** The one that no fix for all can mend: a script wrote a placeholder where the model belongs. */
const ODD = 31_207
const mistakes = new Map<number, MistakeName>([
  [17, 'trailingComma'],
  [12_000, 'trailingComma'],
  [39_999, 'trailingComma'],
])

test('40,000 requests of which four are wrong', async ({ app, folder }) => {
  const path = join(folder, 'requests.jsonl')
  const lines = [...batchInputLines({ lines: LINES, mistakes })]
  const good = lines[ODD - 1] ?? ''
  lines[ODD - 1] = good.replace('"POST"', '"GET"')
  expect(lines[ODD - 1]).not.toBe(good)
  await writeFile(path, lines.map((line) => `${line}\n`).join(''))

  // Opened: what is wrong is there at once, in numbers and by cause.
  await app.open(path)
  await app.expectFacts({ lines: LINES, invalid: 4, format: 'batchInput' })
  const causes = await app.causes()
  const errors = causes.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 3])

  // The rarest first: that is the one which stops the batch.
  await app.page.keyboard.press('F8')
  await expect(app.line(17)).toHaveAttribute('aria-selected', 'true')
  await app.showView('Invalid')
  await expect.poll(() => app.rowCount()).toBe(4)
  await app.line(ODD).click()
  await expect(app.editor.getByText('method must be POST').first()).toBeVisible()

  // Mended in place, by typing.
  await app.typeLine(good)
  await app.apply()
  await app.expectFacts({ invalid: 3, edited: 1 })

  // The others have one cause, and are mended at once.
  await fixAllOf(app, 'trailing-comma')
  await app.expectFacts({ invalid: 0, edited: 4 })
  await expect(app.page.getByText('Fixed 3 lines.').first()).toBeVisible()

  // Written, byte for byte what it should have been.
  const fixed = [...batchInputLines({ lines: LINES })].map((line) => `${line}\n`).join('')
  expect((await app.exportBytes('All lines')).toString() === fixed).toBe(true)

  // Nothing is left to lose, and the file itself is as it was.
  await app.closeTab('requests.jsonl')
  expect((await readFile(path, 'utf8')).split('\n')[ODD - 1]).toContain('"GET"')
})
