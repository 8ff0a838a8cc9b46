// The fast path is held to the slow one for formats of all kinds: whatever the schema, the rules and
// the lines, a line recognised by its shape has the findings that the format's judge gives it alone,
// counts for the rules across lines as it would alone, and is explained by the same codes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { drawnFormat, drawnRulesFormat, formatOfSchema } from '../formats/testing/drawnFormats.ts'
import { drawnSchema } from '../formats/testing/drawnSchemas.ts'
import { runs } from '../tooling/runs.ts'
import { type DrawnFile, expectBothWaysAlike } from './testing/bothWays.ts'
import { drawnTexts, fileDrawing, fileOf } from './testing/drawnFiles.ts'
import { HOLDERS, poolLines } from './testing/poolLines.ts'

/** Of all lines of a property test, how many were recognised: it says something for those alone. */
class Share {
  #lines = 0
  #recognised = 0

  add(format: FormatDefinition, file: DrawnFile): void {
    this.#recognised += expectBothWaysAlike(format, file)
    this.#lines += file.texts.length
  }

  get recognised(): number {
    return this.#recognised / this.#lines
  }
}

test('lines are judged alike by shape and alone, for any format', () => {
  const share = new Share()
  fc.assert(
    fc.property(drawnFormat, fileDrawing, (drawn, drawing) => {
      share.add(drawn.format, fileOf(drawnTexts(drawing, drawn), drawing))
    }),
    runs(200),
  )
  expect(share.recognised).toBeGreaterThan(0.1)
})

test('any value in the place of any other is judged alike by shape and alone', () => {
  const share = new Share()
  fc.assert(
    fc.property(
      drawnSchema,
      fc.constantFrom(...HOLDERS),
      fc.array(fc.nat(5039)),
      (inner, holder, order) => {
        const texts = poolLines(inner, holder, order)
        share.add(formatOfSchema(holder.schemaOf(inner)), fileOf(texts))
      },
    ),
    runs(250),
  )
  expect(share.recognised).toBeGreaterThan(0.3)
})

test('lines are judged alike by shape and alone, for any rules', () => {
  const share = new Share()
  fc.assert(
    fc.property(drawnRulesFormat, fileDrawing, (drawn, drawing) => {
      share.add(drawn.format, fileOf(drawnTexts(drawing, drawn), drawing))
    }),
    runs(1500),
  )
  expect(share.recognised).toBeGreaterThan(0.2)
})
