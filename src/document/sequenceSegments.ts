// The lines of a view as they are to be written in another order than the document's. Lines that follow one another
// there are all over the file, and reading each by itself would take hours: the file is read front to back for as many
// rows as fit into memory, as often as it takes.
import { LineArena } from './lineArena.ts'
import type { DocumentTables } from './documentTables.ts'
import {
  changedMeanwhile,
  exportSegments,
  type Segment,
  type SegmentOptions,
} from './exportSegments.ts'
import type { LineSequence } from './lineSequence.ts'
import { LineSet } from './lineSet.ts'
import type { LineView } from './lineView.ts'
import { segmentBytes } from './segmentBytes.ts'

export interface SequenceOptions extends SegmentOptions {
  /** Bytes of lines that are held at most, beside 12 bytes for each of them. */
  readonly room?: number
  /** Called often; what it throws ends the work. */
  readonly check?: (() => void) | undefined
}

/** With 1 GB the file is read eight times. */
const ROOM = 128 * 1024 * 1024
/** Of the lines that should fit: some are longer than most. */
const SHARE = 0.95
/** Bytes that are handed on at a time. */
const PIECE = 1024 * 1024

const LF = Uint8Array.of(10)
const CRLF = Uint8Array.of(13, 10)
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * The lines of `view` in the order of the sequence, each with a line end of its own: one that has none in the file gets
 * the usual one. A byte order mark goes unless its line is still the first. Rejects as `exportSegments`.
 */
export async function* sequenceSegments(
  tables: DocumentTables,
  view: Pick<LineView, 'belongs'>,
  sequence: LineSequence,
  options: SequenceOptions,
): AsyncGenerator<Segment, void, undefined> {
  const revision = tables.contentRevision
  const writing = new SequenceRun(tables, view, sequence, options)
  while (!writing.isAtEnd) {
    for await (const segment of writing.next()) yield segment
    if (tables.contentRevision !== revision) throw changedMeanwhile()
  }
}

class SequenceRun {
  readonly #tables: DocumentTables
  readonly #belongs: Uint8Array
  readonly #sequence: LineSequence
  readonly #options: SequenceOptions
  readonly #arena: LineArena
  readonly #usualEnd: Uint8Array<ArrayBuffer>
  /** Lines of which it is likely that they fit. */
  readonly #usualCount: number
  readonly #places: number
  #place = 0
  #lines = 0
  #bytes = 0

  constructor(
    tables: DocumentTables,
    view: Pick<LineView, 'belongs'>,
    sequence: LineSequence,
    options: SequenceOptions,
  ) {
    this.#tables = tables
    this.#belongs = view.belongs
    this.#sequence = sequence
    this.#options = options
    const { contentBytes, states, policy, isUsuallyCrlf } = tables
    const whole = contentBytes + CRLF.length * states.presentCount
    const room = Math.min(options.room ?? ROOM, 2 * whole)
    this.#arena = new LineArena(room)
    this.#usualCount = Math.max(1, Math.floor((SHARE * room * states.presentCount) / (whole || 1)))
    this.#places = sequence.length(states.addedCount)
    const isLf = options.lineEnds === 'lf' || policy.lineEnds === 'lf'
    this.#usualEnd = isUsuallyCrlf && !isLf ? CRLF : LF
    this.#skip()
  }

  get isAtEnd(): boolean {
    return this.#place === this.#places
  }

