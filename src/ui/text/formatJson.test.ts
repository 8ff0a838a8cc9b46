import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatJson, placeInText, rangeInLayout } from './formatJson.ts'
import { tokenEnd, tokenKindAt } from './jsonTokens.ts'

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (let at = 0; at < text.length; ) {
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    if (kind !== 'space') tokens.push(text.slice(at, to))
    at = to
  }
  return tokens
}

const jsonLike = fc.string({
  unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '12', 'null', '字'),
})

describe('formatJson', () => {
  it('lays out members one a line and keeps the spelling of numbers', () => {
    expect(formatJson('{"a":1.0,"b":[9007199254740993,{}],"c":{},"d":[]}', 1000)).toMatchObject({
      text: '{\n  "a": 1.0,\n  "b": [\n    9007199254740993,\n    {}\n  ],\n  "c": {},\n  "d": []\n}',
      isCut: false,
    })
  })

  it('equals JSON.stringify with two spaces on every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const expected = JSON.stringify(value, null, 2)
        expect(formatJson(JSON.stringify(value), Infinity).text).toBe(expected)
      }),
    )
  })

  it('keeps every token of any text, broken JSON included', () => {
    fc.assert(
      fc.property(jsonLike, (text) => {
        expect(tokensOf(formatJson(text, Infinity).text)).toEqual(tokensOf(text))
      }),
    )
  })

  it('stops at the limit, also in the middle of a long string', () => {
    const cut = formatJson(`{"a":"${'x'.repeat(1000)}"}`, 100)
    expect(cut.isCut).toBe(true)
    expect(cut.text.length).toBeLessThanOrEqual(110)
  })

  it('does not grow with the square of the nesting', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    expect(formatJson(deep, Infinity).text.length).toBeLessThan(5000 * 2 * 90)
  })

  it('knows where a range of the text is', () => {
    const withoutSpace = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(jsonLike, fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % (text.length + 1)
        const to = Math.min(text.length, from + 1 + (b % 8))
        const wanted = withoutSpace(text.slice(from, to))
        if (wanted === '') return
        const layout = formatJson(text, Infinity)
        const range = rangeInLayout(layout, { from, to })
        expect(withoutSpace(layout.text.slice(range?.from, range?.to))).toBe(wanted)
      }),
    )
    const cut = formatJson(`{"a":"${'x'.repeat(100)}"}`, 50)
    expect(rangeInLayout(cut, { from: 90, to: 95 })).toBeUndefined()
  })

  it('knows which place of the text stands at a place of the layout', () => {
    fc.assert(
      fc.property(jsonLike, fc.nat(), (text, at) => {
        const from = at % (text.length + 1)
        const layout = formatJson(text, Infinity)
        const range = rangeInLayout(layout, { from, to: from + 1 })
        if (range && /\S/.test(text[from] ?? ' '))
          expect(placeInText(layout, range.from)).toBe(from)
      }),
    )
    const layout = formatJson('{"a":1,"b":[true]}', Infinity)
    expect(placeInText(layout, 0)).toBe(0)
    // In the indentation before "b", which belongs to what is before it.
    expect(placeInText(layout, layout.text.indexOf('"b"') - 1)).toBe(7)
    expect(placeInText(layout, layout.text.length)).toBe(18)
  })
})
