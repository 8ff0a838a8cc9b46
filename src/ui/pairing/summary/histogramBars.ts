// Bins put together to bars that are wide enough to be pressed.
import type { Bin } from '../../../pairing/distribution.ts'

export interface Bar extends Bin {
  /** Of the highest bar, 0 to 1; a bar that is not empty can be seen. */
  readonly height: number
}

/** Below this height a bar could not be told from an empty one. */
const LOWEST = 0.06

/**
 * At most `maxBars` adjoining bars, each of as many neighbouring bins. `bins` adjoin, so that bars are
 * exact filters too.
 */
export function histogramBars(bins: readonly Bin[], maxBars: number): readonly Bar[] {
  const size = Math.max(1, Math.ceil(bins.length / maxBars))
  const joined: Bin[] = []
  for (let at = 0; at < bins.length; at += size) {
    const part = bins.slice(at, at + size)
    const first = part[0] as Bin
    const last = part[part.length - 1] as Bin
    const count = part.reduce((sum, bin) => sum + bin.count, 0)
    joined.push({ from: first.from, to: last.to, count })
  }
  const highest = joined.reduce((most, { count }) => Math.max(most, count), 1)
  return joined.map((bin) => ({
    ...bin,
    height: bin.count === 0 ? 0 : Math.max(LOWEST, bin.count / highest),
  }))
}
