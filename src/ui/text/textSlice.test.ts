import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replacePart, sliceText } from './textSlice.ts'

const text = fc.string({ unit: fc.constantFrom('a', '字', '😀', '"') })

describe('a window of a text', () => {
  it('is the text, wherever it is and whatever is typed in it', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: 2, max: 20 }),
        fc.string(),
        (whole, offset, size, typed) => {
          const slice = sliceText(whole, offset, size)
          expect(slice.before + slice.part + slice.after).toBe(whole)
          const changed = replacePart(slice, typed)
          expect(changed.whole).toBe(slice.before + typed + slice.after)
        },
      ),
    )
  })

  it('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.integer({ min: 2, max: 20 }), (whole, offset, size) => {
        const { before, part, after } = sliceText(whole, offset, size)
        for (const piece of [before, part, after]) expect(piece.isWellFormed()).toBe(true)
      }),
    )
  })

  it('stays full at the end of the text', () => {
    expect(sliceText('abcdef', 100, 4).part).toBe('cdef')
    expect(sliceText('abc', 1, 4).part).toBe('abc')
  })
})
