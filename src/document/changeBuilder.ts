// A change in the making. Nothing of it shows in the document before `commit`; all indexes and places
// are those of the document before the change.
import { assert } from '../base/assert.ts'
import type { Message } from '../i18n/message.ts'
import type { LineId, LineIndex } from '../base/units.ts'
import { ABSENT } from './changeRecord.ts'
import type { ChangeRecord, LineState, StateChanges } from './changeRecord.ts'
import type { LineContent } from './contentReader.ts'
import type { DocumentTables, LineEndPolicy } from './documentTables.ts'
import { GrowableFloat64, GrowableUint16, GrowableUint32 } from './growableNumbers.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'
import { DELETED_BIT, FINDING_SET_LIMIT } from './lineStates.ts'
import type { LineView } from './lineView.ts'
import { createOrderChange } from './orderChange.ts'
import { storeContent } from './storeContent.ts'

const LF = 10

/** What the document does with a finished change. */
export interface ChangeTarget {
  readonly tables: DocumentTables
  readonly allLines: LineView
  commit(record: ChangeRecord): StateChanges
  /** Called once, after commit or discard. */
  release(): void
}

export class ChangeBuilder {
  readonly label: Message
  readonly #target: ChangeTarget
  readonly #arenaMark: number
  readonly #slots = new GrowableUint32()
  readonly #before = new Columns()
  readonly #after = new Columns()
  /** Gaps (positions before which a line goes) and slots of added and moved lines, as they came. */
  readonly #gaps = new GrowableUint32()
  readonly #placed = new GrowableUint32()
  /** [i]: gap of the i-th line that the change adds. */
  readonly #addedGaps = new GrowableUint32()
  readonly #lifted: number[] = []
  #added = 0
  #grown = 0
  #policy: LineEndPolicy
  #isOpen = true

  constructor(target: ChangeTarget, label: Message) {
    this.label = label
    this.#target = target
    this.#arenaMark = target.tables.arena.mark
    this.#policy = target.tables.policy
  }

  /** Lines that the change touches so far. */
  get size(): number {
    return this.#slots.length
  }

  /** Whether committing would change anything. */
  get isEmpty(): boolean {
    return this.#slots.length === 0 && this.#policy === this.#target.tables.policy
  }

