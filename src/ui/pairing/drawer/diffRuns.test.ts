import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedParts, diffRuns, withoutMiddle } from './diffRuns.ts'

const words = fc
  .array(fc.constantFrom('the', 'a', 'cat', 'sat', ' ', '\n', '. ', '😀', '貓'), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('diffRuns', () => {
  it('marks the words that differ', () => {
    expect(diffRuns('The cat sat down.', 'The dog sat up.')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'cat' },
      { kind: 'added', text: 'dog' },
      { kind: 'same', text: ' sat ' },
      { kind: 'removed', text: 'down' },
      { kind: 'added', text: 'up' },
      { kind: 'same', text: '.' },
    ])
  })

  it('takes changed words with spaces between them together', () => {
    expect(diffRuns('one two three', 'one 2 3')).toEqual([
      { kind: 'same', text: 'one ' },
      { kind: 'removed', text: 'two three' },
      { kind: 'added', text: '2 3' },
    ])
  })

  it('has one run for equal texts, none for empty ones', () => {
    expect(diffRuns('x', 'x')).toEqual([{ kind: 'same', text: 'x' }])
    expect(diffRuns('', '')).toEqual([])
  })

  it('gives both texts back', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = diffRuns(before, after)
        const side = (without: string) =>
          runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
        expect(side('added')).toBe(before)
        expect(side('removed')).toBe(after)
        expect(runs.every(({ text }) => text !== '')).toBe(true)
        expect(runs.some(({ kind }, i) => kind === runs[i - 1]?.kind)).toBe(false)
      }),
    )
  })
})

describe('comparedParts', () => {
  it('takes short texts whole', () => {
    expect(comparedParts('ab', 'ac', 2)).toEqual({
      from: 0,
      before: 'ab',
      after: 'ac',
      isCut: false,
    })
  })

  it('begins a little before the first difference', () => {
    const same = 'x'.repeat(1000)
    expect(comparedParts(`${same}a`, `${same}b`, 30)).toEqual({
      from: 990,
      before: `${'x'.repeat(10)}a`,
      after: `${'x'.repeat(10)}b`,
      isCut: false,
    })
    expect(comparedParts(`${same}a${same}`, `${same}b`, 30).isCut).toBe(true)
  })

  it('keeps to the limit, leaves out what is the same, and cuts no character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '😀', '😁'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 12, max: 40 }), (start, a, b, limit) => {
        const [before, after] = [start + a, start + b]
        const parts = comparedParts(before, after, limit)
        expect(before.slice(0, parts.from)).toBe(after.slice(0, parts.from))
        expect(before.startsWith(parts.before, parts.from)).toBe(true)
        expect(after.startsWith(parts.after, parts.from)).toBe(true)
        expect(parts.before.length).toBeLessThanOrEqual(limit)
        expect(parts.before.isWellFormed() && parts.after.isWellFormed()).toBe(true)
        if (before !== after) expect(parts.before).not.toBe(parts.after)
      }),
    )
  })
})

describe('withoutMiddle', () => {
  it('keeps what is short', () => {
    expect(withoutMiddle('x'.repeat(60), 10).omitted).toBe(0)
    expect(withoutMiddle('x'.repeat(61), 10).omitted).toBe(41)
  })

  it('counts what it leaves out, and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(20), (text, keep) => {
        const { head, omitted, tail } = withoutMiddle(text, keep)
        expect(head.length + omitted + tail.length).toBe(text.length)
        expect(text.startsWith(head)).toBe(true)
        expect(text.endsWith(tail)).toBe(true)
        expect(head.isWellFormed() && tail.isWellFormed()).toBe(true)
      }),
    )
  })
})
