// Lines in the order of what they are sorted by.
import { KIND, SORT_KINDS } from '../../fields/sortValue.ts'
import { isInOrder, sortByKeys } from './keyOrder.ts'
import { sortPacked } from './packedOrder.ts'
import type { SortKeys } from './sortKeys.ts'
import { type SortedTexts, TiedTexts } from './tiedTexts.ts'

const WITH_KEYS: readonly number[] = [KIND.number, KIND.time, KIND.text, KIND.boolean]

export interface OrderOptions {
  readonly isDescending: boolean
  /** Bytes of strings that are tied that are held at a time. */
  readonly budget: number
  /** Awaited between two parts of the work: so that messages are served, and to end it. */
  readonly pause: () => Promise<void>
  /** Puts the values of all lines once more. */
  readonly readAgain: (texts: TiedTexts) => Promise<void>
}

export interface OrderedLines {
  readonly ordered: Uint32Array<ArrayBuffer>
  /** As long, for whatever it is needed. */
  readonly spare: Uint32Array<ArrayBuffer>
}

/**
 * Sorts `unordered`, which are all lines of `keys` in the order in which equal ones stay; both are of no use
 * afterwards. Kinds stand in their order in both directions.
 */
export async function orderLines(
  unordered: Uint32Array<ArrayBuffer>,
  keys: SortKeys,
  { isDescending, budget, pause, readAgain }: OrderOptions,
): Promise<OrderedLines> {
  keys.finish()
  const { high, low, prefixes } = keys
  const { ordered, spare, starts } = byKind(unordered, keys.kinds)
  for (const kind of WITH_KEYS) {
    const from = starts[kind] as number
    const to = starts[kind + 1] as number
    if (to - from < 2) continue
    await pause()
    // What is equal stays in its order when all are turned round before and after.
    if (isDescending) ordered.subarray(from, to).reverse()
    if (isInOrder(ordered, from, to, high, low)) continue
    // Other lines have no keys that are still needed, nor have these once they are in order.
    const isAlone = to - from === ordered.length && !(kind === KIND.text && prefixes)
    if (isAlone && sortPacked(ordered, spare, high, low)) continue
    sortByKeys(ordered, spare, from, to, high, low)
  }
  const from = starts[KIND.text] as number
  const to = starts[KIND.text + 1] as number
  await pause()
  if (prefixes) {
    // Keys of lines that are no strings are not needed any more.
    await untie({ lines: ordered, spare, from, to, high, low, prefixes }, budget, readAgain)
  }
  if (isDescending) {
    for (const kind of WITH_KEYS) {
      ordered.subarray(starts[kind], starts[kind + 1]).reverse()
    }
  }
  return { ordered, spare }
}

async function untie(
  texts: SortedTexts,
  budget: number,
  readAgain: OrderOptions['readAgain'],
): Promise<void> {
  const tied = new TiedTexts(texts, budget)
  while (tied.count > 0) {
    await readAgain(tied)
    tied.resolve()
  }
}

/** Lines kind by kind, and where each kind begins, and the last one ends. */
function byKind(
  lines: Uint32Array<ArrayBuffer>,
  kinds: Uint8Array,
): OrderedLines & { readonly starts: readonly number[] } {
  const other = new Uint32Array(lines.length)
  const counts = countKinds(kinds)
  const starts = [0]
  for (const [kind, count] of counts.entries()) starts.push((starts[kind] as number) + count)
  // Mostly all lines are of one kind, and stay where they are.
  if (counts.includes(lines.length)) return { ordered: lines, spare: other, starts }
  const places = Uint32Array.from(starts)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as number
    const kind = kinds[line] as number
    const place = places[kind] as number
    other[place] = line
    places[kind] = place + 1
  }
  return { ordered: other, spare: lines, starts }
}

/** [kind]: how many lines are of it. */
function countKinds(kinds: Uint8Array): number[] {
  const counts = SORT_KINDS.map(() => 0)
  // Neighbours are mostly alike: they are counted together.
  for (let from = 0; from < kinds.length; ) {
    const kind = kinds[from] as number
    let to = from + 1
    while (to < kinds.length && kinds[to] === kind) to++
    counts[kind] = (counts[kind] as number) + to - from
    from = to
  }
  return counts
}
