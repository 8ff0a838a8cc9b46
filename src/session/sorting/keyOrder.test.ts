import { expect, test } from 'vitest'
import { scramble } from '../../benchmark/seededRandom.ts'
import { sortByKeys } from './keyOrder.ts'

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
