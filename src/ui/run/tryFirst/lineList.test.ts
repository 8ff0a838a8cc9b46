import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { parseLineList } from './lineList.ts'

function numbersOf(typed: string, lines = 1000) {
  const parsed = parseLineList(typed, lines)
  return parsed.ok ? parsed.value : inEnglish(parsed.failure.message)
}

test('numbers and ranges, in any order, each once', () => {
  expect(numbersOf('17-20, 3,18')).toEqual([3, 17, 18, 19, 20])
  expect(numbersOf(' 5 – 6 、 2')).toEqual([2, 5, 6])
})

test('what is no number, no line of the file, or too many is told', () => {
  expect(numbersOf('3, x')).toBe(
    '“x” is no line number. Write numbers and ranges, such as 3, 17-20.',
  )
  expect(numbersOf('5-3')).toMatch(/is no line number/)
  expect(numbersOf('-3')).toMatch(/is no line number/)
  expect(numbersOf('0')).toBe('The file has the lines 1 to 1,000; 0 is not among them.')
  expect(numbersOf('1001')).toMatch(/not among them/)
  expect(numbersOf('1-20')).toHaveLength(20)
  expect(numbersOf('1-21')).toBe('At most 20 lines are tried at a time.')
  expect(numbersOf('1-999999999', 2_000_000_000)).toMatch(/At most 20/)
  expect(numbersOf('1-15, 20-30')).toMatch(/At most 20/)
  expect(numbersOf(' , ')).toBe('Which lines? Write their numbers, such as 3, 17-20.')
})
