// Where the bins of a histogram begin: at round numbers, lengths and times, so that each can be read and asked for.

/** Bins of a histogram, at most. */
export const HISTOGRAM_BINS = 24

/**
 * Ascending edges of at least one bin, of which the last one includes its end: the value alone where all are the
 * same. `isWhole`: all values between are whole numbers. Undefined where there is no distance between `min` and `max`.
 */
export function numberEdges(
  min: number,
  max: number,
  isWhole: boolean,
): readonly number[] | undefined {
  const span = max - min
  if (!Number.isFinite(span)) return undefined
  if (span === 0) return [min, max]
  let exponent = Math.max(isWhole ? 0 : -320, Math.floor(Math.log10(span / HISTOGRAM_BINS)) - 1)
  for (; exponent <= 308; exponent++) {
    for (const digit of [1, 2, 5]) {
      const edges = evenEdges(min, max, digit, exponent)
      if (edges) return edges
    }
  }
  // Too close to each other to have a round number between them.
  return [min, max]
}

/** The same for lengths: the last bin ends behind the longest. */
export function lengthEdges(min: number, max: number): readonly number[] {
  return (min === max ? undefined : numberEdges(min, max, true)) ?? [min, min + 1]
}

/** At multiples of `digit` · 10^`exponent`; undefined when these would be too many, or are too close to be told apart. */
function evenEdges(
  min: number,
  max: number,
  digit: number,
  exponent: number,
): readonly number[] | undefined {
  // The nearest number to the decimal, which is what people would type.
  const edge = (place: number): number => Number(`${place * digit}e${exponent}`)
  const step = edge(1)
  let place = Math.floor(min / step)
  if (!Number.isSafeInteger(place * digit)) return undefined
  if (edge(place) > min) place--
  else if (edge(place + 1) <= min) place++
  let last = edge(place)
  if (last === -Infinity) return undefined
  const edges = [last]
  while (last <= max) {
    if (edges.length > HISTOGRAM_BINS) return undefined
    const next = edge(place + edges.length)
    if (next <= last || next === Infinity) return undefined
    edges.push(next)
    last = next
  }
  return edges
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const EVEN_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7].map((n) => n * DAY),
]
/** A Monday. */
const FIRST_WEEK = 4 * DAY
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 12_000, 60_000, 120_000]

/**
 * For times, in milliseconds since 1970, at whole seconds, hours, days, weeks or months where the clock is `offset`
 * milliseconds ahead of UTC; the last bin ends behind `max`. `least`: of milliseconds of a bin.
 */
export function timeEdges(
  min: number,
  max: number,
  { offset = 0, least = SECOND }: { readonly offset?: number; readonly least?: number } = {},
): readonly number[] {
  const [from, to] = [min + offset, max + offset]
  for (const step of EVEN_STEPS) {
    if (step < least) continue
    const anchor = step === 7 * DAY ? FIRST_WEEK : 0
    const first = Math.floor((from - anchor) / step)
    const count = Math.floor((to - anchor) / step) - first + 1
    if (count > HISTOGRAM_BINS) continue
    return edgesAt(count, (i) => (first + i) * step + anchor - offset)
  }
  const monthOf = (time: number): number => {
    const date = new Date(time)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  }
  const fits = (step: number): boolean =>
    Math.floor(monthOf(to) / step) - Math.floor(monthOf(from) / step) < HISTOGRAM_BINS
  const step = MONTHS.find(fits) ?? 240_000
  const first = Math.floor(monthOf(from) / step)
  const count = Math.floor(monthOf(to) / step) - first + 1
  return edgesAt(count, (i) => startOfMonth((first + i) * step) - offset)
}

/** Months since the year 0, in which Date.UTC would see 1900. */
function startOfMonth(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1)
}

function edgesAt(count: number, edge: (i: number) => number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, i) => edge(i))
}

/** Which bin holds a value; undefined of one outside. */
export function binOf<T extends number | string>(
  edges: readonly T[],
  value: T,
): number | undefined {
  const last = edges.length - 1
  if (value < (edges[0] as T) || value > (edges[last] as T)) return undefined
  let [low, high] = [0, last - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (value >= (edges[middle] as T)) low = middle
    else high = middle - 1
  }
  return low
}
