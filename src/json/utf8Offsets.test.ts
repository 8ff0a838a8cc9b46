import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteToTextOffset } from './utf8Offsets.ts'
import { runs } from '../tooling/runs.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes of all kinds, with whole and broken sequences close together. */
const bytes = fc
  .array(
    fc.oneof(
      fc
        .constantFrom('a', 'é', '中', '🙂', '\uFEFF', '\u2028')
        .map((one) => [...new TextEncoder().encode(one)]),
      fc.array(
        fc.constantFrom(
          0x41,
          0x80,
          0xbf,
          0xa0,
          0x9f,
          0x90,
          0x8f,
          0xc0,
          0xc3,
          0xe0,
          0xe4,
          0xed,
          0xf0,
          0xf1,
          0xf4,
          0xf5,
          0xff,
        ),
        { maxLength: 5 },
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => Uint8Array.from(parts.flat()))

describe('utf8Offsets', () => {
  it('counts the text that TextDecoder makes, broken bytes included', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(byteToTextOffset(given, given.length)).toBe(decoder.decode(given).length)
      }),
      runs(3000),
    )
  })

  it('maps the start of each character to the same place in the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const given = new TextEncoder().encode(text)
        let at = 0
        let offset = 0
        for (const character of text) {
          expect(byteToTextOffset(given, at)).toBe(offset)
          at += new TextEncoder().encode(character).length
          offset += character.length
        }
      }),
      runs(2000),
    )
  })

  it('maps a byte inside a character to its start', () => {
    const given = new TextEncoder().encode('a🙂b')
    expect([0, 1, 2, 3, 4, 5, 6, 9].map((at) => byteToTextOffset(given, at))).toEqual([
      0, 1, 1, 1, 1, 3, 4, 4,
    ])
  })
})
