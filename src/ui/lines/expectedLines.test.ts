import { expect, test } from 'vitest'
import { expectedLines } from './expectedLines.ts'

test('grows with the part of the file that is not read yet, and is exact in the end', () => {
  const facts = { state: 'reading', lines: 40, readBytes: 250, totalBytes: 1000 } as const
  expect(expectedLines(facts)).toBe(160)
  expect(expectedLines({ ...facts, readBytes: 1000 })).toBe(40)
  expect(expectedLines({ ...facts, state: 'ready' })).toBe(40)
})

test('nothing read is nothing expected', () => {
  expect(expectedLines(undefined)).toBe(0)
  expect(expectedLines({ state: 'reading', lines: 0, readBytes: 0, totalBytes: 9 })).toBe(0)
})
