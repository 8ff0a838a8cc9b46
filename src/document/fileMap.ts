// The whole document as a strip of cells: what there is among the lines of each cell, in one pass over
// the state words.
import type { DocumentTables } from './documentTables.ts'
import { DELETED_BIT, WORD_LIMIT } from './lineStates.ts'
import { membershipOf } from './lineView.ts'
import type { LineView, ViewKind } from './lineView.ts'

/** Lines of `kind` set `bits` (1 to 255) in their cell. */
export interface MapClass {
  readonly bits: number
  readonly kind: ViewKind
}

/**
 * [cell]: the bits of its lines, together. Cell c shows the lines from `floor(c * lines / cells)` on,
 * up to the next cell's; with fewer lines than cells each line fills several.
 */
export function createFileMap(
  tables: DocumentTables,
  all: LineView,
  cells: number,
  classes: readonly MapClass[],
): Uint8Array {
  const map = new Uint8Array(cells)
  const lines = all.count
  if (lines === 0) return map
  const bitsOf = bitsByWord(classes)
  if (lines <= cells) {
    for (let cell = 0; cell < cells; cell++) {
      const position = all.positionAt(Math.floor((cell * lines) / cells))
      if (position === undefined) continue
      map[cell] = bitsOf[tables.states.word(tables.order.slotAt(position))] as number
    }
    return map
  }
  const [same, ...others] = new Set(tables.states.possibleWords().map((word) => bitsOf[word]))
  if (same !== undefined && others.length === 0) return map.fill(same)
  // The index of the first line of the next cell, and how far the pass has come.
  let cell = 0
  let cellTo = Math.floor(lines / cells)
  let index = 0
  let bits = 0
  const next = () => {
    map[cell++] = bits
    bits = 0
    cellTo = Math.floor(((cell + 1) * lines) / cells)
  }
  const hasDeleted = lines !== tables.order.length
  tables.forEachStretch(0, tables.order.length, (words, start, count) => {
    for (let i = 0; i < count; ) {
      if (index === cellTo) next()
      const run = Math.min(count - i, cellTo - index)
      let seen = 0
      let deleted = 0
      for (let at = start + i; at < start + i + run; at++) {
        const word = words[at] as number
        seen |= bitsOf[word] as number
        if (hasDeleted) deleted += (word & DELETED_BIT) >>> 14
      }
      bits |= seen
      index += run - deleted
      i += run
    }
  })
  map[cell] = bits
  return map
}

function bitsByWord(classes: readonly MapClass[]): Uint8Array {
  const bitsOf = new Uint8Array(WORD_LIMIT)
  for (const { bits, kind } of classes) {
    const belongs = membershipOf(kind)
    for (let word = 0; word < WORD_LIMIT; word++) {
      if (belongs[word] === 1) bitsOf[word] = (bitsOf[word] as number) | bits
    }
  }
  return bitsOf
}
