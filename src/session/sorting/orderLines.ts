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

/**
 * Sorts `lines`, which are all of `keys` in the order in which equal ones stay; both are of no use afterwards.
 * Kinds stand in their order in both directions.
 */
export async function orderLines(
  lines: Uint32Array<ArrayBuffer>,
  keys: SortKeys,
  { isDescending, budget, pause, readAgain }: OrderOptions,
): Promise<Uint32Array<ArrayBuffer>> {
  keys.finish()
  const { high, low, prefixes } = keys
  const ordered = new Uint32Array(lines.length)
  const starts = byKind(lines, keys.kinds, ordered)
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
    if (isAlone && sortPacked(ordered, lines, high, low)) continue
    sortByKeys(ordered, lines, from, to, high, low)
  }
  const from = starts[KIND.text] as number
  const to = starts[KIND.text + 1] as number
  await pause()
  if (prefixes) {
    // Keys of lines that are no strings are not needed any more.
    await untie({ lines: ordered, spare: lines, from, to, high, low, prefixes }, budget, readAgain)
  }
  if (isDescending) {
    for (const kind of WITH_KEYS) {
      ordered.subarray(starts[kind], starts[kind + 1]).reverse()
    }
  }
  return ordered
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

/** Copies lines kind by kind; returns where each kind begins, and where the last one ends. */
function byKind(lines: Uint32Array, kinds: Uint8Array, ordered: Uint32Array): number[] {
  const starts = Array.from({ length: SORT_KINDS.length + 1 }, () => 0)
  for (const line of lines) {
    const next = (kinds[line] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let kind = 0; kind < SORT_KINDS.length; kind++) {
    starts[kind + 1] = (starts[kind + 1] as number) + (starts[kind] as number)
  }
  const places = [...starts]
  for (const line of lines) {
    const kind = kinds[line] as number
    const place = places[kind] as number
    ordered[place] = line
    places[kind] = place + 1
  }
  return starts
}
