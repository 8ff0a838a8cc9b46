// Sorts by strings of bytes, by one byte after the other from the first on. Stable.

export interface ByteStrings {
  readonly bytes: Uint8Array
  /** [item]: where its string begins, and how long it is. */
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}

/** Stretches up to this length are sorted by comparing. */
const SMALL = 20

/** Sorts items [from, to); `spare` is as long as `items`, and is written to. */
export function sortByBytes(
  items: Uint32Array,
  spare: Uint32Array,
  from: number,
  to: number,
  strings: ByteStrings,
): void {
  sortFrom({ items, spare, strings, pool: [] }, from, to, 0, 0)
}

interface Sorting {
  readonly items: Uint32Array
  readonly spare: Uint32Array
  readonly strings: ByteStrings
  /** Counts and ends of buckets, for each call that lies inside another. */
  readonly pool: { readonly counts: Uint32Array; readonly ends: Uint32Array }[]
}

/** One for each byte, and the first for strings that end. */
const BUCKETS = 257

/** The strings of items [from, to) begin with the same `depth` bytes. */
function sortFrom(sorting: Sorting, from: number, to: number, depth: number, call: number): void {
  const { items, spare, strings, pool } = sorting
  const { bytes, starts, lengths } = strings
  while (to - from > SMALL) {
    const { counts, ends } = (pool[call] ??= {
      counts: new Uint32Array(BUCKETS),
      ends: new Uint32Array(BUCKETS),
    })
    counts.fill(0)
    for (let i = from; i < to; i++) {
      const item = items[i] as number
      const bucket =
        depth < (lengths[item] as number)
          ? (bytes[(starts[item] as number) + depth] as number) + 1
          : 0
      counts[bucket] = (counts[bucket] as number) + 1
    }
    const only = counts.indexOf(to - from)
    if (only === 0) return
    if (only > 0) {
      depth++
      continue
    }
    let at = from
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      ends[bucket] = at
      at += counts[bucket] as number
    }
    for (let i = from; i < to; i++) {
      const item = items[i] as number
      const bucket =
        depth < (lengths[item] as number)
          ? (bytes[(starts[item] as number) + depth] as number) + 1
          : 0
      const place = ends[bucket] as number
      spare[place] = item
      ends[bucket] = place + 1
    }
    items.set(spare.subarray(from, to), from)
    // The largest is sorted by the next round of the loop, so that calls lie inside each other but a few deep.
    let largest = 1
    for (let bucket = 2; bucket < BUCKETS; bucket++) {
      if ((counts[bucket] as number) > (counts[largest] as number)) largest = bucket
    }
    for (let bucket = 1; bucket < BUCKETS; bucket++) {
      const count = counts[bucket] as number
      const end = ends[bucket] as number
      if (count > 1 && bucket !== largest) {
        sortFrom(sorting, end - count, end, depth + 1, call + 1)
      }
    }
    to = ends[largest] as number
    from = to - (counts[largest] as number)
    depth++
  }
  sortSmall(items, from, to, depth, strings)
}

function sortSmall(
  items: Uint32Array,
  from: number,
  to: number,
  depth: number,
  strings: ByteStrings,
): void {
  for (let i = from + 1; i < to; i++) {
    const item = items[i] as number
    let place = i
    while (place > from && compareFrom(items[place - 1] as number, item, depth, strings) > 0) {
      items[place] = items[place - 1] as number
      place--
    }
    items[place] = item
  }
}

/** Negative, zero or positive; the strings begin with the same `depth` bytes. */
export function compareFrom(
  one: number,
  other: number,
  depth: number,
  { bytes, starts, lengths }: ByteStrings,
): number {
  const a = starts[one] as number
  const b = starts[other] as number
  const aLength = lengths[one] as number
  const bLength = lengths[other] as number
  const most = Math.min(aLength, bLength)
  for (let i = depth; i < most; i++) {
    const difference = (bytes[a + i] as number) - (bytes[b + i] as number)
    if (difference !== 0) return difference
  }
  return aLength - bLength
}
