// Views and the map of the file against filters of a plain array.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { checkInvariants } from './testing/checkInvariants.ts'
import type { JsonlDocument } from './jsonlDocument.ts'
import type { LineView, ViewKind } from './lineView.ts'
import { anyEdits, editAtRandom } from './testing/editAtRandom.ts'
import { openText } from './testing/openText.ts'
import { runs } from '../tooling/runs.ts'

const members = fc.uint8Array({ min: 0, max: 1, minLength: 4, maxLength: 4 })
const fileLines = fc.oneof(fc.nat(20), fc.integer({ min: 1000, max: 5000 }))

function belongs(doc: JsonlDocument, kind: ViewKind, id: LineId): boolean {
  switch (kind.kind) {
    case 'all':
      return true
    case 'edited':
      return doc.isEdited(id)
    case 'matches':
      return doc.isMatch(id) && (!kind.among || belongs(doc, kind.among, id))
    case 'findingSets':
      return kind.members[doc.findingSetOf(id)] === 1
  }
}

function expectNaive(
  doc: JsonlDocument,
  kind: ViewKind,
  view: LineView,
  ids: readonly LineId[],
): void {
  const entries = ids.map((id, index) => ({ id, index })).filter(({ id }) => belongs(doc, kind, id))
  expect(view.count).toBe(entries.length)
  expect(view.entries(0, entries.length + 1)).toEqual(entries)
  const someRow = Math.floor(entries.length / 3)
  expect(view.ids(someRow, someRow + 5)).toEqual(
    entries.slice(someRow, someRow + 5).map(({ id }) => id),
  )
  expect(view.idAt(entries.length)).toBeUndefined()
  expect(view.idAt(-1)).toBeUndefined()
  const step = Math.max(1, Math.floor(ids.length / 60))
  for (let index = -1; index <= ids.length; index += step) {
    const row = entries.findIndex((entry) => entry.index >= index)
    expect(view.rowOf(index)).toBe(row < 0 ? entries.length : row)
    const after = entries.find((entry) => entry.index > index) ?? entries[0]
    const before = entries.findLast((entry) => entry.index < index) ?? entries.at(-1)
    expect(view.next(index, 1)).toEqual(after)
    expect(view.next(index, -1)).toEqual(before)
  }
}

test('a view equals a filter of the lines, also while it is kept through changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fileLines,
      anyEdits,
      anyEdits,
      members,
      fc.nat(7),
      async (n, first, second, chosen, salt) => {
        const doc = openText('line\n'.repeat(n), { findingSetOf: (i) => ((i + salt) * 31) % 4 })
        const kinds: ViewKind[] = [
          { kind: 'all' },
          { kind: 'edited' },
          { kind: 'matches' },
          { kind: 'findingSets', members: chosen },
          { kind: 'matches', among: { kind: 'edited' } },
          { kind: 'matches', among: { kind: 'findingSets', members: chosen } },
        ]
        const kept = kinds.map((kind) => [kind, doc.view(kind)] as const)
        const check = () => {
          const ids = doc.view({ kind: 'all' }).ids(0, doc.lineCount)
          for (const [kind, view] of kept) expectNaive(doc, kind, view, ids)
        }
        check()
        await editAtRandom(doc, first)
        for (let i = salt; i < doc.lineCount; i += 11)
          doc.setMatch(doc.idAt(i) as LineId, i % 2 === 0)
        check()
        for (let i = 0; i < doc.lineCount; i += 97)
          doc.setFindingSet(doc.idAt(i) as LineId, salt % 4)
        check()
        await editAtRandom(doc, second)
        check()
        expect(checkInvariants(doc)).toEqual([])
      },
    ),
    runs(30),
  )
}, 60_000)

test('an undone insert at the very end is counted no more', async () => {
  const doc = openText('x\n'.repeat(5))
  const edited = doc.view({ kind: 'edited' })
  await editAtRandom(doc, [{ kind: 'insert', at: 5, text: 'added' }])
  expect(edited.count).toBe(1)
  doc.undo()
  expect(edited.count).toBe(0)
})

test('views stay right when more are in use than are kept counted', () => {
  const doc = openText('x\n'.repeat(3000), { findingSetOf: (i) => i % 16 })
  const views = Array.from({ length: 16 }, (_, findingSet) =>
    doc.view({
      kind: 'findingSets',
      members: Uint8Array.from({ length: 16 }, (_o, i) => (i === findingSet ? 1 : 0)),
    }),
  )
  const total = () => views.reduce((sum, view) => sum + view.count, 0)
  expect(total()).toBe(3000)
  doc.setFindingSet(doc.idAt(5) as LineId, 9)
  expect(views[5]?.count).toBe(187)
  expect(views[9]?.count).toBe(188)
  expect(total()).toBe(3000)
})

test('lines that come while a view is in use are counted', () => {
  const doc = openText('x\n'.repeat(2500), { batchLines: 100 })
  expect(doc.view({ kind: 'all' }).count).toBe(2500)
})

test('the map shows what each cell holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fileLines,
      anyEdits,
      members,
      fc.integer({ min: 1, max: 300 }),
      async (n, edits, chosen, cells) => {
        const doc = openText('line\n'.repeat(n), { findingSetOf: (i) => (i * 31) % 4 })
        await editAtRandom(doc, edits)
        const kinds: ViewKind[] = [{ kind: 'edited' }, { kind: 'findingSets', members: chosen }]
        const map = doc.fileMap(
          cells,
          kinds.map((kind, i) => ({ bits: 1 << i, kind })),
        )
        const ids = doc.view({ kind: 'all' }).ids(0, doc.lineCount)
        const expected = Array.from({ length: cells }, (_, cell) => {
          const from = Math.floor((cell * ids.length) / cells)
          const to = Math.max(from + 1, Math.floor(((cell + 1) * ids.length) / cells))
          const shown = ids.slice(from, to)
          return kinds.reduce(
            (bits, kind, i) => bits | (shown.some((id) => belongs(doc, kind, id)) ? 1 << i : 0),
            0,
          )
        })
        expect([...map]).toEqual(expected)
      },
    ),
    runs(50),
  )
}, 60_000)
