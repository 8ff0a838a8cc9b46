import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInsideString, type JsonTokenKind, tokenEnd, tokenKindAt } from './jsonTokens.ts'

function tokensOf(text: string): { kind: JsonTokenKind; text: string }[] {
  const tokens: { kind: JsonTokenKind; text: string }[] = []
  for (let at = 0; at < text.length; ) {
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    tokens.push({ kind, text: text.slice(at, to) })
    at = to
  }
  return tokens
}

/** Text that is made of what matters to a tokeniser. */
const hostileText = fc.string({
  unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\r', '1', 'a', '😀'),
})

describe('the walk over tokens', () => {
  it('gives every code unit to exactly one token', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = tokensOf(text)
        expect(tokens.map((token) => token.text).join('')).toBe(text)
        expect(tokens.every((token) => token.text.length > 0)).toBe(true)
      }),
    )
  })

  it('finds the same strings as the JSON grammar', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const strings = tokensOf(JSON.stringify(value)).filter((token) => token.kind === 'string')
        for (const { text } of strings) expect(typeof JSON.parse(text)).toBe('string')
      }),
    )
  })

  it('ends a string at the quote that is not escaped', () => {
    expect(tokensOf(String.raw`"a\"b\\"x`).map((token) => token.text)).toEqual([
      String.raw`"a\"b\\"`,
      'x',
    ])
  })

  it('gives an unterminated string the rest of the text', () => {
    expect(tokensOf('"a, {1}').map((token) => token.kind)).toEqual(['string'])
  })
})

describe('isInsideString', () => {
  it.each([
    ['{"a": "b"}', 0, false],
    ['{"a": "b"}', 1, false],
    ['{"a": "b"}', 2, true],
    ['{"a": "b"}', 3, true],
    ['{"a": "b"}', 4, false],
    ['{"a": "', 7, true],
    ['{"a": "b', 8, true],
    [String.raw`"a\"`, 4, true],
    ['""', 2, false],
    ['', 0, false],
  ])('%j at %i: %j', (text, at, expected) => {
    expect(isInsideString(text, at)).toBe(expected)
  })
})
