// The end of a file with more lines than a page has pixels: a table as tall as all of them is cut off by every
// browser, and painted blank by Firefox beyond 6 million pixels.
import { join } from 'node:path'
import { generateTinyLines } from '../support/generate.ts'
import { expect, test } from './browserTest.ts'

const LINES = 4_000_000

test('the last of four million lines is shown, and edited', async ({ app, folder }) => {
  test.setTimeout(120_000)
  const path = join(folder, 'tiny.jsonl')
  await generateTinyLines(path, LINES, new Set())
  await app.open(path)
  await app.expectFacts({ lines: LINES, invalid: 0 })

  await app.goTo(LINES)
  await app.expectAttribute(`[role=row][data-line="${LINES}"]`, 'aria-rowindex', String(LINES + 1))
  await app.goTo(LINES / 2)
  await app.openLine(LINES)
  await app.typeLine('{"last":true}')
  await app.apply()
  await app.expectFacts({ edited: 1 })
  // What is painted there is the row, and nothing is as tall as what a browser would cut off.
  const seen = await app.page.evaluate(() => ({
    row: document.querySelector('[role=row][data-edited=true]')?.textContent ?? '',
    tallest: Math.max(
      ...[...document.querySelectorAll('*')].map((element) => element.scrollHeight),
    ),
  }))
  expect(seen.row).toContain('{"last":true}')
  expect(seen.tallest).toBeLessThan(6_000_000)
})
