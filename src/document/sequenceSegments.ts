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

/** Takes bytes [from, to) as the rows of the next line; returns its place, or a negative number when it is not meant. */
export type TakeRows = (bytes: Uint8Array, from: number, to: number) => number

/** Makes rows of lines: calls `take` once for each, in their order; with nothing where it has no rows. */
export type MakeRows = (lines: AsyncIterable<Uint8Array>, take: TakeRows) => Promise<void>

export interface SequenceOptions extends SegmentOptions {
  /** Bytes of lines that are held at most, beside 12 bytes for each of them. */
  readonly room?: number | undefined
  /** Called often; what it throws ends the work. */
  readonly check?: (() => void) | undefined
  /**
   * What becomes of each line, which is held in its place: it is made again of some lines when the file is read again.
   * A byte order mark goes before, and line ends are LF then.
   */
  readonly rows?: MakeRows | undefined
}

/** With 1 GB the file is read eight times. */
const ROOM = 128 * 1024 * 1024
/** Of the lines that should fit: some are longer than most. */
const SHARE = 0.95
/** Lines of which rows are made to know how long they are, about. */
const SAMPLE_LINES = 4096
/** Bytes that are handed on at a time: as many as are packed together, so that they are not copied once more. */
const PIECE = 2 * 1024 * 1024

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
  if (options.rows) await writing.measureRows(options.rows)
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
  readonly #room: number
  /** Lines of which it is likely that they fit. */
  #usualCount: number
  readonly #places: number
  #place = 0
  #lines = 0
  #bytes = 0
  /** Of lines that became rows. */
  #read = 0

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
    this.#room = room
    this.#arena = new LineArena(room)
    this.#usualCount = this.#fitting(whole / (states.presentCount || 1))
    this.#places = sequence.length(states.addedCount)
    const isLf = options.lineEnds === 'lf' || policy.lineEnds === 'lf'
    this.#usualEnd = isUsuallyCrlf && !isLf ? CRLF : LF
    this.#skip()
  }

  get isAtEnd(): boolean {
    return this.#place === this.#places
  }

  /** Finds out how many rows fit, from the first lines of the document. */
  async measureRows(rows: MakeRows): Promise<void> {
    const sample = new LineSet()
    let count = 0
    const { order } = this.#tables
    for (let piece = 0; piece < order.pieceCount && count < SAMPLE_LINES; piece++) {
      const from = order.slot(piece)
      const to = from + order.start(piece + 1) - order.start(piece)
      for (let slot = from; slot < to && count < SAMPLE_LINES; slot++) {
        if (!this.#isWanted(slot)) continue
        sample.addSlots(slot, 1)
        count++
      }
    }
    let bytes = 0
    await rows(segmentBytes(this.#tables.source, this.#segments(sample, true)), (_, from, to) => {
      bytes += to - from
      return -1
    })
    this.#usualCount = this.#fitting(bytes / (count || 1))
  }

  #fitting(bytesOfEach: number): number {
    return Math.max(1, Math.floor((SHARE * this.#room) / (bytesOfEach || 1)))
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
    const { rows } = this.#options
    if (rows) {
      await rows(this.#linesFor(wanted), (bytes, start, end) => {
        const place = nextPlace()
        arena.add(place, bytes, start, end)
        return place
      })
      return
    }
    for await (const chunk of segmentBytes(this.#tables.source, this.#segments(wanted, false))) {
      this.#options.check?.()
      arena.push(chunk, nextPlace)
      if (arena.isTooLarge) return
    }
    arena.endLast(this.#usualEnd)
  }

  async *#linesFor(wanted: LineSet): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of segmentBytes(this.#tables.source, this.#segments(wanted, true))) {
      this.#options.check?.()
      if (this.#arena.isTooLarge) return
      this.#read += chunk.length
      yield chunk
    }
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
      bytes = bytes.subarray(0, copied.length)
      if (!this.#options.rows) bytes = this.#withoutMarks(bytes, place, copied.place)
      place = copied.place
      this.#bytes += bytes.length
      yield { kind: 'bytes', bytes }
    }
    for (let place = from; place < arena.to; place++) {
      if (this.#isWanted(this.#sequence.slotAt(place))) this.#lines++
    }
    this.#report()
  }

  #report(): void {
    this.#options.onLines?.(this.#lines, this.#options.rows ? this.#read : this.#bytes)
  }

  /** A line that is larger than all that may be held. */
  async *#writeAlone(slot: number): AsyncGenerator<Segment, void, undefined> {
    const alone = new LineSet()
    alone.addSlots(slot, 1)
    if (this.#options.rows) {
      yield* this.#writeRowsAlone(alone, this.#options.rows)
      return
    }
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
    this.#report()
  }

  async *#writeRowsAlone(alone: LineSet, rows: MakeRows): AsyncGenerator<Segment, void, undefined> {
    let bytes = new Uint8Array(0)
    await rows(segmentBytes(this.#tables.source, this.#segments(alone, true)), (all, from, to) => {
      bytes = all.slice(from, to)
      return this.#place
    })
    this.#lines++
    this.#report()
    yield { kind: 'bytes', bytes }
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
