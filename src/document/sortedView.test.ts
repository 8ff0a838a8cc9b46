// Views in the order of a sequence against filters of a plain array.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { runs } from '../tooling/runs.ts'
import type { JsonlDocument } from './jsonlDocument.ts'
import { LineSequence, linesInOrder, lineOfNumber } from './lineSequence.ts'
import { LineSet } from './lineSet.ts'
import type { ViewKind } from './lineView.ts'
import { anyEdits, editAtRandom } from './testing/editAtRandom.ts'
import { openText } from './testing/openText.ts'

/** All lines that ever were, each with its number, as sequences count. */
function numbersOf({ tables: { order, states } }: JsonlDocument): Uint32Array<ArrayBuffer> {
  return linesInOrder(order, states.originalCount, states.addedCount)
}

function expectNaive(doc: JsonlDocument, kind: ViewKind, order: readonly LineId[]): void {
  const view = doc.views.sorted(kind)
  if (!view) throw new Error('there is no order')
  const has = (id: LineId): boolean =>
    doc.has(id) &&
    (kind.kind === 'all' || (kind.kind === 'edited' ? doc.isEdited(id) : doc.isMatch(id)))
  const rows = order.filter(has)
  expect(view.count).toBe(rows.length)
  expect(view.ids(0, rows.length + 1)).toEqual(rows)
  const some = Math.floor(rows.length / 3)
  expect(view.ids(some, some + 5)).toEqual(rows.slice(some, some + 5))
  const set = new LineSet()
  view.addTo(set, some, some + 40)
  expect(set.size).toBe(Math.min(40, rows.length - some))
  for (let place = 0; place < order.length; place += Math.max(1, Math.floor(order.length / 50))) {
    const id = order[place] as LineId
    const behind = order.slice(place).find(has)
    const row = behind === undefined ? rows.length : rows.indexOf(behind)
    expect(view.rowOfLine(id)).toBe(row)
    const index = doc.indexOf(id)
    if (index !== undefined) expect(view.rowOf(index)).toBe(row)
    const after = order.slice(place + 1).find(has) ?? rows[0]
    const before = order.slice(0, place).findLast(has) ?? rows.at(-1)
    const placeOf = (line: LineId | undefined) =>
      line === undefined ? undefined : { id: line, index: doc.indexOf(line) }
    expect(view.next(id, 1)).toEqual(placeOf(after))
    expect(view.next(id, -1)).toEqual(placeOf(before))
  }
}

test('a sorted view equals a filter of the sequence, also while it is kept through changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.nat(20), fc.integer({ min: 1000, max: 4000 })),
      anyEdits,
      anyEdits,
      fc.nat(),
      async (n, first, second, salt) => {
        const doc = openText('line\n'.repeat(n), { findingSetOf: (i) => i % 4 })
        await editAtRandom(doc, first)
        const { originalCount } = doc.tables.states
        const lines = numbersOf(doc)
        const mixed = (line: number): number => Math.imul(line + 1, 0x9e3779b1 ^ salt) >>> 0
        const sorted = [...lines].sort((a, b) => mixed(a) - mixed(b) || a - b)
        doc.sortRows(new LineSequence(Uint32Array.from(sorted), originalCount))
        const check = (): void => {
          // Those that were added since are at the end.
          const added = [...numbersOf(doc)]
            .filter((line) => line >= lines.length)
            .sort((a, b) => a - b)
          const order = [...sorted, ...added].map((line) => lineOfNumber(line, originalCount))
          for (const kind of ['all', 'edited', 'matches'] as const)
            expectNaive(doc, { kind }, order)
        }
        check()
        for (let i = salt % 11; i < doc.lineCount; i += 11)
          doc.setMatch(doc.idAt(i) as LineId, true)
        check()
        await editAtRandom(doc, second)
        check()
        doc.clearMatches()
        check()
        doc.sortRows(undefined)
        expect(doc.views.sorted({ kind: 'all' })).toBeUndefined()
      },
    ),
    runs(60),
  )
}, 60_000)
