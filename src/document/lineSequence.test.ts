// Orders beside the document's against plain arrays, and those that are the document's own.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { exportSegments, type Segment } from './exportSegments.ts'
import { LineSequence, lineNumber, linesInOrder } from './lineSequence.ts'
import { idOfSlot } from './lineSlot.ts'
import { segmentBytes } from './segmentBytes.ts'
import { sequenceSegments } from './sequenceSegments.ts'
import { anyEdits, editAtRandom } from './testing/editAtRandom.ts'
import { openText } from './testing/openText.ts'

const text = fc
  .array(fc.constantFrom('a\n', 'bc\n', '\uFEFFd\r\n', '\n'), { maxLength: 40 })
  .chain((lines) => fc.constantFrom(lines.join(''), `${lines.join('')}open`))
/** Swaps of places, none of them in one case of two. */
const swaps = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 2 })

test('an order is the document’s when no line goes before one that it followed', async () => {
  let same = 0
  await fc.assert(
    fc.asyncProperty(text, anyEdits, swaps, anyEdits, async (lines, first, swapped, second) => {
      const doc = openText(lines, { batchLines: 7 })
      await editAtRandom(doc, first)
      const { order, states, source } = doc.tables
      const all = linesInOrder(order, states.originalCount, states.addedCount)
      for (const [a, b] of swapped) {
        if (a >= all.length || b >= all.length) continue
        const held = all[a] as number
        all[a] = all[b] as number
        all[b] = held
      }
      const sequence = new LineSequence(all.slice(), states.originalCount)
      await editAtRandom(doc, second)
      const length = sequence.length(states.addedCount)
      for (let place = 0; place < length; place++) {
        expect(sequence.placeOf(sequence.slotAt(place))).toBe(place)
        if (place < all.length) {
          const id = idOfSlot(sequence.slotAt(place))
          expect(lineNumber(id, states.originalCount)).toBe(all[place])
        }
      }
      const places: number[] = []
      for (let piece = 0; piece < order.pieceCount; piece++) {
        for (let i = order.start(piece); i < order.start(piece + 1); i++) {
          places.push(sequence.placeOf(order.slotAt(i)))
        }
      }
      const isSame = places.every((place, i) => i === 0 || place > (places[i - 1] as number))
      expect(sequence.isOrderOf(order)).toBe(isSame)
      if (!isSame) return
      same++
      const options = { lineEnds: 'lf', dropByteOrderMark: true } as const
      const view = doc.view({ kind: 'all' })
      const joined = async (segments: AsyncIterable<Segment>): Promise<string> => {
        const parts: Uint8Array[] = []
        for await (const bytes of segmentBytes(source, segments)) parts.push(bytes.slice())
        return Buffer.concat(parts).toString('latin1')
      }
      expect(await joined(exportSegments(doc.tables, view, options))).toBe(
        await joined(sequenceSegments(doc.tables, view, sequence, options)),
      )
    }),
    runs(100),
  )
  expect(same).toBeGreaterThan(0)
}, 60_000)
