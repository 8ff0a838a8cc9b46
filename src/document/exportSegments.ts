// The document, or the lines of a view, as it is to be written: ranges of the file where lines are as
// they were, as long as possible, and bytes where they are not. Reads only blocks of lines that are
// partly wanted. What becomes of the segments (Blob parts, writes to a file) is packSegments' and the
// exporters' affair.
import { failureOf } from '../base/failures.ts'
import type { ByteOffset } from '../base/units.ts'
import { msg } from '../i18n/message.ts'
import type { LoadedBlock } from './blockReader.ts'
import { contentEndOf } from './blockReader.ts'
import { ReadFailure } from './byteSource.ts'
import type { DocumentTables } from './documentTables.ts'
import type { LineSet } from './lineSet.ts'
import { ADDED_SLOT } from './lineSlot.ts'
import { CHUNK_BITS, CRLF_BIT, EDITED_BIT, WORD_LIMIT } from './lineStates.ts'
import type { LineView } from './lineView.ts'
import { SegmentWriter } from './segmentWriter.ts'

export type Segment =
  /** Bytes [from, to) of the file. */
  | { readonly kind: 'source'; readonly from: ByteOffset; readonly to: ByteOffset }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }

export interface SegmentOptions {
  /** `keep`: as in the file; `lf`: LF after every line, the last included. */
  readonly lineEnds: 'keep' | 'lf'
  readonly dropByteOrderMark: boolean
  /** Of the lines of the view only these; all of them when absent. */
  readonly only?: LineSet | undefined
  /** Called on the way with the lines of the view so far, and their bytes as they are written. */
  readonly onLines?: ((lines: number, bytes: number) => void) | undefined
}

/** What to do with a line, by its word. */
const SKIP = 0
const AS_IN_FILE = 1
const REWRITE = 2

/** Blocks read ahead at most when one after the other is needed: 2 MiB. */
const READ_AHEAD = 32
/** A longer block is one huge line, which is never read here. */
const HUGE_BLOCK = 128 * 1024

const IN_CHUNK = (1 << CHUNK_BITS) - 1

const NOTHING = new Uint8Array(0)
const LF = Uint8Array.of(10)
const CRLF = Uint8Array.of(13, 10)
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * The lines of `view` in document order. Every line but the last ends with a line end; the last has
 * none only if it had none in the file and line ends are kept. Rejects with ReadFailure, also when
 * the document changes meanwhile.
 */
export async function* exportSegments(
  tables: DocumentTables,
  view: Pick<LineView, 'belongs'>,
  options: SegmentOptions,
): AsyncGenerator<Segment, void, undefined> {
  const run = new ExportRun(tables, view, options)
  const revision = tables.contentRevision
  for (let piece = 0; piece < tables.order.pieceCount; piece++) {
    const length = tables.order.start(piece + 1) - tables.order.start(piece)
    const from = tables.order.slot(piece)
    let slot = from
    while (slot < from + length) {
      slot = await run.writeSome(slot, from + length)
      options.onLines?.(run.lines, run.writer.byteLength)
      for (const segment of run.writer.take()) yield segment
      if (tables.contentRevision !== revision) throw changedMeanwhile()
    }
  }
  run.finish()
  options.onLines?.(run.lines, run.writer.byteLength)
  yield* run.writer.take()
}

class ExportRun {
  readonly writer = new SegmentWriter()
  /** Lines of the view so far. */
  lines = 0
  readonly #tables: DocumentTables
  readonly #isLf: boolean
  readonly #addsFinalNewline: boolean
  readonly #dropsMark: boolean
  readonly #only: LineSet | undefined
  /** [word]: SKIP, AS_IN_FILE or REWRITE. */
  readonly #whatToDo: Uint8Array
  readonly #usualEnd: Uint8Array
  #isFirst = true
  /** The line written last still lacks its line end. */
  #owesLineEnd = false
  /** That line is empty: without a line end it would be no line. */
  #isOwedForEmpty = false
  #lastLoaded = -2
  #ahead = 1

