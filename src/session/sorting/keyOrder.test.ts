import { expect, test } from 'vitest'
import { scramble } from '../../benchmark/seededRandom.ts'
import fc from 'fast-check'
import { runs } from '../../tooling/runs.ts'
import { isInOrder, sortByKeys } from './keyOrder.ts'
import { sortPacked } from './packedOrder.ts'

const LINES = 150_000

/** Keys that differ in bits of one kind or another, among more lines than are sorted beside each other. */
const KEYS: readonly (readonly [string, (i: number) => readonly [number, number]])[] = [
  ['in all bits', (i) => [scramble(i), scramble(i + LINES)]],
  ['in low bits', (i) => [7, scramble(i)]],
  ['in few bits', (i) => [scramble(i) & 3, (scramble(i) >>> 3) & 1]],
  ['but for one', (i) => (i === 77_777 ? [0xffffffff, 0] : [0x40000000, scramble(i) & 0xfffff])],
  ['not at all', () => [1, 2]],
]

test.each(KEYS)('many lines whose keys differ %s', (_, keyOf) => {
  const high = new Uint32Array(LINES)
  const low = new Uint32Array(LINES)
  for (let i = 0; i < LINES; i++) [high[i], low[i]] = keyOf(i)
  const lines = Uint32Array.from({ length: LINES }, (_, i) => i)
  // Only those between are to be sorted.
  const [from, to] = [1000, LINES - 1000]
  const middle = [...lines.subarray(from, to)]
  const key = (line: number): number =>
    (high[line] as number) * 2 ** 20 + (low[line] as number) / 4096
  middle.sort((a, b) => key(a) - key(b) || (low[a] as number) - (low[b] as number) || a - b)
  const expected = [...lines.subarray(0, from), ...middle, ...lines.subarray(to)]
  sortByKeys(lines, new Uint32Array(LINES), from, to, high, low)
  expect(
    Buffer.compare(Buffer.from(lines.buffer), Buffer.from(Uint32Array.from(expected).buffer)),
  ).toBe(0)
})

test('keys that differ in few neighbouring bits are packed, and others left as they are', () => {
  const number = new Float64Array(1)
  const halves = new Uint32Array(number.buffer)
  const anyKeys = fc.oneof(
    fc
      .record({
        high: fc.nat(0xffffffff),
        low: fc.nat(0xffffffff),
        first: fc.nat(63),
        bits: fc.integer({ min: 0, max: 40 }),
        seed: fc.nat(),
        count: fc.integer({ min: 1, max: 300 }),
      })
      .map(({ high, low, first, bits, seed, count }) => {
        const mask = ((1n << BigInt(bits)) - 1n) << BigInt(first)
        const base = (BigInt(high) << 32n) | BigInt(low)
        return Array.from({ length: count }, (_, i) => {
          const random = (BigInt(scramble(i + seed)) << 32n) | BigInt(scramble(i * 3 + seed))
          return BigInt.asUintN(64, (base & ~mask) | (random & mask))
        })
      }),
    fc.array(fc.integer({ min: 1_000_000, max: 1_000_300 }), { minLength: 1 }).map((numbers) =>
      numbers.map((value) => {
        number[0] = value
        return (BigInt(halves[1] as number) << 32n) | BigInt(halves[0] as number)
      }),
    ),
  )
  fc.assert(
    fc.property(anyKeys, fc.boolean(), (keys, isReversed) => {
      const high = Uint32Array.from(keys, (key) => Number(key >> 32n))
      const low = Uint32Array.from(keys, (key) => Number(key & 0xffffffffn))
      const lines = Uint32Array.from(keys.keys())
      if (isReversed) lines.reverse()
      const expected = [...lines].sort((a, b) => {
        const difference = (keys[a] as bigint) - (keys[b] as bigint)
        return difference < 0n ? -1 : difference > 0n ? 1 : 0
      })
      const isSorted = expected.every((line, i) => line === lines[i])
      expect(isInOrder(lines, 0, lines.length, high, low)).toBe(isSorted)
      const before = [...lines]
      const isPacked = sortPacked(lines, new Uint32Array(lines.length), high, low)
      expect([...lines]).toEqual(isPacked ? expected : before)
      const differing = keys.reduce((all, key) => all | (key ^ (keys[0] as bigint)), 0n)
      const span = differing === 0n ? 0 : (differing / (differing & -differing)).toString(2).length
      expect(isPacked).toBe(span <= 32)
    }),
    runs(6000),
  )
})
