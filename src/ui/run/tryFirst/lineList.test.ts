import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { parseLineList } from './lineList.ts'

function numbersOf(typed: string, lines = 1000) {
  const parsed = parseLineList(typed, lines)
  return parsed.ok ? parsed.value : inEnglish(parsed.failure.message)
}

test('numbers and ranges, in any order, each once', () => {
  expect(numbersOf('17-20, 3,18')).toEqual([3, 17, 18, 19, 20])
  expect(numbersOf('7, 7, 7-7; 6-8')).toEqual([6, 7, 8])
  expect(numbersOf('5-3')).toEqual([3, 4, 5])
  expect(numbersOf('1000, 1')).toEqual([1, 1000])
})

test('as other keyboards write them', () => {
  expect(numbersOf(' 5 – 6 、 2')).toEqual([2, 5, 6])
  expect(numbersOf('３，１７～１９；２１－２２')).toEqual([3, 17, 18, 19, 21, 22])
})

test.each(['x', '-3', '3-', '3-5-7', '1.5', '1e3', '3 5', '+3', '0x10'])(
  '“%s” is no line number',
  (part) => {
    expect(numbersOf(`3, ${part}`)).toBe(
      `“${part}” is no line number. Write numbers and ranges, such as 3, 17-20.`,
    )
  },
)

test('a number copied with its commas is not taken for two lines', () => {
  expect(numbersOf('1,001', 5000)).toMatch(/^“001” is no line number/)
})

test('lines that the file does not have', () => {
  expect(numbersOf('0')).toBe('The file has the lines 1 to 1,000; 0 is not among them.')
  expect(numbersOf('0-3')).toMatch(/0-3 is not among them/)
  expect(numbersOf('3-0')).toMatch(/3-0 is not among them/)
  expect(numbersOf('1001')).toMatch(/1001 is not among them/)
  expect(numbersOf('999-1001')).toMatch(/999-1001 is not among them/)
  expect(numbersOf('99999999999999999999')).toMatch(/not among them/)
  expect(numbersOf('2', 1)).toBe('The file has one line; 2 is not among them.')
  expect(numbersOf('1', 0)).toBe('The file has no lines.')
})

test('no more than twenty at a time, however they are named', () => {
  expect(numbersOf('1-20')).toHaveLength(20)
  expect(numbersOf('1-20, 5-9, 20')).toHaveLength(20)
  expect(numbersOf('1-21')).toBe('At most 20 lines are tried at a time. Name fewer.')
  expect(numbersOf('1-1999999999', 2_000_000_000)).toMatch(/At most 20/)
  expect(numbersOf('1-15, 20-30')).toMatch(/At most 20/)
})

test('nothing but separators', () => {
  for (const typed of ['', '   ', ' , ', '、;']) {
    expect(numbersOf(typed)).toBe('Which lines? Write their numbers, such as 3, 17-20.')
  }
})
