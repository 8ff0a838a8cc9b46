import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PairLines, PairLinesChange } from '../pairLines.ts'
import { applyChange } from './applyChange.ts'
import { indexIds } from './idIndex.ts'
import { keyAt } from './keyColumn.ts'
import {
  answerLinesOf,
  arbitraryAnswer,
  arbitraryRequest,
  plainOf,
  requestLinesOf,
} from './testing/plainLines.ts'
import { runs } from '../../tooling/runs.ts'

/** A document of lines, some of which are blank, before and after edits. */
function arbitraryEdit<Line extends { readonly id: number }>(line: fc.Arbitrary<Line>) {
  const content = fc.option(line, { nil: undefined })
  return fc
    .record({
      before: fc.array(content, { maxLength: 12 }),
      edits: fc.array(
        fc.record({
          what: fc.constantFrom('set', 'insert', 'remove', 'move'),
          at: fc.nat({ max: 12 }),
          to: fc.nat({ max: 12 }),
          content,
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ before, edits }) => {
      const withId = (id: number, each: Line | undefined) => ({
        id,
        line: each && { ...each, id },
      })
      const first = before.map((each, id) => withId(id, each))
      const lines = [...first]
      let nextId = 2 ** 40
      for (const { what, at, to, content: each } of edits) {
        const old = lines[at]
        if (what === 'insert') lines.splice(at, 0, withId(nextId++, each))
        else if (!old) continue
        else if (what === 'set') lines[at] = withId(old.id, each)
        else if (what === 'remove') lines.splice(at, 1)
        else lines.splice(to, 0, ...lines.splice(at, 1))
      }
      return { before: first, after: lines }
    })
}

type Row<Line> = { readonly id: number; readonly line: Line | undefined }

/** What a document says that remembers the lines by id. */
function changeOf<Line>(
  before: readonly Row<Line>[],
  after: readonly Row<Line>[],
  linesOf: (lines: readonly Line[]) => PairLines,
): PairLinesChange {
  const oldById = new Map(before.map((row) => [row.id, row.line]))
  const newById = new Map(after.map((row) => [row.id, row.line]))
  const filled = (rows: readonly Row<Line>[]) => rows.filter((row) => row.line).map((row) => row.id)
  const common = filled(before).filter((id) => newById.get(id))
  const isInPlace = JSON.stringify(common) === JSON.stringify(filled(after))
  const changed = after.flatMap(({ id, line }) => (line && line !== oldById.get(id) ? [line] : []))
  return {
    changed: linesOf(changed.toReversed()),
    gone: Float64Array.from(before.filter(({ id }) => !newById.get(id)).map(({ id }) => id)),
    ...(!isInPlace && { order: Float64Array.from(after, ({ id }) => id) }),
  }
}

/** Without messages: a class has that of one of its lines. */
function plain(lines: PairLines): unknown[] {
  return plainOf(lines, (entry) => keyAt(lines, entry)).map((line) => ({
    ...line,
    is: { ...line.is, errorMessage: undefined },
  }))
}

function filledLines<Line>(rows: readonly Row<Line>[]): Line[] {
  return rows.flatMap(({ line }) => line ?? [])
}

describe('a change of lines', () => {
  test.each([
    ['requests', arbitraryEdit(arbitraryRequest), requestLinesOf],
    ['answers', arbitraryEdit(arbitraryAnswer), answerLinesOf],
  ] as [string, ReturnType<typeof arbitraryEdit>, (lines: readonly unknown[]) => PairLines][])(
    'gives the %s that reading the edited document gives',
    (_, edit, linesOf) => {
      fc.assert(
        fc.property(edit, ({ before, after }) => {
          const old = linesOf(filledLines(before))
          const change = changeOf(before, after, linesOf)
          const again = linesOf(filledLines(after))
          const applied = applyChange(old, change)
          expect(plain(applied)).toEqual(plain(again))
          expect(applied.count).toBe(again.count)
          expect(applied.classes.length).toBeLessThanOrEqual(again.classes.length)
        }),
        runs(1000),
      )
    },
  )

  test('puts a line that was blank where its id belongs, when no one says where it is', () => {
    const line = (id: number) => ({
      id,
      key: { kind: 'text', text: String(id) } as const,
      is: { isBroken: false, model: undefined, wantsJson: false },
    })
    const old = requestLinesOf([line(0), line(2), line(4)])
    const changed = requestLinesOf([line(5), line(1), line(2), line(3)])
    const applied = applyChange(old, { changed, gone: Float64Array.of(0) })
    expect([...applied.ids]).toEqual([1, 2, 3, 4, 5])
  })
})

test('ids are found where they are', () => {
  const ids = fc.uniqueArray(
    fc.oneof(
      fc.nat({ max: 30 }),
      fc.nat().map((id) => 2 ** 40 + id),
    ),
  )
  fc.assert(
    fc.property(ids, fc.nat({ max: 30 }), (list, other) => {
      const placeOf = indexIds(Float64Array.from(list))
      expect(list.map(placeOf)).toEqual([...list.keys()])
      expect(placeOf(other)).toBe(list.indexOf(other))
    }),
  )
})
