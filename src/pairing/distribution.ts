// How counts of tokens are spread, for small plots whose bars are filters. One pass, in memory that
// does not grow with the number of values; values can be taken away again.

/** Values v with from ≤ v < to. Edges are whole numbers, so a bar is an exact filter. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface Histogram {
  /** `value`: a whole number from 0 to 2^53. `times`: -1 takes it away again, 5 adds it five times. */
  readonly add: (value: number, times?: number) => void
  /** Adjoining bins from the first that is not empty to the last; empty when all are. */
  readonly bins: () => readonly Bin[]
}

/**
 * Bins that widen with their values. `perDoubling`: bins between a number and its double, a power of
 * 2; small values have a bin each. A bin is at most 1 / perDoubling of its lower edge wide.
 */
export function createLogHistogram(perDoubling = 4): Histogram {
  const counts: number[] = []
  return {
    add(value, times = 1) {
      const index = logIndex(value, perDoubling)
      while (counts.length <= index) counts.push(0)
      counts[index] = (counts[index] as number) + times
    },
    bins: () => filledBins(counts, (index) => logEdge(index, perDoubling)),
  }
}

/** The first 2 × perDoubling values have a bin each; then each doubling has `perDoubling`. */
function logIndex(value: number, perDoubling: number): number {
  if (value < 2 * perDoubling) return value
  // Just below a power of 2 the logarithm may be rounded up; the index comes out the same.
  const doubling = Math.floor(Math.log2(value / perDoubling))
  const width = 2 ** doubling
  return perDoubling * doubling + Math.floor(value / width)
}

function logEdge(index: number, perDoubling: number): number {
  if (index < 2 * perDoubling) return index
  const doubling = Math.floor(index / perDoubling) - 1
  return (index - perDoubling * doubling) * 2 ** doubling
}

function filledBins(counts: readonly number[], edgeOf: (index: number) => number): readonly Bin[] {
  const first = counts.findIndex((count) => count > 0)
  if (first < 0) return []
  const last = counts.findLastIndex((count) => count > 0)
  return counts.slice(first, last + 1).map((count, i) => ({
    from: edgeOf(first + i),
    to: edgeOf(first + i + 1),
    count,
  }))
}
