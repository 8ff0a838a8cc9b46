// Long work goes through lines in windows of a few megabytes, so that little is in memory at once.
import type { PairRole } from '../pairLines.ts'
import { firstEntries, type PairedSources, sourcesOf } from './openPairing.ts'

/** Bytes of the lines of a window; one longer line is a window of its own. */
const WINDOW_BYTES = 2 * 1024 * 1024
const WINDOW_LINES = 4096

/** Bytes of a line that are read to look into it. What is longer is not looked into. */
export const LOOKED_INTO = 16 * 1024 * 1024

/** `globals`, ascending, in windows. */
export function* entryWindows(
  paired: PairedSources,
  side: PairRole,
  globals: Uint32Array<ArrayBuffer>,
): Generator<Uint32Array<ArrayBuffer>> {
  const lengths = byteLengths(paired, side)
  let from = 0
  let bytes = 0
  for (let i = 0; i < globals.length; i++) {
    const length = lengths(globals[i] as number)
    if (i > from && (bytes + length > WINDOW_BYTES || i - from >= WINDOW_LINES)) {
      yield globals.subarray(from, i)
      from = i
      bytes = 0
    }
    bytes += length
  }
  if (from < globals.length) yield globals.subarray(from)
}

function byteLengths(paired: PairedSources, side: PairRole): (global: number) => number {
  const sources = sourcesOf(paired, side)
  const firsts = firstEntries(sources)
  let s = 0
  return (global) => {
    // Ascending, so that the source is the same or a later one.
    while (s + 1 < sources.length && global >= (firsts[s + 1] as number)) s++
    return sources[s]?.lines.byteLengths[global - (firsts[s] as number)] ?? 0
  }
}
