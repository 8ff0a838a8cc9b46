import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  duplicateKeys,
  inexactNumbers,
  isExact,
  lineSeparators,
  loneSurrogates,
} from './scanText.ts'
import { writtenJson } from './testing/jsonText.ts'
import { runs } from '../tooling/runs.ts'

const source = (text: string, { range }: { range: { from: number; to: number } }): string =>
  text.slice(range.from, range.to)

describe('duplicateKeys', () => {
  it('finds each repeat, however it is written, per object', () => {
    const text = '{"a":1,"b":{"a":2,"\\u0061":[{"a":1},{"a":2}]},"a":"a"}'
    expect(duplicateKeys(text).map((one) => [one.path, source(text, one)])).toEqual([
      [['b', 'a'], '"\\u0061"'],
      [['a'], '"a"'],
    ])
  })

  it('finds none where there is none', () => {
    fc.assert(
      fc.property(writtenJson, ({ text }) => {
        expect(duplicateKeys(text)).toEqual([])
      }),
    )
  })
})

describe('inexactNumbers', () => {
  it('finds the numbers that JSON.parse changes, with their paths', () => {
    const text =
      '{"id":9007199254740993,"ok":[9007199254740992, 1.0,-0,1e400,"12345678901234567890"]}'
    expect(inexactNumbers(text).map((one) => [one.path, source(text, one)])).toEqual([
      [['id'], '9007199254740993'],
      [['ok', 3], '1e400'],
    ])
  })

  it('leaves alone what JavaScript itself has written', () => {
    fc.assert(
      fc.property(writtenJson, ({ text }) => {
        expect(inexactNumbers(text)).toEqual([])
      }),
    )
  })

  it('agrees with exact arithmetic on integers', () => {
    fc.assert(
      // Below 10^21 JavaScript writes numbers without an exponent.
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (integer) => {
        const float = Number(integer)
        const survives = BigInt(float) === integer || String(float) === String(integer)
        expect(isExact(String(integer))).toBe(survives)
      }),
      runs(2000),
    )
    expect(isExact(String(2n ** 70n))).toBe(true)
    expect(isExact(String(2n ** 70n + 1n))).toBe(false)
  })

  it('knows values that only look different', () => {
    for (const same of [
      '1.0',
      '1e2',
      '0.10',
      '-0.0',
      '1E+2',
      '100000000000000000000',
      '0e5',
      '5e-324',
    ]) {
      expect(isExact(same), same).toBe(true)
    }
    for (const changed of ['0.1234567890123456789', '1e-400', '1e400', '123456789012345678']) {
      expect(isExact(changed), changed).toBe(false)
    }
  })
})

describe('loneSurrogates', () => {
  const found = (text: string): string[] =>
    loneSurrogates(text).map(({ from, to }) => `${from} ${text.slice(from, to)}`)

  it('finds the escapes of halves that stand alone', () => {
    expect(found('{"a":"cut \\ud83d"}')).toEqual(['10 \\ud83d'])
    expect(found('["\\uDE00\\uD83D","\\ud83d \\ude00"]')).toEqual([
      '2 \\uDE00',
      '8 \\uD83D',
      '17 \\ud83d',
      '24 \\ude00',
    ])
    expect(found('"\\ud83d\\ud83d\\ude00"')).toEqual(['1 \\ud83d'])
  })

  it('leaves pairs, other escapes and backslashes alone', () => {
    expect(found('"\\ud83d\\ude00 \\ud7ff\\ue000 \\\\ud83d \\n\\u0041 😀"')).toEqual([])
  })

  it('agrees with what JavaScript calls well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = JSON.stringify(value)
        expect(loneSurrogates(text).length === 0).toBe(value.isWellFormed())
      }),
    )
  })
})

describe('lineSeparators', () => {
  it('finds U+2028 and U+2029 that are not escaped', () => {
    expect(lineSeparators('"a\u2028b\\u2028\u2029"')).toEqual([
      { from: 2, to: 3 },
      { from: 10, to: 11 },
    ])
  })
})