  constructor(tables: DocumentTables, view: Pick<LineView, 'belongs'>, options: SegmentOptions) {
    this.#tables = tables
    this.#isLf = options.lineEnds === 'lf' || tables.policy.lineEnds === 'lf'
    this.#addsFinalNewline = this.#isLf || tables.policy.finalNewline === 'add'
    this.#dropsMark = options.dropByteOrderMark
    this.#only = options.only
    this.#usualEnd = tables.isUsuallyCrlf && !this.#isLf ? CRLF : LF
    this.#whatToDo = new Uint8Array(WORD_LIMIT)
    for (let word = 0; word < WORD_LIMIT; word++) {
      if (view.belongs[word] === 0) continue
      const isRewritten = (word & EDITED_BIT) !== 0 || (this.#isLf && (word & CRLF_BIT) !== 0)
      this.#whatToDo[word] = isRewritten ? REWRITE : AS_IN_FILE
    }
  }

  /** Writes lines of a run of slots from `slot` on; returns the first that it has not come to. */
  async writeSome(slot: number, to: number): Promise<number> {
    if (slot >= ADDED_SLOT) return this.#writeAdded(slot, to)
    const { index } = this.#tables
    const block = index.blockOfLine(slot)
    const blockFrom = index.firstLine(block)
    const blockTo = index.firstLine(block + 1)
    const end = Math.min(to, blockTo)
    const actions = this.#actionsIn(slot, end)
    if (actions === 1 << SKIP) return end
    if (blockTo - blockFrom === 1) {
      await this.#writeLonelyLine(slot, block)
    } else if (actions === 1 << AS_IN_FILE && slot === blockFrom && end === blockTo) {
      this.#beginLine()
      this.writer.source(index.offset(block), index.offset(block + 1))
      this.#owesLineEnd = end - 1 === this.#tables.unterminatedSlot
    } else {
      this.#writeBlockLines(await this.#load(block), slot, end)
    }
    return end
  }

  finish(): void {
    const isNeeded = this.#addsFinalNewline || this.#isOwedForEmpty
    if (this.#owesLineEnd && isNeeded) this.writer.bytes(this.#usualEnd)
    this.writer.finish()
  }

  /** The set of what is to be done with lines [from, to), as bits; counts those of the view. */
  #actionsIn(from: number, to: number): number {
    if (this.#only) {
      const chosen = this.#only.countOriginal(from, to)
      if (chosen === 0) return 1 << SKIP
      if (chosen < to - from) return this.#actionsOfEach(from, to)
    }
    return this.#mayHaveMark(from) ? this.#actionsOfEach(from, to) : this.#actionsOfWords(from, to)
  }

  /** Of lines of which none is left out, and none may begin with a byte order mark: tens of times as fast. */
  #actionsOfWords(from: number, to: number): number {
    const whatToDo = this.#whatToDo
    let actions = 0
    let skipped = 0
    for (let slot = from; slot < to; ) {
      const words = this.#tables.states.chunkOf(slot)
      const start = slot & IN_CHUNK
      const end = Math.min(words.length, start + to - slot)
      for (let i = start; i < end; i++) {
        const action = whatToDo[words[i] as number] as number
        actions |= 1 << action
        if (action === SKIP) skipped++
      }
      slot += end - start
    }
    this.lines += to - from - skipped
    return actions
  }

