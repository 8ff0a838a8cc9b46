import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadExpressions } from '../../expressions/expressions.ts'
import { columnsOf, rangeFinder, segmentsOf } from './rowText.ts'

const literal = (text: string, matchCase = false) => ({ text, isRegExp: false, matchCase })

describe('segmentsOf', () => {
  test('ordinary text of any script is one plain segment', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~一-鿿א-ת😀-🙏]+$/u), (text) => {
        expect(segmentsOf(text)).toEqual([{ kind: 'plain', text }])
      }),
    )
  })

  test('characters that hide or reorder text become visible tokens', () => {
    expect(segmentsOf('a\u0000b\u202ec\ufeff\ud800')).toEqual([
      { kind: 'plain', text: 'a' },
      { kind: 'control', text: '\u2400' },
      { kind: 'plain', text: 'b' },
      { kind: 'control', text: 'U+202E' },
      { kind: 'plain', text: 'c' },
      { kind: 'control', text: 'U+FEFF' },
      { kind: 'control', text: 'U+D800' },
    ])
  })

  test('joiners that scripts and emoji need stay as they are', () => {
    expect(segmentsOf('👩\u200d👧 می\u200cخواهم')).toHaveLength(1)
  })

  test('marks lose no text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 3 }), (text, wanted) => {
        const plain = text.replace(/[^ -~]/g, '')
        const segments = segmentsOf(plain, rangeFinder(literal(wanted), undefined)?.(plain))
        expect(segments.map((segment) => segment.text).join('')).toBe(plain)
      }),
    )
  })
})

const compile = await loadExpressions()

describe('rangeFinder', () => {
  const marked = (text: string, find: ReturnType<typeof rangeFinder>) =>
    segmentsOf(text, find?.(text))
      .filter((segment) => segment.kind === 'mark')
      .map((segment) => segment.text)

  test('finds literal text with characters that patterns give a meaning', () => {
    expect(marked('a.b-c/[d] A.B', rangeFinder(literal('a.b'), undefined))).toEqual(['a.b', 'A.B'])
    expect(marked('a.b-c/[d] A.B', rangeFinder(literal('A.B', true), undefined))).toEqual(['A.B'])
    expect(marked('x-c/[d]', rangeFinder(literal('-c/[d]'), undefined))).toEqual(['-c/[d]'])
  })

  test('finds patterns, ignores empty matches and patterns that are none', () => {
    const pattern = (text: string) =>
      rangeFinder({ text, isRegExp: true, matchCase: true }, compile)
    expect(marked('id-12 id-7', pattern('\\d+'))).toEqual(['12', '7'])
    expect(marked('aab', pattern('x*'))).toEqual([])
    expect(pattern('(')).toBeUndefined()
  })

  test('nothing is searched for without a text', () => {
    expect(rangeFinder(literal(''), undefined)).toBeUndefined()
  })
})

test.each([
  ['plain', 5],
  ['天氣', 4],
  ['e\u0301', 1],
  ['ที่', 1],
  ['a\u0000b', 5],
  ['a\u202eb', 9],
])('%j is taken to be %d columns wide', (text, columns) => {
  expect(columnsOf(text)).toBeGreaterThanOrEqual(columns)
  expect(columnsOf(text)).toBeLessThanOrEqual(columns + 1)
})
