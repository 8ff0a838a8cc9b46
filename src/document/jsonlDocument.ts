// The file as lines: what was read, what was changed, and every way to ask for it. Ties the tables of
// this room together; what a line means is for the session to say.
//
// Everything but reading contents is synchronous. A line has an id for good; its index moves.
import { assert } from '../base/assert.ts'
import { isAddedLine } from '../base/units.ts'
import type { ByteOffset, LineId, LineIndex } from '../base/units.ts'
import type { Message } from '../i18n/message.ts'
import type { ByteSource } from './byteSource.ts'
import { ChangeBuilder } from './changeBuilder.ts'
import { ChangeHistory } from './changeHistory.ts'
import type { StateChanges } from './changeRecord.ts'
import {
  type ContentOptions,
  type LineContent,
  readContents,
  readOriginals,
} from './contentReader.ts'
import { DocumentTables, type LineEndPolicy } from './documentTables.ts'
import { LINE_END_FLAGS } from '../base/lineEndFlags.ts'
import { createFileMap, type MapClass } from './fileMap.ts'
import type { LineBatch } from './lineIndex.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'
import {
  CRLF_BIT,
  DELETED_BIT,
  EDITED_BIT,
  MATCH_BIT,
  FINDING_SET_MASK,
  withFindingSet,
} from './lineStates.ts'
import type { LineSequence } from './lineSequence.ts'
import type { LineView, ViewKind } from './lineView.ts'
import { ViewCache } from './viewCache.ts'

/** A stretch of the file that holds whole lines. */
export interface BlockSpan {
  readonly firstLine: LineId
  readonly lineCount: number
  readonly from: ByteOffset
  readonly to: ByteOffset
}

export class JsonlDocument {
  /** For the exports, which read it. */
  readonly tables: DocumentTables
  /** Also in which order they show their lines. */
  readonly views: ViewCache
  readonly #history = new ChangeHistory()
  #revision = 0
  #lastChanges: StateChanges | undefined
  #hasOpenChange = false

  constructor(source: ByteSource) {
    this.tables = new DocumentTables(source)
    this.views = new ViewCache(this.tables)
  }

