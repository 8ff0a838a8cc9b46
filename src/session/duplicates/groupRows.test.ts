import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cancelled } from '../../base/jobs.ts'
import type { DuplicateKeep } from '../../contracts/duplicates.ts'
import { runs } from '../../tooling/runs.ts'
import { groupRows, rowsOfLargest } from './groupRows.ts'
import { RowKeys } from './rowKeys.ts'
import { RowRanks } from './rowRanks.ts'

const GO_ON = { check: () => {} }

/** A few keys that differ in one of their parts; 0 is none. */
const anyPart = fc.constantFrom(0, 1, 2, 0x0100_0000, 0xff00_0001, 0xffff_ffff)
const anyRow = fc.record({
  key: fc.tuple(anyPart, anyPart, anyPart),
  rank: fc.constantFrom(0, 1, 2, 3),
})

function keysOf(rows: readonly { readonly key: readonly [number, number, number] }[]): RowKeys {
  const keys = new RowKeys(rows.length)
  rows.forEach(({ key: [low, high, check] }, row) => {
    keys.low[row] = low
    keys.high[row] = high
    keys.check[row] = check
  })
  return keys
}

function ranksOf(numbers: readonly number[]): RowRanks {
  const ranks = new RowRanks(numbers.length)
  numbers.forEach((rank, row) => ranks.put(row, rank))
  return ranks
}

test('groups are those of a Map, however many keys are sorted at a time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 60 }),
      fc.constantFrom(1, 2, 5, 100),
      fc.integer({ min: 1, max: 20 }),
      async (rows, atATime, most) => {
        const byKey = new Map<string, number[]>()
        rows.forEach(({ key }, row) => {
          if (key.every((part) => part === 0)) return
          byKey.set(key.join(), [...(byKey.get(key.join()) ?? []), row])
        })
        const groups = [...byKey.values()].filter(({ length }) => length > 1)
        const bySize = groups
          .toSorted((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number))
          .slice(0, most)
        const keys = keysOf(rows)
        const ranks = ranksOf(rows.map(({ rank }) => rank))
        const found = await groupRows(keys, ranks, most, GO_ON, atATime)
        const has = (test: (row: number) => boolean): number[] =>
          [...rows.keys()].filter((row) => test(row))
        const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)
        expect(found.groups).toBe(groups.length)
        expect(found.lines).toBe(groups.flat().length)
        expect(has((row) => found.later.has(row))).toEqual(
          sorted(groups.flatMap((group) => group.slice(1))),
        )
        const kept: Readonly<Record<DuplicateKeep, (group: readonly number[]) => number>> = {
          first: (group) => group[0] as number,
          last: (group) => group.at(-1) as number,
          valid: (group) =>
            group.toSorted((a, b) => ranks.of(a) - ranks.of(b) || a - b)[0] as number,
        }
        for (const keep of ['first', 'last', 'valid'] as const) {
          expect(has((row) => found.kept[keep].has(row))).toEqual(sorted(groups.map(kept[keep])))
        }
        expect(found.largest).toEqual(
          bySize.map((group) => ({ count: group.length, firstRow: group[0] })),
        )
        const places = rowsOfLargest(keys, found.largest)
        bySize.forEach((group, i) => {
          expect(has((row) => places[row] === i + 1)).toEqual(group)
        })
      },
    ),
    runs(500),
  )
})

test('a bucket of very many keys that are different grows its table', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => ({ key: [i % 5000, 7, 0] as const }))
  const found = await groupRows(keysOf(rows), new RowRanks(6000), 10, GO_ON, 100)
  expect([found.groups, found.lines]).toEqual([1000, 2000])
})

test('is left when its job is cancelled', async () => {
  const check = (): void => {
    throw new Cancelled()
  }
  const keys = keysOf([{ key: [1, 2, 3] }, { key: [1, 2, 3] }])
  await expect(groupRows(keys, new RowRanks(2), 10, { check })).rejects.toThrow(Cancelled)
})
