// A set of lines against a plain Set of ids, under any commands.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ADDED_LINE_BASE, lineId } from '../base/units.ts'
import { runs } from '../tooling/runs.ts'
import { LineSet } from './lineSet.ts'
import { slotOf } from './lineSlot.ts'

const id = fc
  .oneof(
    fc.nat(200),
    fc.nat(80).map((n) => n + ADDED_LINE_BASE),
  )
  .map(lineId)
const command = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id, count: fc.nat(70) }),
  fc.record({ kind: fc.constant('remove' as const), id, count: fc.nat(3) }),
  fc.record({ kind: fc.constant('clear' as const), id, count: fc.constant(0) }),
)

test('is the same set as a plain one, in runs as long as possible, and through bytes', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const set = new LineSet()
      const naive = new Set<number>()
      for (const { kind, id: first, count } of commands) {
        if (kind === 'clear') {
          set.clear()
          naive.clear()
          continue
        }
        if (kind === 'add') set.addSlots(slotOf(first), count)
        for (let i = 0; i < count; i++) {
          if (kind === 'add') naive.add(first + i)
          else {
            set.remove(lineId(first + i))
            naive.delete(first + i)
          }
        }
      }
      for (const same of [set, LineSet.fromBytes(set.toBytes())]) {
        expect(same.size).toBe(naive.size)
        const found: number[] = []
        let end = -1
        for (const run of same.runs()) {
          expect(run.first).toBeGreaterThan(end)
          end = run.first + run.count
          for (let i = 0; i < run.count; i++) found.push(run.first + i)
        }
        expect(found).toEqual([...naive].toSorted((a, b) => a - b))
        expect(found.every((each) => same.has(lineId(each)))).toBe(true)
      }
    }),
    runs(300),
  )
})

test('all of 16 million lines are some bytes', () => {
  const set = new LineSet()
  set.addSlots(0, 16_000_000)
  expect(set.size).toBe(16_000_000)
  expect(set.toBytes().length).toBeLessThan(16)
  expect(LineSet.fromBytes(set.toBytes()).has(lineId(15_999_999))).toBe(true)
})
