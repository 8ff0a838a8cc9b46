import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { runs } from '../tooling/runs.ts'
import { loadExpressions } from './expressions.ts'
import { BEGIN, type LineAutomaton, MATCHED } from './lineAutomaton.ts'
import { expression, text } from './testing/arbitraryExpressions.ts'

const compile = await loadExpressions()
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

function expressionOf(source: string, ignoreCase = false) {
  return valueOf(compile(source, { ignoreCase }))
}

/** Around those at which the validity of UTF-8 is decided. */
const TELLING_BYTES = [
  0x41, 0x61, 0x20, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc3, 0xe0, 0xe4, 0xed, 0xef, 0xbb,
  0xf0, 0xf4, 0xf5, 0xff,
]

const encode = (where: string) => new TextEncoder().encode(where)

/** Lets go of the bytes every few characters. */
function testInPieces(automaton: LineAutomaton, where: string, size: number): boolean {
  let state = BEGIN
  const characters = Array.from(where)
  for (let i = 0; i < characters.length; i += size) {
    const bytes = encode(characters.slice(i, i + size).join(''))
    automaton.at = 0
    while (automaton.at < bytes.length) {
      state = automaton.run(state, bytes, automaton.at, bytes.length)
      if (state === MATCHED) return true
    }
  }
  return automaton.matchesAt(state)
}

describe('the automaton', () => {
  test('matches the bytes of the texts that the engine matches, in any pieces', () => {
    fc.assert(
      fc.property(
        expression,
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (source, texts, ignoreCase, size) => {
          const own = expressionOf(source, ignoreCase)
          const automaton = own.automaton()
          for (const parts of texts) {
            const where = parts.join('')
            const expected = own.test(where)
            expect(automaton.test(encode(where))).toBe(expected)
            expect(testInPieces(automaton, where, size)).toBe(expected)
          }
        },
      ),
      runs(2000),
    )
  })

  test.each([
    '[^a]{2}',
    '\\p{L}+.$',
    '^.{3}$',
    '\\u{fffd}',
    'é|\\ufffd\\ufffd',
    '\\W$',
    '[^\\s]\\b',
  ])('reads bytes that are no UTF-8 as they are decoded: %s', (source) => {
    const byte = fc.constantFrom(...TELLING_BYTES)
    const own = expressionOf(source)
    const automaton = own.automaton()
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list)
        expect(automaton.test(bytes)).toBe(own.test(utf8.decode(bytes)))
      }),
      runs(1000),
    )
  })

  test.each([
    ['SS', 'ſs', true],
    ['straße', 'STRAẞE', true],
    ['k', '\u212a', true],
    ['ω', 'Ω', true],
    ['[à-ö]x', 'Öx', true],
    ['\\p{Lu}', '𝐀', false],
    ['[😀-😂]!', '😁!', false],
  ])('%s is found in %s', (source, where, ignoreCase) => {
    expect(expressionOf(source, ignoreCase).automaton().test(encode(where))).toBe(true)
    expect(expressionOf(source, ignoreCase).automaton().test(encode('zz'))).toBe(false)
  })

  test('has a bound on its tables and on what it does at a time', () => {
    // 2^15 states if they were all kept.
    const own = expressionOf('a[ab]{14}c')
    const automaton = own.automaton()
    const random = fc.sample(
      fc.array(fc.constantFrom('a', 'b', 'b'), { minLength: 20_000, maxLength: 20_000 }),
      {
        seed: 3,
        numRuns: 1,
      },
    )[0] as string[]
    expect(automaton.test(encode(random.join('')))).toBe(false)
    expect(automaton.test(encode(`${random.join('')}abababababababac`))).toBe(
      own.test('abababababababac'),
    )
    const wide = expressionOf('(?:.*x){100}.{400}y').automaton()
    const bytes = encode('x'.repeat(100_000))
    wide.run(BEGIN, bytes, 0, bytes.length)
    expect(wide.at).toBeLessThan(bytes.length)
  })
})
