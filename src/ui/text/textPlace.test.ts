import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, utf8Length } from './textPlace.ts'

const anyText = fc.string({ unit: 'binary' })

describe('utf8Length', () => {
  it('equals the length of the encoding for any text, lone surrogates included', () => {
    const units = fc.string({
      unit: fc.constantFrom('a', 'é', '字', '😀', '\ud83d', '\ude00', '\0'),
    })
    fc.assert(
      fc.property(fc.oneof(anyText, units), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
      }),
    )
  })

  it('counts long texts the same way', () => {
    expect(utf8Length('字😀a'.repeat(5000))).toBe(8 * 5000)
  })
})

describe('places', () => {
  it('counts columns from 1', () => {
    expect(columnOf(0)).toBe(1)
    expect(columnOf(212)).toBe(213)
  })
})
