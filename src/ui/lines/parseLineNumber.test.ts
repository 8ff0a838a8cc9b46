import { expect, test } from 'vitest'
import { parseLineNumber } from './parseLineNumber.ts'

test.each([
  ['31207', 31207],
  ['31,207', 31207],
  ['31.207', 31207],
  [' 31 207 ', 31207],
  ['31\u202f207', 31207],
  ['31’207', 31207],
  ['line 31,207', 31207],
  ['#7', 7],
  ['第 31,207 行', 31207],
  ['３１２０７', 31207],
  ['16000000', 16_000_000],
])('%j is line %d', (text, number) => {
  expect(parseLineNumber(text)).toBe(number)
})

test.each(['', ' ', '0', '-3', '1e5', 'abc', '12a', '99999999999999999'])(
  '%j is no line',
  (text) => {
    expect(parseLineNumber(text)).toBeUndefined()
  },
)
