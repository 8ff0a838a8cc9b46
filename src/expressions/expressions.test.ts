import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import { type Expression, loadExpressions } from './expressions.ts'
import { expression, text } from './testing/arbitraryExpressions.ts'

const compile = await loadExpressions()

function expressionOf(source: string, ignoreCase = false): Expression {
  return valueOf(compile(source, { ignoreCase }))
}

function problemOf(source: string): string | undefined {
  const compiled = compile(source, { ignoreCase: false })
  return compiled.ok ? undefined : inEnglish(compiled.failure.message)
}

describe('expressions', () => {
  test('match as those of JavaScript do, where both have the syntax', () => {
    fc.assert(
      fc.property(expression, text, fc.boolean(), (source, parts, ignoreCase) => {
        const where = parts.join('')
        const native = new RegExp(source, ignoreCase ? 'giu' : 'gu')
        const own = expressionOf(source, ignoreCase)
        const expected = [...where.matchAll(native)]
          .filter(([match]) => match !== '')
          .map((match) => ({ from: match.index, to: match.index + match[0].length }))
        expect(own.test(where)).toBe(where.search(native) >= 0)
        expect(own.ranges(where, 100)).toEqual(expected)
      }),
      runs(2000),
    )
  })

  test('name strings of which one stands in every match', () => {
    fc.assert(
      fc.property(expression, text, fc.boolean(), (source, parts, ignoreCase) => {
        const where = parts.join('')
        const own = expressionOf(source, ignoreCase)
        if (own.literals === undefined || !own.test(where)) return
        const searched = ignoreCase ? where.toLowerCase() : where
        expect(own.literals.some((literal) => searched.includes(literal))).toBe(true)
      }),
      runs(5000),
    )
  })

  test('take no longer than the text is long', () => {
    expect(expressionOf('(a+)+$').test(`${'a'.repeat(100_000)}!`)).toBe(false)
    expect(expressionOf('(\\w+\\s*)+;').test('every word of it '.repeat(5000))).toBe(false)
    expect(expressionOf('(x+x+)+y').ranges('x'.repeat(10_000), 10)).toEqual([])
    expect(expressionOf('^(([a-z])+.)+[A-Z]([a-z])+$').firstGroup('a'.repeat(10_000))).toBe(
      undefined,
    )
  })

  test('are read as people write them for JavaScript', () => {
    for (const [source, where] of [
      ['\\/v1\\/chat', 'POST /v1/chat'],
      ['\\u0041\\x42', 'AB'],
      ['\\u{1F600}', '😀'],
      ['\\ud83d\\ude00', '😀'],
      ['[😀-😂]', '😁'],
      ['(?<year>\\d{4})-\\d\\d', 'on 2026-11-26'],
      ['{"custom_id"', '{"custom_id": 1}'],
      ['"model": ?"gpt-[^"]+"', '{"model":"gpt-6-luna"}'],
      ['\\p{Lu}\\p{L}+', 'sehr Österreich'],
      ['a{2', 'a{2'],
      ['\\p{Script=Thai}+', 'ที่'],
      ['^..$', '👍🏽'],
    ] as const) {
      expect([source, expressionOf(source).test(where)]).toEqual([source, true])
    }
  })

  test('give their first group, or all that they match', () => {
    expect(expressionOf('^(\\w+)-').firstGroup('doc-7')).toBe('doc')
    expect(expressionOf('\\d+').firstGroup('doc-7')).toBe('7')
    expect(expressionOf('(x)?\\d').firstGroup('doc-7')).toBe('7')
    expect(expressionOf('x').firstGroup('doc-7')).toBeUndefined()
  })

  test.each([
    ['a(?=b)', 'Look-ahead is not supported: "(?=" at character 2.'],
    ['(?!b)', 'Negative look-ahead'],
    ['(?<=b)a', 'Look-behind'],
    ['(?<!b)a', 'Negative look-behind'],
    ['(a)\\1', 'A back-reference is not supported: "\\1" at character 4.'],
    ['(?<n>a)\\k<n>', 'A back-reference'],
    ['(', 'Not a regular expression. A bracket "(" is not closed.'],
    [')', 'A bracket ")" closes nothing.'],
    ['[a', 'A set "[" is not closed.'],
    ['*a', '"*" repeats nothing.'],
    ['a{1001}', '"{1001}" repeats more than 1,000 times'],
    ['a\\', 'A backslash at the end'],
  ])('%s is refused by name', (source, message) => {
    expect(problemOf(source)).toContain(message)
  })

  test('what only looks like an unsupported construct runs', () => {
    expect(problemOf('[(?=]')).toBeUndefined()
    expect(problemOf('\\(\\?=')).toBeUndefined()
    expect(problemOf('\\\\1')).toBeUndefined()
  })

  test.each([
    ['"custom_id":"request-\\d*77"', ['"custom_id":"request-']],
    ['(foo|bar|baz)qux', ['foo', 'bar', 'baz']],
    ['error|warning', ['error', 'warning']],
    ['(?:abcd)?efg', ['efg']],
    ['colou?rs', ['colo']],
    ['ab+cdef', ['cdef']],
    ['\\bword\\b', ['word']],
    ['\\d{5}', undefined],
    ['(?i)abc', undefined],
    ['abc|\\d', undefined],
    ['\\x41abcd', undefined],
    ['\\pLxyz', ['xyz']],
  ])('%s needs %j', (source, literals) => {
    expect(expressionOf(source).literals).toEqual(literals)
  })

  test('without regard to case, only what is equal to nothing else is needed', () => {
    expect(expressionOf('SUMMARISE', true).literals).toEqual(['ummari'])
    expect(expressionOf('größer', true).literals).toBeUndefined()
    // Letters without case are the same in all of them.
    expect(expressionOf('天氣.*', true).literals).toEqual(['天氣'])
    expect(expressionOf('ÄÖÜ天氣', true).literals).toEqual(['天氣'])
    expect(expressionOf('É', true).literals).toBeUndefined()
  })
})
