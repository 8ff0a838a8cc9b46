// The fast path is held to the slow one for formats of all kinds: whatever the schema, the rules and
// the lines, a line recognised by its shape has the findings that the format's validator gives it alone,
// counts for the rules across lines as it would alone, and is explained by the same codes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import {
  arbitraryFormat,
  arbitraryLineRules,
  arbitraryRulesFormat,
  formatFor,
} from '../formats/testing/arbitraryFormats.ts'
import { arbitrarySmallSchema } from '../formats/testing/arbitrarySchemas.ts'
import { runs } from '../tooling/runs.ts'
import { type ArbitraryFile, expectBothWaysAlike } from './testing/bothWays.ts'
import { arbitraryTexts, fileDrawing, fileOf } from './testing/arbitraryFiles.ts'
import { HOLDERS, poolLines } from './testing/poolLines.ts'

/** Of all lines of a property test, how many were recognised: it says something for those alone. */
class Share {
  #lines = 0
  #recognised = 0

  add(format: FormatDefinition, file: ArbitraryFile): void {
    this.#recognised += expectBothWaysAlike(format, file).recognised
    this.#lines += file.texts.length
  }

  get recognised(): number {
    return this.#recognised / this.#lines
  }
}

test('lines are validated alike by shape and alone, for any format', () => {
  const share = new Share()
  fc.assert(
    fc.property(arbitraryFormat, fileDrawing, (arbitrary, drawing) => {
      share.add(arbitrary.format, fileOf(arbitraryTexts(drawing, arbitrary), drawing))
    }),
    runs(200),
  )
  expect(share.recognised).toBeGreaterThan(0.1)
})

test('any value in the place of any other is validated alike by shape and alone', () => {
  const share = new Share()
  fc.assert(
    fc.property(
      arbitrarySmallSchema,
      fc.constantFrom(...HOLDERS),
      fc.array(fc.nat(5039)),
      arbitraryLineRules,
      (inner, holder, order, rules) => {
        const texts = poolLines(inner, holder, order)
        share.add(formatFor(texts, holder.schemaOf(inner), rules), fileOf(texts))
      },
    ),
    runs(400),
  )
  expect(share.recognised).toBeGreaterThan(0.2)
})

test('lines are validated alike by shape and alone, for any rules', () => {
  const share = new Share()
  fc.assert(
    fc.property(arbitraryRulesFormat, fileDrawing, (arbitrary, drawing) => {
      share.add(arbitrary.format, fileOf(arbitraryTexts(drawing, arbitrary), drawing))
    }),
    runs(600),
  )
  expect(share.recognised).toBeGreaterThan(0.2)
})
