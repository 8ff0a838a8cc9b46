// What was found out about lines stays true of those that a change left alone: which entry each line
// had before.
import { indexIds } from '../join/idIndex.ts'
import type { PairLines } from '../pairLines.ts'
import { countEntries, firstEntries, type OpenSource } from './openPairing.ts'
import type { ReadSource } from './readSources.ts'

/** Lines that are skipped in search of the next before an index is made of all. */
const LOOKED_AHEAD = 64

/** [entry now]: the entry before; -1 for lines that are new, and for those in `changed`. */
function entriesBefore(
  before: PairLines,
  now: PairLines,
  changed: ReadonlySet<number>,
): Int32Array<ArrayBuffer> {
  const entries = new Int32Array(now.count)
  let placeOf: ((id: number) => number) | undefined
  let next = 0
  for (let entry = 0; entry < now.count; entry++) {
    const id = now.ids[entry] as number
    if (changed.has(id)) {
      entries[entry] = -1
      continue
    }
    let found = next
    const end = Math.min(next + LOOKED_AHEAD, before.count)
    while (found < end && before.ids[found] !== id) found++
    if (found === end) {
      placeOf ??= indexIds(before.ids)
      found = placeOf(id)
    }
    if (found >= 0) next = found + 1
    entries[entry] = found
  }
  return entries
}

/** The same over the global entries of one side. */
export function globalsBefore(
  before: readonly OpenSource[],
  now: readonly ReadSource[],
): Int32Array<ArrayBuffer> {
  const globals = new Int32Array(countEntries(now.map(({ source }) => source))).fill(-1)
  const firsts = firstEntries(before)
  let first = 0
  for (const { source, before: linesBefore, changed } of now) {
    const place = before.findIndex(({ lines }) => lines === linesBefore)
    if (place >= 0 && linesBefore) {
      const added = firsts[place] as number
      entriesBefore(linesBefore, source.lines, changed).forEach((entry, i) => {
        if (entry >= 0) globals[first + i] = added + entry
      })
    }
    first += source.lines.count
  }
  return globals
}

/** Values of lines by their entries before; 0 for lines that are new or changed. */
export function carryOver<Column extends Uint8Array | Uint32Array>(
  before: Column,
  now: Column,
  entryBefore: Int32Array,
): Column {
  for (let i = 0; i < now.length; i++) {
    const place = entryBefore[i] as number
    if (place >= 0) now[i] = before[place] as number
  }
  return now
}
