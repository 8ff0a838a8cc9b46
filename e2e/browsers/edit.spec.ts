// The main journey: a damaged file is opened, judged, mended, undone, searched and exported byte for byte.
import { join } from 'node:path'
import { batchInputLines, generateBatchInput } from '../support/generate.ts'
import type { MistakeName } from '../support/mistakes.ts'
import { expect, test } from './browserTest.ts'

const LINES = 3000

const mistakes = new Map<number, MistakeName>([
  [3, 'trailingComma'],
  [700, 'singleQuotes'],
  [1500, 'trailingComma'],
  [2999, 'pythonLiteral'],
])

const options = { lines: LINES, script: 'mixed', mistakes } as const

test('a damaged file is judged, mended, undone, searched and exported', async ({ app, folder }) => {
  const path = join(folder, 'damaged.jsonl')
  await generateBatchInput(path, options)
  const lines = [...batchInputLines(options)]
  const good = [...batchInputLines({ lines: LINES, script: 'mixed' })]
  await app.open(path)
  await app.expectFacts({ lines: LINES, invalid: 4, format: 'batchInput' })

  await app.openLine(700)
  await app.expectAttribute('[role=row][data-line="700"]', 'data-verdict', 'invalid')
  await app.typeLine(good[699] ?? '')
  await app.apply()
  await app.expectFacts({ invalid: 3, edited: 1 })
  await app.expectAttribute('[role=row][data-line="700"]', 'data-verdict', 'valid')

  await app.openLine(1500)
  await app.click(app.button('Remove the extra comma'))
  await app.expectFacts({ invalid: 2, edited: 2 })

  await app.click(app.button('Undo'))
  await app.click(app.button('Undo'))
  await app.expectFacts({ invalid: 4, edited: 0 })
  await app.click(app.button('Redo'))
  await app.expectFacts({ invalid: 3, edited: 1 })
  lines[699] = good[699] ?? ''

  expect(await app.search('request-00002999')).toBe(1)
  expect((await app.exportAll()).equals(Buffer.from(textOf(lines)))).toBe(true)
})

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
