import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { splitsPair } from './surrogates.ts'
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

const word = fc.constantFrom('None', 'null', '"word"', ',', ' ', '\u{1f600}', '\u{1fa00}', '{', 'x')
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
          for (const at of [fromA, toA]) expect(splitsPair(before, at)).toBe(false)
          for (const at of [fromB, toB]) expect(splitsPair(after, at)).toBe(false)
          ;[atA, atB] = [toA, toB]
        }
      }),
      runs(400),
    )
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
