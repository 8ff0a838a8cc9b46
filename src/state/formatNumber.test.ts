import { expect, test } from 'vitest'
import {
  countOf,
  formatBytes,
  formatDuration,
  formatProgress,
  groupNumber,
  percentOf,
} from './formatNumber.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [31_207, '31,207'],
  [16_000_000, '16,000,000'],
])('groups %d', (value, text) => {
  expect(groupNumber(value)).toBe(text)
})

test('counts in singular and plural', () => {
  expect(countOf(1, 'line')).toBe('1 line')
  expect(countOf(0, 'line')).toBe('0 lines')
  expect(countOf(3000, 'copy', 'copies')).toBe('3,000 copies')
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [214, '214 bytes'],
  [999, '999 bytes'],
  [1000, '1.00 kB'],
  [31_200_000, '31.2 MB'],
  // Never '1,000 kB' or '1,000 MB'.
  [999_499, '999 kB'],
  [999_500, '1.00 MB'],
  [999_949_999, '1.00 GB'],
  [9_994_000, '9.99 MB'],
  [9_996_000, '10.0 MB'],
  [1_000_000_000, '1.00 GB'],
  [5_300_000_000_000, '5,300 GB'],
])('shows %d bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0, '0.00 s'],
  [47, '0.05 s'],
  [994, '0.99 s'],
  [996, '1.0 s'],
  [3210, '3.2 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('shows %d ms', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('says 100 % only when all is done, and 0 while the total is unknown', () => {
  expect(percentOf(999, 1000)).toBe(99)
  expect(percentOf(1000, 1000)).toBe(100)
  expect(percentOf(1200, 1000)).toBe(100)
  expect(percentOf(5, 0)).toBe(0)
})

test('progress in its own unit', () => {
  expect(formatProgress({ unit: 'bytes', done: 1_200_000, total: 1e9 })).toBe('1.20 MB of 1.00 GB')
  expect(formatProgress({ unit: 'lines', done: 256, total: 3000 })).toBe('256 of 3,000 lines')
  expect(formatProgress({ unit: 'rows', done: 0, total: 1 })).toBe('0 of 1 row')
  expect(formatProgress({ unit: 'bytes', done: 0, total: 0 })).toBeUndefined()
  expect(formatProgress(undefined)).toBeUndefined()
})
