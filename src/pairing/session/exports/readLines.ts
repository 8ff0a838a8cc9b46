// Reads the lines of one side of many rows. They are asked for in the order of their files, a few
// megabytes at a time: each part of a file is read once, and what crosses threads at a time is small.
import { sourceLineOf, sourceAt } from '../../join/sideLines.ts'
import type { OpenPairing, OpenSource } from '../openPairing.ts'
import { readEntries, sourcesOf } from '../openPairing.ts'

/** Bytes of lines that are asked for at once; a longer line is asked for alone. */
const ASKED_BYTES = 8 * 1024 * 1024

export interface ReadLine {
  readonly bytes: Uint8Array
  readonly source: OpenSource
}

export interface LineReadOptions {
  readonly isStopped: () => boolean
  /** For tests. */
  readonly askedBytes?: number | undefined
}

/**
 * [i]: the line of rows[i]; undefined where there is none, or it is deleted. `globalOf`: by row.
 * Ends early, with lines missing, when `isStopped`. Throws `PairingFailure`.
 */
export async function readLines(
  pairing: OpenPairing,
  side: 'requests' | 'answers',
  rows: Uint32Array,
  globalOf: Int32Array,
  { isStopped, askedBytes = ASKED_BYTES }: LineReadOptions,
): Promise<(ReadLine | undefined)[]> {
  const sources = sourcesOf(pairing, side)
  const sideLines = pairing.pairs[side]
  const read: (ReadLine | undefined)[] = Array.from(rows, () => undefined)
  const globalAt = (place: number) => globalOf[rows[place] as number] as number
  const places = Uint32Array.from(rows, (_, place) => place)
    .filter((place) => globalAt(place) >= 0)
    .sort((a, b) => globalAt(a) - globalAt(b))

  const lengthAt = (place: number): number => {
    const global = globalAt(place)
    const { lines, entry } =
      side === 'requests'
        ? sourceLineOf(pairing.pairs.requests, global)
        : sourceLineOf(pairing.pairs.answers, global)
    return lines.byteLengths[entry] as number
  }

  let from = 0
  while (from < places.length && !isStopped()) {
    let to = from
    let bytes = 0
    while (to < places.length) {
      bytes += lengthAt(places[to] as number)
      if (to > from && bytes > askedBytes) break
      to++
    }
    const asked = places.subarray(from, to)
    const contents = await readEntries(pairing, side, Array.from(asked, globalAt))
    for (const [i, place] of asked.entries()) {
      const content = contents[i]
      if (!content || content.line === 0) continue
      const source = sources[sourceAt(sideLines, globalAt(place))] as OpenSource
      read[place] = { bytes: content.bytes, source }
    }
    from = to
  }
  return read
}