  #actionsOfEach(from: number, to: number): number {
    let actions = 0
    let lines = 0
    for (let slot = from; slot < to; slot++) {
      const action = this.#actionOf(slot)
      actions |= 1 << action
      if (action !== SKIP) lines++
    }
    this.lines += lines
    return actions
  }

  #actionOf(slot: number): number {
    if (this.#only?.hasSlot(slot) === false) return SKIP
    const action = this.#whatToDo[this.#tables.states.word(slot)] as number
    return action === AS_IN_FILE && this.#mayHaveMark(slot) ? REWRITE : action
  }

  #beginLine(): void {
    if (this.#owesLineEnd) this.writer.bytes(this.#usualEnd)
    this.#owesLineEnd = false
    this.#isFirst = false
  }

  #endLine(slot: number, isEmpty: boolean): void {
    if (slot === this.#tables.unterminatedSlot) {
      this.#owesLineEnd = true
      this.#isOwedForEmpty = isEmpty
      return
    }
    const isCrlf = !this.#isLf && (this.#tables.states.word(slot) & CRLF_BIT) !== 0
    this.writer.bytes(isCrlf ? CRLF : LF)
  }

  /** A byte order mark can begin the file, or what is written. */
  #mayHaveMark(slot: number): boolean {
    return this.#dropsMark && (slot === 0 || this.#isFirst)
  }

  /** The place after the byte order mark, where there is one that is to go. */
  #markEnd(slot: number, bytes: Uint8Array): number {
    const isMark = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)
    return isMark && this.#mayHaveMark(slot) ? BYTE_ORDER_MARK.length : 0
  }

  #writeAdded(from: number, to: number): number {
    const { arena } = this.#tables
    let slot = from
    for (; slot < to && !this.writer.isFull; slot++) {
      if (this.#actionOf(slot) === SKIP) continue
      const { inserted } = arena.read(this.#tables.contentRef(slot))
      this.lines++
      const start = this.#markEnd(slot, inserted)
      this.#beginLine()
      this.writer.bytes(start === 0 ? inserted : inserted.subarray(start))
      this.#endLine(slot, false)
    }
    return slot
  }

  #writeBlockLines(block: LoadedBlock, from: number, to: number): void {
    const { offset, bytes, starts, firstLine } = block
    for (let slot = from; slot < to; ) {
      const action = this.#actionOf(slot)
      const start = starts[slot - firstLine] as number
      if (action === AS_IN_FILE) {
        const runFrom = slot
        while (slot < to && this.#actionOf(slot) === AS_IN_FILE) slot++
        const end = starts[slot - firstLine] as number
        this.#beginLine()
        const loaded = bytes.subarray(start, end)
        this.writer.source(offset + (starts[runFrom - firstLine] as number), offset + end, loaded)
        this.#owesLineEnd = slot - 1 === this.#tables.unterminatedSlot
        continue
      }
      if (action === REWRITE) {
        const end = contentEndOf(bytes, start, starts[slot - firstLine + 1] as number)
        this.#writeChanged(slot, offset + start, end - start, bytes.subarray(start, end), true)
      }
      slot++
    }
  }

  /** A line that has a block of its own, and may be huge. */
  async #writeLonelyLine(slot: number, block: number): Promise<void> {
    const { index, reader, states, unterminatedSlot } = this.#tables
    const from = index.offset(block)
    const to = index.offset(block + 1)
    if (this.#actionOf(slot) === AS_IN_FILE) {
      this.#beginLine()
      this.writer.source(from, to)
      this.#owesLineEnd = slot === unterminatedSlot
      return
    }
    const isCrlf = (states.word(slot) & CRLF_BIT) !== 0
    const lineEnd = slot === unterminatedSlot ? 0 : isCrlf ? 2 : 1
    const length = to - from - lineEnd
    const head = this.#mayHaveMark(slot)
      ? await reader.readPart(block, 0, Math.min(length, BYTE_ORDER_MARK.length))
      : NOTHING
    this.#writeChanged(slot, from, length, head, false)
  }

  /**
   * A line of the file with another content or another line end. `original` is its content in the
   * file, or, when not `isWhole`, the beginning of it that is long enough for a byte order mark.
   */
  #writeChanged(
    slot: number,
    from: ByteOffset,
    length: number,
    original: Uint8Array,
    isWhole: boolean,
  ): void {
    const ref = this.#tables.contentRef(slot)
    const stored = ref === 0 ? undefined : this.#tables.arena.read(ref)
    const prefix = stored ? stored.prefix : length
    const inserted = stored ? stored.inserted : NOTHING
    const suffix = stored ? stored.suffix : 0
    const markEnd = this.#markEnd(slot, prefix > 0 ? original : inserted)
    const start = prefix === 0 || prefix >= markEnd ? markEnd : 0
    this.#beginLine()
    if (prefix > 0) {
      const head = isWhole ? original.subarray(start, prefix) : undefined
      this.writer.source(from + start, from + prefix, head)
    }
    this.writer.bytes(prefix > 0 ? inserted : inserted.subarray(start))
    if (suffix > 0) {
      const tail = isWhole ? original.subarray(length - suffix) : undefined
      this.writer.source(from + length - suffix, from + length, tail)
    }
    this.#endLine(slot, prefix + inserted.length + suffix === start)
  }

  async #load(block: number): Promise<LoadedBlock> {
    const { index, reader } = this.#tables
    if (block !== this.#lastLoaded) {
      this.#ahead = block === this.#lastLoaded + 1 ? Math.min(READ_AHEAD, this.#ahead * 2) : 1
    }
    this.#lastLoaded = block
    const cached = reader.peek(block)
    if (cached) return cached
    const blocks = [block]
    for (let next = block + 1; next < block + this.#ahead && next < index.blockCount; next++) {
      if (index.offset(next + 1) - index.offset(next) > HUGE_BLOCK) break
      blocks.push(next)
    }
    const loaded = (await reader.load(blocks)).get(block)
    if (!loaded) throw new Error('Bug: block was not loaded')
    return loaded
  }
}

/** Lines are not those any more that were to be written. */
export function changedMeanwhile(): ReadFailure {
  return new ReadFailure(
    failureOf(
      'document-changed',
      msg('The document changed while it was being written. Start again.'),
    ),
  )
}
