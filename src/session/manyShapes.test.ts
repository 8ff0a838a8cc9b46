// A file with more shapes of lines than are remembered: validated all the same, and said.
import { expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { MAX_SHAPES } from '../scanner/scanner.ts'
import { openText } from './testing/openText.ts'

/** Which finish reason an answer has counts for its shape, whatever it is. */
function answer(i: number, reason: string): string {
  return `{"id":"b${i}","custom_id":"r-${i}","response":{"status_code":200,"request_id":"q","body":{"choices":[{"message":{"content":"Yes"},"finish_reason":"${reason}"}]}},"error":null}`
}

const format = { formatId: 'batchOutput' }

test('lines of few shapes are counted by shape', async () => {
  const lines = Array.from({ length: 50 }, (_, i) => answer(i, `reason-${i % 3}`))
  const { facts } = await openText(lines.join('\n'), format)
  expect(facts()).toMatchObject({ lines: 50, shapes: 3, shapesFull: false })
})

test('lines of shapes beyond the table have their verdicts', { timeout: 120_000 }, async () => {
  const lines = Array.from({ length: MAX_SHAPES }, (_, i) => answer(i, `reason-${i}`))
  const full = await openText(lines.join('\n'), format)
  expect(full.facts()).toMatchObject({ shapes: MAX_SHAPES, shapesFull: false, invalid: 0 })

  const last = [
    answer(1e6, 'another'),
    answer(1e6 + 1, 'one more').replace('"r-1000001"', '7'),
    answer(1e6 + 3, 'one more').replace('"status_code":200', '"status_code":"200"'),
    answer(1e6 + 4, 'reason-7'),
    answer(7, 'another'),
  ]
  const over = await openText([...lines, ...last].join('\n'), format)
  expect(over.facts()).toMatchObject({
    lines: MAX_SHAPES + last.length,
    shapes: MAX_SHAPES,
    shapesFull: true,
    invalid: 2,
    warnings: 1,
  })
  const window = await over.session.readRows({ kind: 'all' }, MAX_SHAPES, MAX_SHAPES + 10)
  if (!window.ok) throw new Error(window.failure.code)
  expect(inEnglish(window.value.rows.map((row) => row.finding))).toEqual([
    undefined,
    expect.stringContaining('custom_id'),
    expect.stringContaining('status_code'),
    undefined,
    expect.stringContaining('Duplicate'),
  ])
})
