// The file as lines: what was read, what was changed, and every way to ask for it. Ties the tables of
// this room together; what a line means is the session's affair.
//
// Everything but reading contents is synchronous. A line has an id for good; its index moves.
import { assert } from '../base/assert.ts'
import { isAddedLine } from '../base/units.ts'
import type { ByteOffset, LineId, LineIndex } from '../base/units.ts'
import type { ByteSource } from './byteSource.ts'
import { ChangeBuilder } from './changeBuilder.ts'
import { ChangeHistory } from './changeHistory.ts'
import type { StateChanges } from './changeRecord.ts'
import { readContents, readOriginals } from './contentReader.ts'
import type { LineContent, ReadOptions } from './contentReader.ts'
import { DocumentTables } from './documentTables.ts'
import type { LineEndPolicy } from './documentTables.ts'
import type { LineBatch } from './lineIndex.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'
import {
  CRLF_BIT,
  DELETED_BIT,
  EDITED_BIT,
  MATCH_BIT,
  OUTCOME_LIMIT,
  OUTCOME_MASK,
} from './lineStates.ts'
import { LineView } from './lineView.ts'
import type { ViewKind } from './lineView.ts'

/** Bits of the flags of scanned lines that matter here; others are ignored. */
export const SCANNED_LINE_FLAGS = {
  /** The line ends with CR LF. */
  crlf: 1,
  /** The last line of the file, and no LF ends it. */
  noFinalLf: 2,
} as const

/** Views by outcomes that are found again when asked for again. */
const KEPT_VIEWS = 8

/** A stretch of the file that starts with a line and holds whole lines. */
export interface FileBlock {
  readonly firstLine: LineId
  readonly from: ByteOffset
  readonly to: ByteOffset
}

export class JsonlDocument {
  /** For the exports, which read it. */
  readonly tables: DocumentTables
  readonly #all: LineView
  readonly #edited: LineView
  readonly #matches: LineView
  /** The one used last is last. */
  readonly #byOutcomes: { readonly members: Uint8Array; readonly view: LineView }[] = []
  readonly #history = new ChangeHistory()
  #revision = 0
  #hasOpenChange = false

  constructor(source: ByteSource) {
    this.tables = new DocumentTables(source)
    this.#all = new LineView(this.tables, { kind: 'all' })
    this.#edited = new LineView(this.tables, { kind: 'edited' }, this.#all)
    this.#matches = new LineView(this.tables, { kind: 'matches' }, this.#all)
  }

  /** Rises with everything that can be seen: lines read, contents, order, outcomes, matches. */
  get revision(): number {
    return this.#revision
  }

  /** Rises when contents, order or line ends change, and while lines are read. */
  get contentRevision(): number {
    return this.tables.contentRevision
  }

  get lineCount(): number {
    return this.tables.states.presentCount
  }

  /** Lines of the file that have been read. */
  get originalLineCount(): number {
    return this.tables.index.lineCount
  }

