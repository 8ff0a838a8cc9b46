import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countCodePoints } from './codePoints.ts'

it('code points are counted as a text gives them out, lone surrogates included', () => {
  const unit = fc.constantFrom('a', '\n', 'é', '中', '😀', '\ud83d', '\ude00', '\udbff', '\udfff')
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('')
      expect(countCodePoints(text)).toBe(Array.from(text).length)
    }),
  )
})