  /**
   * `line` is the line as read by `readContents`, cut or whole, at the present revision. `content`
   * holds no LF. A line can be changed once per change.
   */
  replace(line: LineContent, content: Uint8Array, before: LineState, after: LineState): void {
    const slot = this.#touch(line.id)
    assert(!content.includes(LF), 'a content holds no line feed')
    const ref = storeContent(this.#target.tables, slot, line, content)
    this.#push(slot, this.#currentRef(slot, line), ref, before, after)
    this.#grown += content.length - line.byteLength
  }

  /**
   * Makes a changed line of the file what it is in the file, which has `originalBytes` bytes there.
   */
  restore(line: LineContent, originalBytes: number, before: LineState, after: LineState): void {
    const slot = this.#touch(line.id)
    assert(slot < ADDED_SLOT, 'an added line is not in the file')
    this.#push(slot, this.#currentRef(slot, line), 0, before, after)
    this.#grown += originalBytes - line.byteLength
  }

  /** The content itself does not matter. */
  delete(line: Omit<LineContent, 'bytes'>, before: LineState): void {
    const slot = this.#touch(line.id)
    const ref = this.#currentRef(slot, line)
    this.#push(slot, ref, ref, before, undefined)
    this.#grown -= line.byteLength
  }

  /** Before the line at `index`; the line count appends. Several at one place keep their order. */
  insertAt(index: LineIndex, content: Uint8Array, after: LineState): LineId {
    return this.#insert(this.#gapAt(index), content, after)
  }

  /**
   * Directly after a line that the document has, or that this change adds. Several at one place keep
   * their order.
   */
  insertAfter(id: LineId, content: Uint8Array, after: LineState): LineId {
    const own = slotOf(id) - ADDED_SLOT - this.#target.tables.states.addedCount
    const gap = own >= 0 ? this.#addedGaps.at(own) : this.#positionOf(id) + 1
    return this.#insert(gap, content, after)
  }

  /**
   * To where it stands at `toIndex` afterwards, as far as this move goes. `state` is what the line
   * is; moving does not change it.
   */
  move(id: LineId, toIndex: LineIndex, state: LineState): void {
    const { allLines, tables } = this.#target
    const position = this.#positionOf(id)
    const isDown = toIndex > allLines.rowsBefore(position)
    const gap = this.#gapAt(isDown ? toIndex + 1 : toIndex)
    const slot = this.#touch(id)
    const ref = tables.contentRef(slot)
    this.#push(slot, ref, ref, state, state)
    this.#lifted.push(position)
    this.#gaps.push(gap)
    this.#placed.push(slot)
  }

  setLineEnds(lineEnds: LineEndPolicy['lineEnds']): void {
    if (lineEnds !== this.#policy.lineEnds) this.#policy = { ...this.#policy, lineEnds }
  }

  setFinalNewline(finalNewline: LineEndPolicy['finalNewline']): void {
    if (finalNewline !== this.#policy.finalNewline) this.#policy = { ...this.#policy, finalNewline }
  }

  /** Applies the change and makes it a step of undo. The builder is used up. */
  commit(): StateChanges {
    this.#close()
    const { tables } = this.#target
    const slots = this.#slots.toArray()
    assert(areDistinct(slots), 'a line is changed twice in one change')
    const runs = createOrderChange(
      tables.order,
      Uint32Array.from(this.#lifted).toSorted(),
      this.#gaps.toArray(),
      this.#placed.toArray(),
    )
    const before = this.#before
    const after = this.#after
    tables.states.reserveAdded(this.#added, tables.isUsuallyCrlf)
    const beforeRefs = before.refs.toArray()
    const beforeKeys = before.keys.toArray()
    const beforeProfiles = before.profiles.toArray()
    return this.#target.commit({
      label: this.label,
      slots,
      before: {
        refs: beforeRefs,
        findingSets: before.findingSets.toArray(),
        keys: beforeKeys,
        profiles: beforeProfiles,
        runs: runs.removed,
        policy: tables.policy,
      },
      // Most changes leave keys and profiles alone, and deleting all: one column serves both sides then.
      after: {
        refs: sharedOr(beforeRefs, after.refs.toArray()),
        findingSets: after.findingSets.toArray(),
        keys: sharedOr(beforeKeys, after.keys.toArray()),
        profiles: sharedOr(beforeProfiles, after.profiles.toArray()),
        runs: runs.inserted,
        policy: this.#policy,
      },
      hasMoves: this.#lifted.length > 0,
      grownBytes: this.#grown,
      epoch: tables.findingSetEpoch,
    })
  }

  /** Forgets the change. The ids that it gave out will be given out again. */
  discard(): void {
    this.#close()
    this.#target.tables.arena.truncate(this.#arenaMark)
  }

  #close(): void {
    assert(this.#isOpen, 'the change is already committed or discarded')
    this.#isOpen = false
    this.#target.release()
  }

  #touch(id: LineId): number {
    assert(this.#isOpen, 'the change is already committed or discarded')
    const { states } = this.#target.tables
    const slot = slotOf(id)
    assert(states.has(slot) && (states.word(slot) & DELETED_BIT) === 0, `no line ${id}`)
    return slot
  }

  #currentRef(slot: number, line: Omit<LineContent, 'bytes'>): number {
    const ref = this.#target.tables.contentRef(slot)
    assert(ref === line.contentRef, `line ${line.id} changed since it was read`)
    return ref
  }

  #insert(gap: number, content: Uint8Array, after: LineState): LineId {
    assert(this.#isOpen, 'the change is already committed or discarded')
    assert(!content.includes(LF), 'a content holds no line feed')
    const { tables } = this.#target
    const slot = ADDED_SLOT + tables.states.addedCount + this.#added++
    const ref = tables.arena.add(content, 0, content.length, 0, 0)
    this.#push(slot, ref, ref, undefined, after)
    this.#gaps.push(gap)
    this.#addedGaps.push(gap)
    this.#placed.push(slot)
    this.#grown += content.length
    return idOfSlot(slot)
  }

  #push(
    slot: number,
    refBefore: number,
    refAfter: number,
    before: LineState | undefined,
    after: LineState | undefined,
  ): void {
    this.#slots.push(slot)
    this.#before.push(refBefore, before, after)
    this.#after.push(refAfter, after, before)
  }

  #positionOf(id: LineId): number {
    const { tables } = this.#target
    const slot = slotOf(id)
    const position = tables.order.positionOf(slot)
    assert(
      position !== undefined && (tables.states.word(slot) & DELETED_BIT) === 0,
      `no line ${id}`,
    )
    return position
  }

  /** After the line before `index`, so that `insertAt` and `insertAfter` mean the same place. */
  #gapAt(index: LineIndex): number {
    if (index === 0) return 0
    const position = this.#target.allLines.positionAt(index - 1)
    assert(position !== undefined, `no place ${index} in the document`)
    return position + 1
  }
}

function areDistinct(slots: Uint32Array): boolean {
  const isAscending = slots.every((slot, i) => i === 0 || slot > (slots[i - 1] as number))
  if (isAscending) return true
  const sorted = slots.toSorted()
  return sorted.every((slot, i) => i === 0 || slot !== sorted[i - 1])
}

class Columns {
  readonly refs = new GrowableUint32()
  readonly findingSets = new GrowableUint16()
  readonly keys = new GrowableFloat64()
  readonly profiles = new GrowableUint32()

  /** `other`: of the other side, whose key and profile an absent line gets: so columns can be shared. */
  push(ref: number, state: LineState | undefined, other: LineState | undefined): void {
    assert(
      state === undefined || state.findingSet < FINDING_SET_LIMIT,
      'findingSet id out of range',
    )
    this.refs.push(ref)
    this.findingSets.push(state ? state.findingSet : ABSENT)
    this.keys.push((state ?? other)?.key ?? 0)
    this.profiles.push((state ?? other)?.profile ?? 0)
  }
}

function sharedOr<T extends Float64Array | Uint16Array | Uint32Array>(a: T, b: T): T {
  return a.every((value, i) => value === b[i]) ? a : b
}
