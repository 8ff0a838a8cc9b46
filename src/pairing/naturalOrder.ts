// The order in which people expect ids: request-2 before request-10. Runs of the digits 0 to 9 compare
// as numbers of any length, everything else by UTF-16 code units.
//
// An id has an image among byte strings whose plain order is this order: each run of digits becomes
// '0', the count of its digits without leading zeros, and those digits. Sorting compares images, four
// bytes at a time and mostly without a comparison function. A million ids of six kinds took 0.7 to
// 3.5 s of processor time, where `Intl.Collator` with `numeric` took 5.6 to 8 s and sorting by
// `compareNatural` alone 2.9 to 8.3 s.

const ZERO = 0x30
const NINE = 0x39

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE
}

/**
 * Law: a total order that is consistent with equality; ids that differ only in leading zeros are
 * ordered as texts. Negative, zero or positive, as sort wants it.
 */
export function compareNatural(a: string, b: string): number {
  let i = 0
  const shorter = Math.min(a.length, b.length)
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === a.length && i === b.length) return 0
  // The difference may be inside a number: go back to where it begins.
  while (i > 0 && isDigit(a.charCodeAt(i - 1))) i--
  let j = i
  while (i < a.length && j < b.length) {
    const unitA = a.charCodeAt(i)
    const unitB = b.charCodeAt(j)
    if (isDigit(unitA) && isDigit(unitB)) {
      const runA = digitsFrom(a, i)
      const runB = digitsFrom(b, j)
      const order = compareRuns(a, runA, b, runB)
      if (order !== 0) return order
      i = runA.to
      j = runB.to
    } else {
      // Against other characters a number stands where '0' does, whatever its digits.
      const order = (isDigit(unitA) ? ZERO : unitA) - (isDigit(unitB) ? ZERO : unitB)
      if (order !== 0) return order
      i++
      j++
    }
  }
  const order = a.length - i - (b.length - j)
  if (order !== 0) return order
  return a < b ? -1 : a > b ? 1 : 0
}

interface Run {
  /** After leading zeros. */
  readonly from: number
  readonly to: number
}

function digitsFrom(text: string, at: number): Run {
  let from = at
  while (from < text.length && text.charCodeAt(from) === ZERO) from++
  let to = from
  while (to < text.length && isDigit(text.charCodeAt(to))) to++
  return { from, to }
}

function compareRuns(a: string, runA: Run, b: string, runB: Run): number {
  const length = runA.to - runA.from
  const order = length - (runB.to - runB.from)
  for (let k = 0; order === 0 && k < length; k++) {
    const difference = a.charCodeAt(runA.from + k) - b.charCodeAt(runB.from + k)
    if (difference !== 0) return difference
  }
  return order
}

interface Images {
  readonly bytes: Uint8Array
  /** Image of id k: [starts[k], starts[k + 1]). */
  readonly starts: Uint32Array
}

/** The image of an id with this many digits in a run ends there; what follows is compared in the ids. */
const TOO_MANY_DIGITS = 255

/** Most bytes that one code unit can become: three in the manner of UTF-8, as a run of one digit does. */
const BYTES_PER_UNIT = 3

function makeImages(ids: readonly string[]): Images {
  let length = 0
  for (const id of ids) length += id.length
  const bytes = new Uint8Array(length * BYTES_PER_UNIT)
  const starts = new Uint32Array(ids.length + 1)
  let at = 0
  for (let k = 0; k < ids.length; k++) {
    starts[k] = at
    at = writeImage(ids[k] as string, bytes, at)
  }
  starts[ids.length] = at
  return { bytes, starts }
}

/** Code units are written one by one, surrogates too, so that bytes compare as code units do. */
function writeImage(id: string, bytes: Uint8Array, start: number): number {
  let at = start
  let i = 0
  while (i < id.length) {
    const unit = id.charCodeAt(i)
    if (isDigit(unit)) {
      const { from, to } = digitsFrom(id, i)
      bytes[at++] = ZERO
      bytes[at++] = Math.min(to - from, TOO_MANY_DIGITS)
      if (to - from >= TOO_MANY_DIGITS) return at
      for (i = from; i < to; i++) bytes[at++] = id.charCodeAt(i)
    } else {
      i++
      if (unit < 0x80) bytes[at++] = unit
      else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      }
    }
  }
  return at
}

/** Stretches up to this length are sorted by comparing whole ids. */
const SMALL = 24

/**
 * The ids' places in natural order: the first entry is the place of the id that comes first. Equal ids
 * stay in the order they have. Takes about 32 bytes for each id beside the ids, and their length
 * threefold; ids may have 2^32 / 3 code units together.
 */
export function naturalOrder(ids: readonly string[]): Uint32Array {
  const { bytes, starts } = makeImages(ids)
  // Each word: four bytes of the image above, the id's place below. The engine sorts them as numbers.
  const words = new BigUint64Array(ids.length)
  const halves = new Uint32Array(words.buffer)
  const low = isLittleEndian() ? 0 : 1
  const high = 1 - low
  for (let k = 0; k < ids.length; k++) halves[2 * k + low] = k

  const startOf = (row: number) => starts[halves[2 * row + low] as number] as number
  const endOf = (row: number) => starts[(halves[2 * row + low] as number) + 1] as number

  /** Bytes from `depth` on that the images of all rows share. */
  function sharedLength(from: number, to: number, depth: number): number {
    const first = startOf(from) + depth
    let length = Math.max(0, endOf(from) - first)
    for (let row = from + 1; row < to && length > 0; row++) {
      const start = startOf(row) + depth
      const limit = Math.min(length, endOf(row) - start)
      let i = 0
      while (i < limit && bytes[first + i] === bytes[start + i]) i++
      length = i
    }
    return length
  }

  function loadWords(from: number, to: number, depth: number): void {
    for (let row = from; row < to; row++) {
      const start = startOf(row) + depth
      const end = endOf(row)
      let word = 0
      for (let i = 0; i < 4; i++) {
        word = (word << 8) | (start + i < end ? (bytes[start + i] as number) : 0)
      }
      halves[2 * row + high] = word
    }
  }

  function sortWhole(from: number, to: number): void {
    const places = Array.from(
      { length: to - from },
      (_, i) => halves[2 * (from + i) + low] as number,
    )
    places.sort((a, b) => compareNatural(ids[a] as string, ids[b] as string) || a - b)
    for (let i = 0; i < places.length; i++) halves[2 * (from + i) + low] = places[i] as number
  }

  /** Rows in [from, to) have images that are the same up to `depth`. */
  function sortRows(from: number, to: number, depth: number): void {
    const shared = depth + sharedLength(from, to, depth)
    loadWords(from, to, shared)
    words.subarray(from, to).sort()
    let start = from
    for (let row = from + 1; row <= to; row++) {
      const word = halves[2 * start + high] as number
      if (row < to && halves[2 * row + high] === word) continue
      // A zero at the end of a word is the end of an image, or a zero in it: let the ids decide.
      const isEnd = (word & 0xff) === 0
      if (row - start > SMALL && !isEnd) sortRows(start, row, shared + 4)
      else if (row - start > 1) sortWhole(start, row)
      start = row
    }
  }

  if (ids.length > 1) sortRows(0, ids.length, 0)
  return Uint32Array.from(ids, (_, row) => halves[2 * row + low] as number)
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
}
