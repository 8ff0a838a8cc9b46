// Lines of a shape that was validated before are recognised; a file with more shapes than are remembered
// is validated all the same, and the app says so.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'

/** Which finish reason an answer has counts for its shape, whatever it is. */
function answer(i: number, reason: string): string {
  return `{"id":"b${i}","custom_id":"r-${i}","response":{"status_code":200,"request_id":"q","body":{"choices":[{"finish_reason":"${reason}"}]}},"error":null}\n`
}

/** As many as are remembered. */
const MAX_SHAPES = 65_536

test('how many shapes of lines there are, and that they are too many', async ({ app, folder }) => {
  const few = join(folder, 'few.jsonl')
  await writeFile(few, Array.from({ length: 300 }, (_, i) => answer(i, `r${i % 7}`)).join(''))
  await app.open(few)
  await app.expectFacts({ lines: 300, invalid: 0, format: 'batchOutput' })
  await expect(app.status).toHaveAttribute('data-shapes', '7')
  const note = app.page.getByText('different shapes of lines')
  await expect(note).toHaveCount(0)

  const many = join(folder, 'many.jsonl')
  const lines = Array.from({ length: MAX_SHAPES + 9 }, (_, i) => answer(i, `r${i}`))
  await writeFile(many, lines.join('') + answer(MAX_SHAPES + 9, 'other').replace('200', '"200"'))
  await app.open(many)
  await app.expectFacts({ lines: MAX_SHAPES + 10, invalid: 0, warnings: 1 })
  await expect(app.status).toHaveAttribute('data-shapes', String(MAX_SHAPES))
  await expect(note).toHaveText(
    'More than 65,536 different shapes of lines: the rest is validated one by one, which is slower. Every line is validated.',
  )
})
