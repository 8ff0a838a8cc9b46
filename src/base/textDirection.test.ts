import { expect, test } from 'vitest'
import { directionOf, hasRightToLeft, stringsAgainst } from './textDirection.ts'

test.each([
  ['', 'ltr', false],
  ['plain', 'ltr', false],
  ['天氣', 'ltr', false],
  ['12 (3)', 'ltr', false],
  ['مرحبا GPT', 'rtl', true],
  ['GPT مرحبا', 'ltr', true],
  ['15. שלום', 'rtl', true],
  ['\u{1e900}', 'rtl', true],
  ['ދިވެހި', 'rtl', true],
] as const)('%j', (text, direction, hasAny) => {
  expect([directionOf(text), hasRightToLeft(text)]).toEqual([direction, hasAny])
})

test('strings that do not run as JSON does are told, whole, where they are in sight', () => {
  const text = String.raw`{"id":"a","الاسم":"b","c":"\"שלום\\","d":"\\"} "أ`
  const shown = (from?: number, to?: number) =>
    stringsAgainst(text, from, to).map((range) => text.slice(range.from, range.to))
  expect(shown()).toEqual(['"الاسم"', String.raw`"\"שלום\\"`, '"أ'])
  expect(shown(0, 12)).toEqual(['"الاسم"'])
  expect(shown(0, 9)).toEqual([])
  expect(shown(13, 20)).toEqual(['"الاسم"'])
  expect(stringsAgainst(`{"a":"${'\\\\'.repeat(2_000_000)}","ب":1}`)).toHaveLength(1)
})
