import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { splitsGrapheme } from '../base/cutText.ts'
import { type DiffHunk, diffTexts } from './textDiff.ts'

/** The text after, from the text before and what changed. */
function applied(before: string, after: string, hunks: readonly DiffHunk[]): string {
  let text = ''
  let at = 0
  for (const { fromA, toA, fromB, toB } of hunks) {
    text += before.slice(at, fromA) + after.slice(fromB, toB)
    at = toA
  }
  return text + before.slice(at)
}

const PLAIN = ['None', 'null', '"word"', ',', ' ', '\u{1f600}', '\u{1fa00}', '{', 'x']
// Which of them are one character depends on what stands before them.
const MARKS = ['e\u0301', '\u0301', '\u0300', '\u200d', '\u1112\u1161\u11ab', '\u1112\u1161']
const SIGNS = ['👨‍👩‍👧', '👨‍👩', '👍🏽', '👍🏿', '🇹🇼', '🇹🇷', '🇼', '中', 'क्षि', 'क्ष', 'ที่', 'ที']

const word = fc.constantFrom(...PLAIN, ...MARKS, ...SIGNS)
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''))

describe('diffTexts', () => {
  it('gives the second text from the first, in order, and cuts no character', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(0, 3000), (a, b, repeats) => {
        // Longer than what is compared at once.
        const long = '"word",'.repeat(repeats)
        const before = a + long + b
        const after = b + long + a
        const hunks = diffTexts(before, after)
        expect(applied(before, after, hunks)).toBe(after)
        let [atA, atB] = [0, 0]
        for (const { fromA, toA, fromB, toB } of hunks) {
          expect([fromA >= atA, fromB >= atB, toA >= fromA, toB >= fromB]).not.toContain(false)
          for (const at of [fromA, toA]) expect(splitsGrapheme(before, at)).toBe(false)
          for (const at of [fromB, toB]) expect(splitsGrapheme(after, at)).toBe(false)
          ;[atA, atB] = [toA, toB]
        }
      }),
      runs(400),
    )
  })

  it.each([
    ['an accent that is added', 'cafe noir', 'cafe\u0301 noir', ['e', 'e\u0301']],
    ['a skin tone', 'a 👍🏽 b', 'a 👍🏿 b', ['👍🏽', '👍🏿']],
    ['a child less', 'x 👨‍👩‍👧‍👦 y', 'x 👨‍👩‍👧 y', ['👨‍👩‍👧‍👦', '👨‍👩‍👧']],
    ['a flag whose second letter is another', '🇹🇼🇯🇵', '🇹🇷🇯🇵', ['🇹🇼', '🇹🇷']],
    ['a vowel sign', 'कि ताब', 'की ताब', ['कि', 'की']],
    [
      'a final consonant in jamo',
      '\u1112\u1161 a',
      '\u1112\u1161\u11ab a',
      ['\u1112\u1161', '\u1112\u1161\u11ab'],
    ],
  ])('takes whole characters: %s', (_what, before, after, expected) => {
    const [hunk, more] = diffTexts(before, after)
    expect(more).toBeUndefined()
    const { fromA, toA, fromB, toB } = hunk as DiffHunk
    expect([before.slice(fromA, toA), after.slice(fromB, toB)]).toEqual(expected)
  })

  it('takes what is left for one place where there are very many', () => {
    const before = `${'None,"as it is",'.repeat(2000)}None`
    const after = before.replaceAll('None', 'null')
    const hunks = diffTexts(before, after)
    expect(hunks.length).toBeGreaterThan(64)
    expect(hunks.length).toBeLessThan(2000)
    expect(applied(before, after, hunks)).toBe(after)
  })

  it('takes all from where two texts have nothing in common', () => {
    const hunks = diffTexts(`a${'b'.repeat(50_000)}`, `a${'c'.repeat(50_000)}`)
    expect(hunks.at(-1)).toMatchObject({ toA: 50_001, toB: 50_001 })
  })
})
