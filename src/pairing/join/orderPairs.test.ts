import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import { loadExpressions } from '../../expressions/expressions.ts'
import { groupReader } from '../keyGroups.ts'
import { groupKeys } from '../testing/groupKeys.ts'
import type { GroupReader, GroupRule } from '../keyGroups.ts'
import { compareNatural } from '../naturalOrder.ts'
import { OUTCOMES } from '../outcome.ts'
import { groupPairs, groupRows, groupRowsAt, summariseGroup } from './groupPairs.ts'
import { keyTextsOfRows, orderByIds } from './orderPairs.ts'
import { joinLines } from './joinLines.ts'
import { keyTextOfRow } from './pairs.ts'
import { arbitraryVerdicts } from './testing/arbitraryVerdicts.ts'
import { naiveText } from './testing/naiveFilter.ts'
import { requestLinesOf } from './testing/plainLines.ts'
import { runs } from '../../tooling/runs.ts'

const compile = await loadExpressions()

function readerOf(chosen: GroupRule): GroupReader {
  return valueOf(groupReader(chosen, () => compile))
}

const rule = fc.constantFrom<GroupRule[]>(
  { kind: 'beforeLast', separator: '-' },
  { kind: 'beforeFirst', separator: '\ud83d' },
  { kind: 'pattern', pattern: '^row(-?)' },
  { kind: 'pattern', pattern: '[0-9]' },
)

describe('ids of rows', () => {
  test('are those of their lines', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated: { pairs }, naive }) => {
        const texts = keyTextsOfRows(pairs)
        for (const [row, plain] of naive.rows.entries()) {
          expect(texts(row)).toBe(naiveText(naive, plain))
          expect(keyTextOfRow(pairs, row)).toBe(naiveText(naive, plain))
        }
      }),
    )
  })

  test('order rows naturally, rows of one id as they stand', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated: { pairs }, naive }) => {
        const texts = naive.rows.map((row) => naiveText(naive, row))
        const expected = [...texts.keys()].sort(
          (a, b) => compareNatural(texts[a] as string, texts[b] as string) || a - b,
        )
        expect([...orderByIds(pairs)]).toEqual(expected)
      }),
    )
  })
})

describe('groups of rows', () => {
  test('are those of their ids as texts', () => {
    fc.assert(
      fc.property(
        arbitraryVerdicts,
        rule,
        fc.boolean(),
        ({ validated: { pairs }, naive }, chosen, isBack) => {
          const reader = readerOf(chosen)
          const groups = groupPairs(pairs, reader)
          const all = Uint32Array.from(naive.rows.keys()).filter((row) => row % 3 !== 1)
          const rows = isBack ? all.toReversed() : all
          const texts = [...rows].map((row) => naiveText(naive, naive.rows[row] as never))
          const expected = [...groupKeys(texts, reader)]
          const grouped = groupRows(rows, groups)
          expect(grouped.groups).toHaveLength(expected.length)
          for (const [place, [name, members]] of expected.entries()) {
            const itsRows = members.map((member) => rows[member] as number)
            const group = grouped.groups[place] as number
            expect(groups.nameOf(group)).toBe(name ?? null)
            expect(groups.find(name ?? null)).toBe(group)
            expect([...groupRowsAt(grouped, place)]).toEqual(itsRows)
            const outcomes = itsRows.map((row) => naive.rows[row]?.outcome)
            expect(summariseGroup(pairs, groups, grouped, place)).toEqual({
              name: name ?? null,
              rows: itsRows.length,
              outcomes: OUTCOMES.map((value) => ({
                value,
                count: outcomes.filter((outcome) => outcome === value).length,
              })).filter(({ count }) => count > 0),
            })
          }
          expect(groups.find('no such name')).toBe(-1)
        },
      ),
      runs(1000),
    )
  })

  test('are found when there are thousands', () => {
    const line = (id: number) => ({
      id,
      key: { kind: 'text', text: `doc-${id >> 1}_${id & 1}` } as const,
      is: { isBroken: false, model: undefined, wantsJson: false },
    })
    const pairs = joinLines([requestLinesOf(Array.from({ length: 6000 }, (_, id) => line(id)))], [])
    const groups = groupPairs(pairs, readerOf({ kind: 'beforeLast', separator: '_' }))
    expect(groups?.count).toBe(3000)
    expect([0, 1, 2999].map((group) => groups?.nameOf(group))).toEqual([
      'doc-0',
      'doc-1',
      'doc-2999',
    ])
    expect(groups?.find('doc-2999')).toBe(2999)
    expect([...(groups?.groupOf.subarray(-3) ?? [])]).toEqual([2998, 2999, 2999])
  })
})
