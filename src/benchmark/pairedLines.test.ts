import { expect, test } from 'vitest'
import { openText } from '../session/testing/openText.ts'
import {
  type Fate,
  fateOf,
  PAIRED_LINE_BYTES,
  pairedRequest,
  pairedResult,
  shuffledIndices,
} from './pairedLines.ts'

const COUNT = 20_000
const indices = Array.from({ length: COUNT }, (_, index) => index)

function averageBytes(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0) / lines.length
}

test('fates have the shares that they are made to have', () => {
  const counts: Record<Fate, number> = { succeeded: 0, rejected: 0, expired: 0, missing: 0 }
  for (const index of indices) counts[fateOf(index)] += 1
  expect(counts).toEqual({ succeeded: 19_700, rejected: 100, expired: 100, missing: 100 })
})

test.each([1, 2, 3, 7, 4096, COUNT])('%i numbers are shuffled: each once', (count) => {
  const shuffled = [...shuffledIndices(count)]
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(indices.slice(0, count))
  if (count > 10) {
    const steps = shuffled.map((index, place) => index - (shuffled[place - 1] ?? 0))
    // In an order, or by one step from each to the next, few steps would differ.
    expect(new Set(steps).size).toBeGreaterThan(count / 4)
  }
})

test('both files are valid, of one length, and fit together', async () => {
  const requests = indices.slice(0, 3000).map(pairedRequest)
  const results = indices.slice(0, 3000).flatMap((index) => pairedResult(index) ?? [])
  for (const lines of [requests, results]) {
    expect(Math.abs(averageBytes(lines) / PAIRED_LINE_BYTES - 1)).toBeLessThan(0.02)
  }
  const opened = await Promise.all([requests, results].map((lines) => openText(lines.join('\n'))))
  expect(opened.map(({ facts }) => facts())).toMatchObject([
    { formatId: 'batchInput', lines: 3000, invalid: 0, warnings: 0 },
    { formatId: 'batchOutput', lines: 2985, invalid: 0 },
  ])
  for (const index of [0, 77, 1234]) {
    const id = (line: string) => (JSON.parse(line) as { custom_id: string }).custom_id
    expect(id(pairedResult(index) ?? '')).toBe(id(pairedRequest(index)))
  }
})