  /** The next lines, one at least. */
  async *next(): AsyncGenerator<Segment, void, undefined> {
    const from = this.#place
    const wanted = new LineSet()
    let to = from
    for (let count = 0; to < this.#places && count < this.#usualCount; to++) {
      const slot = this.#sequence.slotAt(to)
      if (!this.#isWanted(slot)) continue
      wanted.addSlots(slot, 1)
      count++
    }
    await this.#collect(wanted, from, to)
    const { isTooLarge } = this.#arena
    if (isTooLarge) yield* this.#writeAlone(this.#sequence.slotAt(from))
    else yield* this.#write(from)
    this.#place = this.#arena.to
    this.#skip()
  }

  async #collect(wanted: LineSet, from: number, to: number): Promise<void> {
    const arena = this.#arena
    arena.begin(from, to)
    const nextSlot = eachInOrder(this.#tables, wanted)
    const nextPlace = (): number => this.#sequence.placeOf(nextSlot())
    for await (const chunk of segmentBytes(this.#tables.source, this.#segments(wanted, false))) {
      this.#options.check?.()
      arena.push(chunk, nextPlace)
      if (arena.isTooLarge) return
    }
    arena.endLast(this.#usualEnd)
  }

  *#write(from: number): Generator<Segment, void, undefined> {
    const arena = this.#arena
    for (let place = from; place < arena.to; ) {
      let bytes = new Uint8Array(Math.max(PIECE, arena.lineAt(place).length))
      const copied = arena.copyTo(bytes, place)
      if (copied.length === 0) {
        place = copied.place
        continue
      }
      bytes = this.#withoutMarks(bytes.subarray(0, copied.length), place, copied.place)
      place = copied.place
      this.#bytes += bytes.length
      yield { kind: 'bytes', bytes }
    }
    for (let place = from; place < arena.to; place++) {
      if (this.#isWanted(this.#sequence.slotAt(place))) this.#lines++
    }
    this.#options.onLines?.(this.#lines, this.#bytes)
  }

  /** A line that is larger than all that may be held. */
  async *#writeAlone(slot: number): AsyncGenerator<Segment, void, undefined> {
    const alone = new LineSet()
    alone.addSlots(slot, 1)
    const isFirst = this.#lines === 0
    const dropsMark = isFirst ? this.#options.dropByteOrderMark : slot === 0
    for await (const segment of this.#segments(alone, dropsMark)) {
      this.#options.check?.()
      this.#bytes += segment.kind === 'bytes' ? segment.bytes.length : segment.to - segment.from
      yield segment
    }
    const { unterminatedSlot, mayEndUnterminated } = this.#tables
    const isOpen = slot === unterminatedSlot && mayEndUnterminated
    if (isOpen && this.#options.lineEnds === 'keep') {
      this.#bytes += this.#usualEnd.length
      yield { kind: 'bytes', bytes: this.#usualEnd }
    }
    this.#lines++
    this.#options.onLines?.(this.#lines, this.#bytes)
  }

  #segments(only: LineSet, dropByteOrderMark: boolean): AsyncGenerator<Segment, void, undefined> {
    const { lineEnds } = this.#options
    const view = { belongs: this.#belongs }
    return exportSegments(this.#tables, view, { lineEnds, dropByteOrderMark, only })
  }

  /** A mark can begin the file, or what is written. `bytes`: the lines of places [from, to). */
  #withoutMarks(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): Uint8Array<ArrayBuffer> {
    const drops = this.#options.dropByteOrderMark
    const isStart = this.#bytes === 0
    const head = this.#sequence.placeOf(0)
    const rest = drops && isStart ? withoutMarkAt(bytes, 0) : bytes
    const hasHead = head >= from && head < to && this.#arena.lineAt(head).length > 0
    if (!hasHead || (isStart && this.#isFirst(head))) return rest
    let at = rest.length - bytes.length
    for (let place = from; place < head; place++) at += this.#arena.lineAt(place).length
    return withoutMarkAt(rest, at)
  }

  #isFirst(place: number): boolean {
    for (let before = 0; before < place; before++) {
      if (this.#isWanted(this.#sequence.slotAt(before))) return false
    }
    return true
  }

  #isWanted(slot: number): boolean {
    const { states } = this.#tables
    if (this.#belongs[states.word(slot)] !== 1) return false
    return this.#options.only?.hasSlot(slot) !== false
  }

  /** To the next place that is wanted. */
  #skip(): void {
    while (this.#place < this.#places && !this.#isWanted(this.#sequence.slotAt(this.#place))) {
      this.#place++
    }
  }
}

/** The next line of the document that is wanted, at each call; as many are asked for as there are. */
function eachInOrder({ order }: DocumentTables, wanted: LineSet): () => number {
  let piece = -1
  let slot = 0
  let end = 0
  return () => {
    while (true) {
      for (; slot < end; slot++) if (wanted.hasSlot(slot)) return slot++
      piece++
      slot = order.slot(piece)
      end = slot + order.start(piece + 1) - order.start(piece)
    }
  }
}

function withoutMarkAt(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  if (!BYTE_ORDER_MARK.every((byte, i) => bytes[at + i] === byte)) return bytes
  bytes.copyWithin(at, at + BYTE_ORDER_MARK.length)
  return bytes.subarray(0, bytes.length - BYTE_ORDER_MARK.length)
}
