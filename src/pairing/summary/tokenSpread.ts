// How the counts of tokens of many answers are spread. Most counts are small: those are counted, each
// value for itself, and only the others are kept and sorted; so a million answers take few milliseconds.
import { createLogHistogram } from '../distribution.ts'
import type { TokenName } from '../join/pairFilter.ts'
import type { TokenSpread } from './pairingSummary.ts'

/** Values below are counted. */
const SMALL = 1 << 16

export interface SpreadCounter {
  /** `value`: a whole number below 2^32. */
  readonly add: (value: number) => void
  /** undefined when all values are 0, or there are none. */
  readonly spread: (name: TokenName) => TokenSpread | undefined
}

export function createSpreadCounter(): SpreadCounter {
  const counts = new Uint32Array(SMALL)
  let large = new Uint32Array(0)
  let largeCount = 0
  let total = 0

  /** The smallest value that at least the fraction `q` of all do not exceed, see `quantiles`. */
  function quantile(q: number, sortedLarge: Uint32Array): number {
    const rank = Math.max(1, Math.ceil(q * total))
    const smallCount = total - largeCount
    if (rank > smallCount) return sortedLarge[rank - smallCount - 1] as number
    let value = 0
    for (let seen = counts[0] as number; seen < rank; seen += counts[value] as number) value++
    return value
  }

  return {
    add(value) {
      total++
      if (value < SMALL) {
        counts[value] = (counts[value] as number) + 1
        return
      }
      if (largeCount === large.length) {
        const wider = new Uint32Array(Math.max(64, 2 * largeCount))
        wider.set(large)
        large = wider
      }
      large[largeCount++] = value
    },

    spread(name) {
      if (total === (counts[0] as number)) return undefined
      const sortedLarge = large.slice(0, largeCount).sort()
      const histogram = createLogHistogram()
      for (let value = 0; value < SMALL; value++) {
        if (counts[value] !== 0) histogram.add(value, counts[value])
      }
      for (const value of sortedLarge) histogram.add(value)
      const median = quantile(0.5, sortedLarge)
      const p95 = quantile(0.95, sortedLarge)
      return { name, bins: histogram.bins(), median, p95, max: quantile(1, sortedLarge) }
    },
  }
}
