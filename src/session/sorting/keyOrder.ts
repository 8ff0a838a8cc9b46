// Sorts lines by 64-bit keys, stable. Keys of many lines are far from each other in memory, so that looking at one
// takes longer than comparing: lines are put into buckets by the highest bits in which keys differ, and the keys of a
// bucket that is small enough are copied and sorted beside each other.

/** Bits that buckets are made by. */
const BUCKET_BITS = 16
const BUCKETS = 1 << BUCKET_BITS
/** Lines whose keys are sorted beside each other. */
const NEAR = 1 << 15
/** Stretches up to this length are sorted by insertion. */
const SMALL = 24
const BYTE = 0xff

/** Whether no key of lines [from, to) is less than the one before, as in files that were written as things happened. */
export function isInOrder(
  lines: Uint32Array,
  from: number,
  to: number,
  high: Uint32Array,
  low: Uint32Array,
): boolean {
  for (let i = from + 1; i < to; i++) {
    const line = lines[i] as number
    const before = lines[i - 1] as number
    const difference = (high[line] as number) - (high[before] as number)
    if (difference < 0) return false
    if (difference === 0 && (low[line] as number) < (low[before] as number)) return false
  }
  return true
}

/** Sorts lines [from, to) of `lines`; `spare` is as long, and is written to. */
export function sortByKeys(
  lines: Uint32Array,
  spare: Uint32Array,
  from: number,
  to: number,
  high: Uint32Array,
  low: Uint32Array,
): void {
  sortFar({ lines, spare, high, low, near: makeRows(), other: makeRows() }, from, to)
}

/** Keys with their lines. */
interface Rows {
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly lines: Uint32Array
}

interface Sorting extends Rows {
  readonly spare: Uint32Array
  readonly near: Rows
  readonly other: Rows
}

function makeRows(): Rows {
  return {
    high: new Uint32Array(NEAR),
    low: new Uint32Array(NEAR),
    lines: new Uint32Array(NEAR),
  }
}

function sortFar(sorting: Sorting, from: number, to: number): void {
  if (to - from <= NEAR) {
    sortNear(sorting, from, to)
    return
  }
  const { lines, spare, high, low } = sorting
  const inHigh = varyingBits(high, lines, from, to)
  const varying = inHigh === 0 ? varyingBits(low, lines, from, to) : inHigh
  if (varying === 0) return
  const keys = inHigh === 0 ? low : high
  const shift = Math.max(0, 32 - Math.clz32(varying) - BUCKET_BITS)
  // With a place more than buckets, so that each knows where the next one begins.
  const starts = new Uint32Array(BUCKETS + 1)
  for (let i = from; i < to; i++) {
    const bucket = ((keys[lines[i] as number] as number) >>> shift) & (BUCKETS - 1)
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1
  }
  starts[0] = from
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number)
  }
  const places = starts.slice(0, BUCKETS)
  for (let i = from; i < to; i++) {
    const line = lines[i] as number
    const bucket = ((keys[line] as number) >>> shift) & (BUCKETS - 1)
    const place = places[bucket] as number
    spare[place] = line
    places[bucket] = place + 1
  }
  lines.set(spare.subarray(from, to), from)
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const start = starts[bucket] as number
    const end = starts[bucket + 1] as number
    if (end - start > 1) sortFar(sorting, start, end)
  }
}

function varyingBits(keys: Uint32Array, lines: Uint32Array, from: number, to: number): number {
  const first = keys[lines[from] as number] as number
  let varying = 0
  for (let i = from + 1; i < to; i++) varying |= (keys[lines[i] as number] as number) ^ first
  return varying
}

function sortNear({ lines, high, low, near, other }: Sorting, from: number, to: number): void {
  const count = to - from
  let highBits = 0
  let lowBits = 0
  for (let i = 0; i < count; i++) {
    const line = lines[from + i] as number
    const a = high[line] as number
    const b = low[line] as number
    near.lines[i] = line
    near.high[i] = a
    near.low[i] = b
    highBits |= a ^ (near.high[0] as number)
    lowBits |= b ^ (near.low[0] as number)
  }
  if ((highBits | lowBits) === 0) return
  let sorted = near
  if (count <= SMALL) insertAll(near, count)
  else {
    let spare = other
    for (let digit = 0; digit < 8; digit++) {
      const shift = (digit & 3) * 8
      if ((((digit < 4 ? lowBits : highBits) >>> shift) & BYTE) === 0) continue
      scatter(sorted, spare, count, digit < 4, shift)
      const before = sorted
      sorted = spare
      spare = before
    }
  }
  for (let i = 0; i < count; i++) lines[from + i] = sorted.lines[i] as number
}

const byteStarts = new Uint32Array(BYTE + 1)

/** Sorts by one byte of the keys. */
function scatter(rows: Rows, into: Rows, count: number, isLow: boolean, shift: number): void {
  const keys = isLow ? rows.low : rows.high
  byteStarts.fill(0)
  for (let i = 0; i < count; i++) {
    const byte = ((keys[i] as number) >>> shift) & BYTE
    byteStarts[byte] = (byteStarts[byte] as number) + 1
  }
  let at = 0
  for (let byte = 0; byte <= BYTE; byte++) {
    const size = byteStarts[byte] as number
    byteStarts[byte] = at
    at += size
  }
  for (let i = 0; i < count; i++) {
    const byte = ((keys[i] as number) >>> shift) & BYTE
    const place = byteStarts[byte] as number
    byteStarts[byte] = place + 1
    into.high[place] = rows.high[i] as number
    into.low[place] = rows.low[i] as number
    into.lines[place] = rows.lines[i] as number
  }
}

function insertAll({ high, low, lines }: Rows, count: number): void {
  for (let i = 1; i < count; i++) {
    const a = high[i] as number
    const b = low[i] as number
    const line = lines[i] as number
    let place = i
    while (place > 0) {
      const before = high[place - 1] as number
      if (before < a || (before === a && (low[place - 1] as number) <= b)) break
      high[place] = before
      low[place] = low[place - 1] as number
      lines[place] = lines[place - 1] as number
      place--
    }
    high[place] = a
    low[place] = b
    lines[place] = line
  }
}
