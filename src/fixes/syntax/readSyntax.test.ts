import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryLine, damagedJson } from '../testing/arbitraryLine.ts'
import { applySplices } from '../textSplice.ts'
import { readSyntax } from './readSyntax.ts'
import { runs } from '../../tooling/runs.ts'

function isValid(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('readSyntax', () => {
  it('notes nothing exactly when the text is valid JSON', () => {
    fc.assert(
      fc.property(arbitraryLine, (text) => {
        const { repairs, firstErrorAt, values } = readSyntax(text)
        expect(firstErrorAt === undefined).toBe(isValid(text))
        if (firstErrorAt === undefined) {
          expect(repairs).toEqual([])
          expect(values).toHaveLength(1)
        }
      }),
      runs(2000),
    )
  })

  it('gives valid JSON when every repair is made and it was not stopped', () => {
    fc.assert(
      fc.property(damagedJson, (text) => {
        const { repairs, stoppedAt } = readSyntax(text)
        if (stoppedAt !== undefined) return
        const lines = applySplices(text, repairs).split('\n')
        for (const line of lines) expect([line, isValid(line)]).toEqual([line, true])
      }),
      runs(2000),
    )
  })

  it('reads a long line in one pass', () => {
    const text = `[${'{\'a\': "x\\d", b: None,},'.repeat(50_000)}]`
    const { repairs, stoppedAt } = readSyntax(text)
    expect(stoppedAt).toBeUndefined()
    expect(repairs).toHaveLength(50_000 * 7 + 1)
    expect(isValid(applySplices(text, repairs))).toBe(true)
  })
})
