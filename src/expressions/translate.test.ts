import { describe, expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { loadExpressions } from './expressions.ts'

const compile = await loadExpressions()

/** Every character that any of the expressions below may treat apart from its neighbours. */
const characters = [
  ...Array.from({ length: 0x300 }, (_, code) => String.fromCodePoint(code)),
  ...Array.from(
    '\u1680\u1fff\u2000\u2007\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\u3001\ufeff\ufffd',
  ),
  ...Array.from('αΩЖ中あア한שع٣Ⅷ€–😀'),
]

describe('what is written for JavaScript', () => {
  test.each([
    '\\s',
    '\\S',
    '[\\s]',
    '[^\\s]',
    '[\\S]',
    '[^\\S]',
    '[\\s\\S]',
    '[^]',
    '[]',
    'a|[]',
    '[[:a]',
    '[[\\]]',
    '[\\b]',
    '\\cI',
    '[\\w\\-x]',
    '\\x41|\\u0042|\\0',
    '\\v|\\f|\\t',
    '\\p{Letter}',
    '\\p{Lu}|\\P{L}',
    '[\\p{L}\\p{Nd}]',
    '\\p{Script=Han}',
    '\\p{sc=Greek}|\\p{Script=Hangul}',
    '\\p{General_Category=Uppercase_Letter}',
    '(?<名>中)',
    '(?<a>a)',
    '\\u{1F600}|\\ud83d\\ude00',
    '\\/|\\.|\\$|\\^|\\{|\\}|\\[|\\]|\\(|\\)|\\||\\*|\\+|\\?|\\\\',
    '\\d',
    '\\w',
    '\\D\\b',
    '[^\\d]',
    '[^\\w\\s]',
  ])('%s finds the same characters', (source) => {
    const compiled = valueOf(compile(source, { ignoreCase: false }))
    const native = new RegExp(source, 'u')
    const found = (test: (text: string) => boolean) => characters.filter((one) => test(one))
    expect(found((text) => compiled.test(text))).toEqual(found((text) => native.test(text)))
  })

  test.each([
    ['\\-', '-'],
    ['\\"', '"'],
    ['\\é', 'é'],
    ['[\\w-\\d]', '-'],
    ['[a-\\d]', '-'],
    ['[[:alpha:]]', 'a]'],
    ['{"a":', '{"a":1}'],
    ['a{,3}', 'a{,3}'],
    ['x]', 'x]'],
    ['\\u41', 'u41'],
  ])('%s is read as it is without the flag u', (source, text) => {
    const compiled = valueOf(compile(source, { ignoreCase: false }))
    expect(compiled.test(text)).toBe(true)
    expect(new RegExp(source).test(text)).toBe(true)
  })
})
