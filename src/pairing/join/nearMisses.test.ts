import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeText } from './keyColumn.ts'
import { nearMissOfRow, nearRowsOf } from './nearMisses.ts'
import { arbitraryVerdicts } from './testing/arbitraryVerdicts.ts'
import { naiveNear, naiveWhy } from './testing/naiveFilter.ts'
import { trimEnd, trimStart } from './trimKey.ts'
import { runs } from '../../tooling/runs.ts'

describe('near misses', () => {
  test('are those of comparing each missing request with each unexpected answer', () => {
    let seen = 0
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated: { pairs, near }, naive }) => {
        for (const [row, plain] of naive.rows.entries()) {
          expect(nearMissOfRow(near, row)).toBe(naiveWhy(naive, plain))
          const others = naiveNear(naive, plain).map((each) => each.row)
          expect(nearRowsOf(pairs, near, row, 100)).toEqual(others)
          expect(nearRowsOf(pairs, near, row, 1)).toEqual(others.slice(0, 1))
          seen += others.length
        }
      }),
      runs(1000),
    )
    expect(seen).toBeGreaterThan(100)
  })
})

test('keys are trimmed as texts are', () => {
  const spaces = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(
    (each) => each.trim() === '',
  )
  const unit = fc.oneof(
    fc.constantFrom(...spaces),
    fc.constantFrom('a', '\u0085', '\u180e', '\u200b', '\u20ac', '\u{1f600}', '\ud800', 'é'),
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), (text) => {
      const bytes = encodeText(`x ${text} y`).slice(2, -2)
      const from = trimStart(bytes, 0, bytes.length)
      const to = trimEnd(bytes, from, bytes.length)
      expect(bytes.slice(from, to)).toEqual(encodeText(text.trim()))
    }),
    runs(3000),
  )
})
