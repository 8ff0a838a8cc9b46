// Everything that makes up a document's present state, as the parts of this room share it. Only
// jsonlDocument and changeRecord write; views, readers and exports read.
import { assert } from '../base/assert.ts'
import { lineId } from '../base/units.ts'
import { BlockReader } from './blockReader.ts'
import type { ByteSource } from './byteSource.ts'
import { ContentArena } from './contentArena.ts'
import { LineOffsets } from './lineIndex.ts'
import { LineOrder } from './lineOrder.ts'
import type { LineRuns } from './lineOrder.ts'
import { ADDED_SLOT, slotOf } from './lineSlot.ts'
import { CHUNK_BITS, LineStates, MATCH_BIT, withFindingSet } from './lineStates.ts'
import { SparseNumbers } from './sparseNumbers.ts'

/**
 * What ends the lines of the document when it is written.
 * - `lineEnds`: `keep` = as in the file, added lines as most of the file; `lf` = LF everywhere
 * - `finalNewline`: `keep` = a last line that has no line end in the file gets none; `add` = it does
 */
export interface LineEndPolicy {
  readonly lineEnds: 'keep' | 'lf'
  readonly finalNewline: 'keep' | 'add'
}

/** Keeps something that depends on the words of lines. */
export interface WordWatcher {
  /** The word of the line at `position`, or after it, went from `before` to `after`. */
  touch(position: number, before: number, after: number): void
  /** Anything may be different from `position` on. */
  touchFrom(position: number): void
  /** From now on nothing is told. */
  unwatch(): void
}

/** Views whose counts are kept up to date; telling them costs some nanoseconds a changed line. */
const WATCHER_LIMIT = 12

export class DocumentTables {
  readonly source: ByteSource
  readonly index = new LineOffsets()
  readonly states = new LineStates()
  readonly order = new LineOrder()
  readonly arena = new ContentArena()
  readonly reader: BlockReader
  /** contentRef of changed lines of the file, by line. */
  readonly originalRefs = new SparseNumbers()
  /** contentRef of added lines, by `slot - ADDED_SLOT`. */
  readonly addedRefs = new SparseNumbers()
  /** Bytes of all lines in the document, line ends not counted. */
  contentBytes = 0
  policy: LineEndPolicy = { lineEnds: 'keep', finalNewline: 'keep' }
  /** The line at the end of the file that has no line end; -1 when there is none. */
  unterminatedSlot = -1
  /** Whether most lines of the file end with CR LF. Settled when reading has finished. */
  isUsuallyCrlf = false
  isReading = true
  /** Rises with every change of content or order of the lines. */
  contentRevision = 0
  /** Rises when finding sets were replaced as a whole: those in older changes mean nothing any more. */
  findingSetEpoch = 0
  readonly #views = new Set<WordWatcher>()

  constructor(source: ByteSource) {
    this.source = source
    this.reader = new BlockReader(source, this.index)
  }

  /** Whether the line at the end of the file would get no line end if it were the last. */
  get mayEndUnterminated(): boolean {
    const { unterminatedSlot, policy } = this
    if (unterminatedSlot < 0 || policy.lineEnds === 'lf' || policy.finalNewline === 'add') {
      return false
    }
    // An empty line without a line end would be no line: it gets one.
    const ref = this.contentRef(unterminatedSlot)
    return ref === 0 || this.arena.read(ref).byteLength > 0
  }

  /** 0 for a line that is as in the file. */
  contentRef(slot: number): number {
    return slot < ADDED_SLOT ? this.originalRefs.get(slot) : this.addedRefs.get(slot - ADDED_SLOT)
  }

  setContentRef(slot: number, ref: number): void {
    if (slot < ADDED_SLOT) this.originalRefs.set(slot, ref)
    else this.addedRefs.set(slot - ADDED_SLOT, ref)
  }

  /** `view` is told of changes until it is told that it no longer is: the oldest go first. */
  watch(view: WordWatcher): void {
    this.#views.add(view)
    if (this.#views.size <= WATCHER_LIMIT) return
    const [oldest] = this.#views
    if (!oldest) return
    this.#views.delete(oldest)
    oldest.unwatch()
  }

  stopWatching(view: WordWatcher): void {
    if (this.#views.delete(view)) view.unwatch()
  }

  /** Changes the word of a line, and the counts with it. */
  writeWord(slot: number, word: number): void {
    const before = this.states.word(slot)
    if (before === word) return
    this.states.write(slot, word)
    if (this.#views.size === 0) return
    const position = this.order.isQuickToSearch ? this.order.positionOf(slot) : 0
    // A line without a place is in no view.
    if (position === undefined) return
    for (const view of this.#views) view.touch(position, before, word)
  }

  /** Marks lines of the file that match: `places` counted from line `firstLine`, 0-based. */
  addMatches(firstLine: number, places: Uint32Array): void {
    for (const place of places) {
      const slot = firstLine + place
      this.writeWord(slot, this.states.word(slot) | MATCH_BIT)
    }
  }

  /** JsonlDocument.replaceFindingSets. */
  replaceFindingSets(findingSets: ArrayLike<number>, changed: ReadonlyMap<number, number>): void {
    const { states } = this
    assert(findingSets.length === states.originalCount, 'one findingSet for each line of the file')
    for (let slot = 0; slot < findingSets.length; slot++) {
      this.writeWord(slot, withFindingSet(states.word(slot), findingSets[slot] as number))
    }
    for (const [id, findingSet] of changed) {
      const slot = slotOf(lineId(id))
      this.writeWord(slot, withFindingSet(states.word(slot), findingSet))
    }
    this.findingSetEpoch++
  }

  /** Changes the order as LineOrder.apply does. */
  applyOrder(removed: LineRuns, inserted: LineRuns): void {
    if (removed.slots.length + inserted.slots.length === 0) return
    this.order.apply(removed, inserted)
    const from = Math.min(
      removed.positions[0] ?? Number.POSITIVE_INFINITY,
      inserted.positions[0] ?? Number.POSITIVE_INFINITY,
    )
    for (const view of this.#views) view.touchFrom(from)
  }

  /** Says that any word may have changed. */
  touchAll(): void {
    for (const view of this.#views) view.touchFrom(0)
  }

  /**
   * Calls `visit` for the stretches of positions [from, to) whose words are neighbours in memory, in
   * order: word of position p is words[start + (p - position)], for `count` positions. Stops when
   * `visit` returns true.
   */
  forEachStretch(
    from: number,
    to: number,
    visit: (
      words: Uint16Array,
      start: number,
      count: number,
      position: number,
      slot: number,
    ) => boolean | void,
  ): void {
    if (from >= to) return
    const { order, states } = this
    let piece = order.pieceAt(from)
    let position = from
    while (position < to) {
      const end = Math.min(to, order.start(piece + 1))
      let slot = order.slot(piece) + (position - order.start(piece))
      while (position < end) {
        const start = slot & ((1 << CHUNK_BITS) - 1)
        const count = Math.min(end - position, (1 << CHUNK_BITS) - start)
        if (visit(states.chunkOf(slot), start, count, position, slot) === true) return
        position += count
        slot += count
      }
      piece++
    }
  }
}
