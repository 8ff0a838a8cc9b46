import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlankText } from './blankText.ts'
import { runs } from '../../tooling/runs.ts'

const encoder = new TextEncoder()
const blank = (json: string) => {
  const bytes = encoder.encode(`--${json}--`)
  return isBlankText(bytes, 2, bytes.length - 2)
}

test('every character of the first plane, by itself and after a space', () => {
  for (let code = 0; code < 0x10000; code++) {
    const text = String.fromCharCode(code)
    const escaped = `\\u${code.toString(16).padStart(4, '0')}`
    const isBlank = !/\S/.test(text)
    const found = [JSON.stringify(text), JSON.stringify(` ${text}`), `"${escaped}"`].map(blank)
    if (found.some((each) => each !== isBlank)) expect([code, ...found]).toEqual([code, isBlank])
  }
})

test('texts of spaces and few others', () => {
  const unit = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\f',
    '\v',
    '\b',
    '\u00a0',
    '\u3000',
    '\ufeff',
    '"',
    'é',
    '請',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 4 }), (units) => {
      const text = units.join('')
      expect(blank(JSON.stringify(text))).toBe(!/\S/.test(text))
    }),
    runs(1000),
  )
})