  /** Rises with everything that can be seen: lines read, contents, order, finding sets, matches. */
  get revision(): number {
    return this.#revision
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
    const lineEnds = this.lineCount + this.crlfCount
    return this.tables.contentBytes + lineEnds - (this.#endsUnterminated() ? 1 : 0)
  }

  /** Lines that differ from the file, added ones included; deleted and moved ones do not count. */
  get editedCount(): number {
    return this.tables.states.editedCount
  }

  get matchCount(): number {
    return this.tables.states.matchCount
  }

  /** Lines that end with CR LF as the document would be exported with its line ends kept. */
  get crlfCount(): number {
    const { states, policy, isUsuallyCrlf } = this.tables
    if (policy.lineEnds === 'lf') return 0
    return states.crlfCount - (isUsuallyCrlf && this.#endsUnterminated() ? 1 : 0)
  }

  /** Whether an LF ends the last line, exported with its line ends kept; true without lines. */
  get endsWithLineFeed(): boolean {
    return !this.#endsUnterminated()
  }

  /** Whether it differs from what was opened, or was last said to be saved. */
  get isDirty(): boolean {
    return this.#history.isDirty
  }

  /** Whether all of it, as it is, was last said to be in an exported file. */
  get isExported(): boolean {
    return this.#history.isExported
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
   * Adds lines that were read, in file order. `findingSets` is by line of the batch. Nothing that is
   * passed in is kept.
   */
  appendScanned(batch: LineBatch, findingSets: ArrayLike<number>): void {
    const { index, states, order } = this.tables
    const { count, flags } = batch
    if (count === 0) return
    assert(this.tables.isReading, 'lines after the end of reading')
    assert(this.tables.unterminatedSlot < 0, 'a line after one without a line end')
    const first = index.lineCount
    const crlfBefore = states.crlfCount
    const bytesBefore = index.byteLength
    index.append(batch)
    states.appendOriginal(count, findingSets, flags, LINE_END_FLAGS.crlf)
    order.appendOriginals(first, count)
    const crlf = states.crlfCount - crlfBefore
    const isOpen = ((flags[count - 1] as number) & LINE_END_FLAGS.noFinalLf) !== 0
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
    tables.isUsuallyCrlf = tables.states.originalCrlfCount * 2 > terminated
    if (tables.isUsuallyCrlf && tables.unterminatedSlot >= 0) {
      const word = tables.states.word(tables.unterminatedSlot)
      tables.writeWord(tables.unterminatedSlot, word | CRLF_BIT)
    }
    this.#revision++
  }

  /** Undefined outside [0, lineCount). */
  idAt(index: LineIndex): LineId | undefined {
    return this.views.all.idAt(index)
  }

  /** Undefined for a line that is not in the document: deleted, undone, or never there. */
  indexOf(id: LineId): LineIndex | undefined {
    if (!this.has(id)) return undefined
    const position = this.tables.order.positionOf(slotOf(id))
    return position === undefined ? undefined : this.views.all.rowsBefore(position)
  }

  /** Whether the line is in the document now. */
  has(id: LineId): boolean {
    const { states } = this.tables
    const slot = slotOf(id)
    return states.has(slot) && (states.word(slot) & DELETED_BIT) === 0
  }

  /** Finding set id of a line; of a deleted one, its last. */
  findingSetOf(id: LineId): number {
    return this.#word(id) & FINDING_SET_MASK
  }

  /** Whether a line ends with CR LF, exported with its line ends kept. */
  endsWithCrlf(id: LineId): boolean {
    return this.tables.policy.lineEnds === 'keep' && (this.#word(id) & CRLF_BIT) !== 0
  }

  /** Told of every line that `setFindingSet` is called for: those whose verdict others have changed. */
  onFindingSet: ((id: LineId) => void) | undefined

  setFindingSet(id: LineId, findingSet: number): void {
    this.#writeWord(id, withFindingSet(this.#word(id), findingSet))
    this.onFindingSet?.(id)
  }

  /** Lines in the document that have a finding set. */
  countOf(findingSet: number): number {
    return this.tables.states.histogram[findingSet] ?? 0
  }

  /** Lines in the document whose findingSet has a 1 in `members`. */
  countOfFindingSets(members: Uint8Array): number {
    return this.tables.states.countOf(members)
  }

  /** [finding set]: lines in the document that have it. A live array: not to be written to. */
  histogram(): Uint32Array {
    return this.tables.states.histogram
  }

  /**
   * New findingSets for all lines, as another format validates them: `findingSets` by line of the file, and
   * `changed` by id for added lines and for those whose content is no longer that of the file.
   * States in the history hold no longer then: `epoch` rises.
   */
  replaceFindingSets(findingSets: ArrayLike<number>, changed: ReadonlyMap<number, number>): void {
    this.tables.replaceFindingSets(findingSets, changed)
    this.#revision++
  }

  /** How often finding sets were replaced as a whole. */
  get epoch(): number {
    return this.tables.findingSetEpoch
  }

  isEdited(id: LineId): boolean {
    return (this.#word(id) & EDITED_BIT) !== 0
  }

  isMatch(id: LineId): boolean {
    return (this.#word(id) & MATCH_BIT) !== 0
  }

  setMatch(id: LineId, on: boolean): void {
    const word = this.#word(id)
    this.#writeWord(id, on ? word | MATCH_BIT : word & ~MATCH_BIT)
  }

  /** Marks lines of the file that match: `places`, ascending, counted from line `firstLine` (0-based). */
  addMatches(firstLine: number, places: Uint32Array): void {
    this.tables.addMatches(firstLine, places)
    this.#revision++
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
  readContents(ids: readonly LineId[], options?: ContentOptions): Promise<LineContent[]> {
    return readContents(this.tables, ids, options)
  }

  /**
   * A line as it is in the file, without its line end; undefined for an added line. Rejects with
   * ReadFailure.
   */
  async readOriginal(id: LineId, options?: ContentOptions): Promise<LineContent | undefined> {
    if (isAddedLine(id)) return undefined
    const [content] = await readOriginals(this.tables, [id], options)
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
   * the last block beyond the end. There must be lines. Blocks stay under 128 KiB, huge lines apart,
   * which have a block of their own.
   */
  blockAtOffset(offset: ByteOffset): BlockSpan {
    const { index } = this.tables
    const block = index.blockOfOffset(offset)
    assert(block >= 0, 'no lines were read')
    const firstLine = index.firstLine(block)
    return {
      firstLine: idOfSlot(firstLine),
      lineCount: index.firstLine(block + 1) - firstLine,
      from: index.offset(block),
      to: index.offset(block + 1),
    }
  }

  /** Cheap for a kind that was asked for lately. A view may be kept: it is always up to date. */
  view(kind: ViewKind): LineView {
    return this.views.get(kind)
  }

  /** Sets the order of the rows of all views; undefined for that of the document. */
  sortRows(sequence: LineSequence | undefined): void {
    this.views.sort(sequence)
    this.#revision++
  }

  /** `cells` cells over the lines as they stand. */
  fileMap(cells: number, classes: readonly MapClass[]): Uint8Array {
    return createFileMap(this.tables, this.views.all, cells, classes)
  }

  /** One change can be open at a time; commit or discard it. */
  beginChange(label: Message): ChangeBuilder {
    this.#assertNoOpenChange()
    this.#hasOpenChange = true
    return new ChangeBuilder(
      {
        tables: this.tables,
        allLines: this.views.all,
        commit: (record) => this.#done(this.#history.commit(this.tables, record)),
        release: () => (this.#hasOpenChange = false),
      },
      label,
    )
  }

  /** Lines that the last change, undo or redo touched, those it deleted included. */
  lastChangedIds(): LineId[] {
    return this.#lastChanges ? Array.from(this.#lastChanges.lines, ({ id }) => id) : []
  }

  get undoLabel(): Message | undefined {
    return this.#history.undoLabel
  }

  /** Names the step that `undo` would take back, for as long as the document is open. */
  get undoStep(): number | undefined {
    return this.#history.undoStep
  }

  get redoLabel(): Message | undefined {
    return this.#history.redoLabel
  }

  /** Undefined when there is nothing to undo. */
  undo(): StateChanges | undefined {
    this.#assertNoOpenChange()
    return this.#doneIfAny(this.#history.undo(this.tables))
  }

  /** Undefined when there is nothing to redo. */
  redo(): StateChanges | undefined {
    this.#assertNoOpenChange()
    return this.#doneIfAny(this.#history.redo(this.tables))
  }

  /** What the document is now is in the opened file, or in another one. */
  markWritten(to: 'saved' | 'exported'): void {
    this.#history.markWritten(to)
    this.#revision++
  }

  #doneIfAny(changes: StateChanges | undefined): StateChanges | undefined {
    return changes && this.#done(changes)
  }

  #done(changes: StateChanges): StateChanges {
    this.#revision++
    return (this.#lastChanges = changes)
  }

  #assertNoOpenChange(): void {
    assert(!this.#hasOpenChange, 'another change is open')
  }

  #endsUnterminated(): boolean {
    const { mayEndUnterminated, unterminatedSlot } = this.tables
    return mayEndUnterminated && this.idAt(this.lineCount - 1) === idOfSlot(unterminatedSlot)
  }

  #word(id: LineId): number {
    const slot = slotOf(id)
    assert(this.tables.states.has(slot), `line ${id} does not exist`)
    return this.tables.states.word(slot)
  }

  #writeWord(id: LineId, word: number): void {
    this.tables.writeWord(slotOf(id), word)
    this.#revision++
  }
}