  /** Bytes of the document as it would be exported with its line ends kept. */
  get byteLength(): number {
    const { states, contentBytes, policy } = this.tables
    const crlf = policy.lineEnds === 'keep' ? states.crlfCount : 0
    const lineEnds = states.presentCount + crlf
    const isCrlf = this.tables.isUsuallyCrlf && policy.lineEnds === 'keep'
    return contentBytes + lineEnds - (this.#endsUnterminated() ? (isCrlf ? 2 : 1) : 0)
  }

  /** Lines that differ from the file, added ones included; deleted and moved ones do not count. */
  get editedCount(): number {
    return this.tables.states.editedCount
  }

  get matchCount(): number {
    return this.tables.states.matchCount
  }

  /** Whether it differs from what was opened, or last passed to `markSaved`. */
  get isDirty(): boolean {
    return this.#history.isDirty
  }

  get isReading(): boolean {
    return this.tables.isReading
  }

  get lineEndPolicy(): LineEndPolicy {
    return this.tables.policy
  }

  /** Whether most lines of the file end with CR LF, which added lines then do too. */
  get isUsuallyCrlf(): boolean {
    return this.tables.isUsuallyCrlf
  }

  /**
   * Adds lines that were read, in file order. `outcomes` and `flags` are by line of the batch; of
   * `flags` only SCANNED_LINE_FLAGS matter. Nothing that is passed in is kept.
   */
  appendScanned(batch: LineBatch, outcomes: ArrayLike<number>, flags: ArrayLike<number>): void {
    const { index, states, order } = this.tables
    const { count } = batch
    if (count === 0) return
    assert(this.tables.isReading, 'lines after the end of reading')
    assert(this.tables.unterminatedSlot < 0, 'a line after one without a line end')
    const first = index.lineCount
    const crlfBefore = states.crlfCount
    const bytesBefore = index.byteLength
    index.append(batch)
    states.appendOriginal(count, outcomes, flags, SCANNED_LINE_FLAGS.crlf)
    order.appendOriginals(first, count)
    const crlf = states.crlfCount - crlfBefore
    const isOpen = ((flags[count - 1] as number) & SCANNED_LINE_FLAGS.noFinalLf) !== 0
    if (isOpen) this.tables.unterminatedSlot = first + count - 1
    this.tables.contentBytes += index.byteLength - bytesBefore - count - crlf + (isOpen ? 1 : 0)
    this.tables.contentRevision++
    this.#revision++
  }

  /** No more lines will come, be it because the file ended or because reading was stopped. */
  finishReading(): void {
    const { tables } = this
    assert(tables.isReading, 'reading was finished before')
    tables.isReading = false
    const terminated = tables.index.lineCount - (tables.unterminatedSlot < 0 ? 0 : 1)
    tables.isUsuallyCrlf = tables.originalCrlfCount() * 2 > terminated
    if (tables.isUsuallyCrlf && tables.unterminatedSlot >= 0) {
      const word = tables.states.word(tables.unterminatedSlot)
      tables.writeWord(tables.unterminatedSlot, word | CRLF_BIT)
    }
    this.#revision++
  }

  /** Undefined outside [0, lineCount). */
  idAt(index: LineIndex): LineId | undefined {
    return this.#all.idAt(index)
  }

  /** Undefined for a line that is not in the document: deleted, undone, or never there. */
  indexOf(id: LineId): LineIndex | undefined {
    if (!this.has(id)) return undefined
    const position = this.tables.order.positionOf(slotOf(id))
    return position === undefined ? undefined : this.#all.rowsBefore(position)
  }

  /** Whether the line is in the document now. */
  has(id: LineId): boolean {
    const { states } = this.tables
    const slot = slotOf(id)
    return states.has(slot) && (states.word(slot) & DELETED_BIT) === 0
  }

  /** Outcome id of a line; of a deleted one, its last. */
  outcomeOf(id: LineId): number {
    return this.#word(id) & OUTCOME_MASK
  }

  setOutcome(id: LineId, outcome: number): void {
    assert(outcome < OUTCOME_LIMIT, 'outcome id out of range')
    this.#writeBits(id, OUTCOME_MASK, outcome)
  }

  /** Lines in the document that have an outcome. */
  countOf(outcome: number): number {
    return this.tables.states.histogram[outcome] ?? 0
  }

  /** [outcome]: lines in the document that have it. A live array: not to be written to. */
  histogram(): Uint32Array {
    return this.tables.states.histogram
  }

  /**
   * New outcomes for lines of the file from one on, edited and deleted ones included, as another
   * format judges them. States in the history no longer hold then: see StateChanges.isStale.
   */
  replaceOutcomes(fromLine: LineId, outcomes: ArrayLike<number>): void {
    const { states } = this.tables
    assert(fromLine + outcomes.length <= states.originalCount, 'outcomes beyond the file')
    for (let i = 0; i < outcomes.length; i++) {
      const slot = fromLine + i
      this.tables.writeWord(slot, (states.word(slot) & ~OUTCOME_MASK) | (outcomes[i] as number))
    }
    this.tables.outcomeEpoch++
    this.#revision++
  }

  isEdited(id: LineId): boolean {
    return (this.#word(id) & EDITED_BIT) !== 0
  }

  isMatch(id: LineId): boolean {
    return (this.#word(id) & MATCH_BIT) !== 0
  }

  setMatch(id: LineId, on: boolean): void {
    this.#writeBits(id, MATCH_BIT, on ? MATCH_BIT : 0)
  }

  clearMatches(): void {
    this.tables.states.clearMatches()
    this.tables.touchAll()
    this.#revision++
  }

  /**
   * Contents of lines as they are at the time of the call, in the order asked for, without line
   * ends. All of them are in memory at once. Rejects with ReadFailure.
   */
  readContents(ids: readonly LineId[], options?: ReadOptions): Promise<LineContent[]> {
    return readContents(this.tables, ids, options)
  }

  /** A line of the file as it is in the file. Rejects with ReadFailure. */
  async readOriginal(id: LineId, options?: ReadOptions): Promise<LineContent> {
    assert(!isAddedLine(id), 'an added line is not in the file')
    const [content] = await readOriginals(this.tables, [id], options)
    assert(content, 'line was read')
    return content
  }

  /** Lines of the file whose content was replaced, ascending; deleted ones are among them. */
  changedOriginalIds(): LineId[] {
    return Array.from(this.tables.originalRefs.indexes(), idOfSlot)
  }

  /** Added lines that are in the document, ascending. */
  addedIds(): LineId[] {
    const ids: LineId[] = []
    for (let i = 0; i < this.tables.states.addedCount; i++) {
      const id = idOfSlot(ADDED_SLOT + i)
      if (this.has(id)) ids.push(id)
    }
    return ids
  }

  /**
   * The block of the file that holds a byte, for finding the line of an offset with few bytes read;
   * the last block beyond the end, undefined without lines.
   */
  blockOfOffset(offset: ByteOffset): FileBlock | undefined {
    const { index } = this.tables
    const block = index.blockOfOffset(offset)
    if (block < 0) return undefined
    return {
      firstLine: idOfSlot(index.firstLine(block)),
      from: index.offset(block),
      to: index.offset(block + 1),
    }
  }

  /** Cheap for a kind that was asked for lately. A view may be kept: it is always up to date. */
  view(kind: ViewKind): LineView {
    switch (kind.kind) {
      case 'all':
        return this.#all
      case 'edited':
        return this.#edited
      case 'matches':
        return this.#matches
      case 'outcomes':
        return this.#outcomesView(kind.members)
    }
  }

  /** One change can be open at a time; commit or discard it. */
  beginChange(label: string): ChangeBuilder {
    this.#assertNoOpenChange()
    this.#hasOpenChange = true
    return new ChangeBuilder(
      {
        tables: this.tables,
        allLines: this.#all,
        commit: (record) => {
          this.#revision++
          return this.#history.commit(this.tables, record)
        },
        release: () => {
          this.#hasOpenChange = false
        },
      },
      label,
    )
  }

  get undoLabel(): string | undefined {
    return this.#history.undoLabel
  }

  get redoLabel(): string | undefined {
    return this.#history.redoLabel
  }

  /** Undefined when there is nothing to undo. */
  undo(): StateChanges | undefined {
    this.#assertNoOpenChange()
    return this.#counted(this.#history.undo(this.tables))
  }

  /** Undefined when there is nothing to redo. */
  redo(): StateChanges | undefined {
    this.#assertNoOpenChange()
    return this.#counted(this.#history.redo(this.tables))
  }

  /** What the document is now is what is on disk. */
  markSaved(): void {
    this.#history.markSaved()
    this.#revision++
  }

  #counted(changes: StateChanges | undefined): StateChanges | undefined {
    if (changes) this.#revision++
    return changes
  }

  #assertNoOpenChange(): void {
    assert(!this.#hasOpenChange, 'another change is open')
  }

  #endsUnterminated(): boolean {
    const { unterminatedSlot, policy } = this.tables
    if (unterminatedSlot < 0 || policy.lineEnds === 'lf' || policy.finalNewline === 'add') {
      return false
    }
    return this.idAt(this.lineCount - 1) === idOfSlot(unterminatedSlot)
  }

  #outcomesView(members: Uint8Array): LineView {
    const kept = this.#byOutcomes
    assert(members.length === OUTCOME_LIMIT, 'one member entry per outcome id')
    const at = kept.findIndex((entry) => entry.members.every((value, i) => value === members[i]))
    const found =
      at >= 0
        ? kept.splice(at, 1)[0]
        : {
            members: members.slice(),
            view: new LineView(this.tables, { kind: 'outcomes', members }, this.#all),
          }
    assert(found, 'view was found')
    kept.push(found)
    if (kept.length > KEPT_VIEWS) kept.shift()
    return found.view
  }

  #word(id: LineId): number {
    const { states } = this.tables
    const slot = slotOf(id)
    assert(states.has(slot), `line ${id} does not exist`)
    return states.word(slot)
  }

  #writeBits(id: LineId, mask: number, bits: number): void {
    const word = this.#word(id)
    this.tables.writeWord(slotOf(id), (word & ~mask) | bits)
    this.#revision++
  }
}
