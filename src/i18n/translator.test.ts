import { expect, expectTypeOf, test } from 'vitest'
import compile from 'icu-minify/compile'
import { keyOf } from './catalogue.ts'
import { pickLanguage } from './languages.ts'
import { english, loadTranslator } from './loadTranslator.ts'
import { bytes, duration, listOf, msg, type Placeholders, share, verbatim } from './message.ts'
import { createTranslator } from './translator.ts'

const translations: Readonly<Record<string, string>> = {
  '{count, plural, one {# line} other {# lines}} fixed': '已修正 {count, number} 行',
  'Trailing comma': '多餘的逗號',
  'Line {line, number}: {what}': '第 {line, number} 行：{what}',
}
const chinese = createTranslator(
  'zh-TW',
  Object.fromEntries(
    Object.entries(translations).map(([source, text]) => [keyOf(compile(source)), compile(text)]),
  ),
)

test('a message has words in each language, and English where there is no translation', () => {
  const comma = msg('Trailing comma')
  expect(english.t(comma)).toBe('Trailing comma')
  expect(chinese.t(comma)).toBe('多餘的逗號')
  expect(chinese.t(msg('Nobody has translated this'))).toBe('Nobody has translated this')
})

test('a plural goes by the number, which has groups of digits', () => {
  const fixed = (count: number) =>
    msg('{count, plural, one {# line} other {# lines}} fixed', { count })
  expect(english.t(fixed(1))).toBe('1 line fixed')
  expect(english.t(fixed(31_207))).toBe('31,207 lines fixed')
  expect(chinese.t(fixed(31_207))).toBe('已修正 31,207 行')
})

test('a message inside a message is translated; a text of the file never is', () => {
  const line = (what: ReturnType<typeof msg> | string) =>
    msg('Line {line, number}: {what}', { line: 4, what })
  expect(chinese.t(line(msg('Trailing comma')))).toBe('第 4 行：多餘的逗號')
  expect(chinese.t(line('Trailing comma'))).toBe('第 4 行：Trailing comma')
  expect(chinese.t(verbatim('Trailing comma'))).toBe('Trailing comma')
})

test('a value that runs from right to left leaves the sentence as it is', () => {
  const line = msg('Line {line, number}: {what}', { line: 4, what: 'الاسم' })
  expect(english.t(line)).toBe('Line 4: \u2068الاسم\u2069')
  expect(english.t(msg('It is {values}', { values: listOf(['א', 'b'], 'or') }))).toContain(
    '\u2068א\u2069 or b',
  )
  // What is nothing but a value is the value.
  expect(english.t(verbatim('الاسم'))).toBe('الاسم')
})

test('lists, sizes, durations and shares are written as the language has them', () => {
  const values = (list: readonly string[]) => msg('It is {values}', { values: listOf(list, 'or') })
  expect(english.t(values(['a']))).toBe('It is a')
  expect(english.t(values(['a', 'b', 'c']))).toBe('It is a, b or c')
  expect(chinese.list(['a', 'b', 'c'], 'or')).toBe('a、b 或 c')
  expect(chinese.list(['字串', '陣列'], 'or')).toBe('字串或陣列')
  expect(chinese.list(['"a"', '陣列', 'null'], 'and')).toBe('"a"、陣列和 null')
  expect(english.t(msg('{size} read', { size: bytes(31_234_000) }))).toBe('31.2 MB read')
  expect(english.t(msg('after {time}', { time: duration(125_000) }))).toBe('after 2 min 5 s')
  expect(english.t(msg('{part} done', { part: share(0.999) }))).toBe('99% done')
  expect(english.bytes(1)).toBe('1 byte')
  expect(english.bytes(999_600)).toBe('1.00 MB')
  expect(english.duration(50)).toBe('0.05 s')
  expect(english.duration(3210)).toBe('3.2 s')
  expect(english.percent(1)).toBe('100%')
})

test('braces and marks', () => {
  expect(english.t(msg("Write '{'{key}'}' instead", { key: 'a' }))).toBe('Write {a} instead')
  const parts = english.rich(msg('Press <key>F8</key> for {what}', { what: 'more' }), {
    key: (children) => ({ kbd: children.join('') }),
  })
  expect(parts).toEqual(['Press ', { kbd: 'F8' }, ' for more'])
})

test('what a message needs is in its type', () => {
  expectTypeOf<
    Placeholders<'{a} and {b, number} of {c, plural, one {# line} other {{d} lines}}'>
  >().toHaveProperty('d')
  // @ts-expect-error a value is missing
  msg('Line {line}')
  // @ts-expect-error there is no such placeholder
  msg('Line', { line: 1 })
  // @ts-expect-error a plural needs a number
  msg('{count, plural, one {# line} other {# lines}}', { count: '3' })
})

test('the language is the first that the user reads', () => {
  expect(pickLanguage(['de-CH', 'zh-Hant-HK', 'en'])).toBe('zh-TW')
  expect(pickLanguage(['zh-TW'])).toBe('zh-TW')
  expect(pickLanguage(['zh-CN', 'en-GB', 'zh-TW'])).toBe('en')
  expect(pickLanguage(['zh-CN'])).toBe('en')
  expect(pickLanguage(['not a tag!', 'zh-MO'])).toBe('zh-TW')
  expect(pickLanguage([])).toBe('en')
})

test('the pseudo-language changes every word and no value', async () => {
  const pseudo = await loadTranslator('pseudo')
  const text = pseudo.t(
    msg('{count, plural, one {# line} other {# lines}} in {name}', { count: 2, name: 'a.jsonl' }),
  )
  expect(text).toMatch(/^\[2 ļíñéš íñ a\.jsonl·+\]$/)
})
