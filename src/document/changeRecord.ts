// One undoable change, as it is kept in the history: what every line was and became, in typed arrays,
// about 36 bytes a line (28 when no key changes, 22 when lines only come or go). Applying it forwards or backwards swaps numbers;
// contents are not copied.
import type { Message } from '../i18n/message.ts'
import type { LineId } from '../base/units.ts'
import type { DocumentTables, LineEndPolicy } from './documentTables.ts'
import type { LineRuns } from './lineOrder.ts'
import { gapsLeft } from './orderChange.ts'
import { ADDED_SLOT, idOfSlot } from './lineSlot.ts'
import { CRLF_BIT, DELETED_BIT, EDITED_BIT, MATCH_BIT } from './lineStates.ts'

/** What the session knows of a line; the document stores `findingSet` per line, the rest per change. */
export interface LineState {
  /** Below FINDING_SET_LIMIT. */
  readonly findingSet: number
  /** 53-bit hash of the value that identifies the line, 0 without one. */
  readonly key: number
  /** 16 bits, the session's. */
  readonly profile: number
}

/** What a change, an undo or a redo did to one line. Absent: the line is not in the document. */
export interface StateChange {
  readonly id: LineId
  readonly from?: LineState
  readonly to?: LineState
}

/** What a change, an undo or a redo did. */
export interface StateChanges {
  readonly label: Message
  readonly count: number
  /** Each line once. Can be gone through more than once, also later. */
  readonly lines: Iterable<StateChange>
  /** Whether lines changed their order. */
  readonly moved: boolean
  /** The positions, afterwards, of the lines that follow where lines left the order; ascending. */
  readonly gaps: Uint32Array
  /**
   * JsonlDocument.epoch when the change was made. When it is another now, finding sets were replaced as
   * a whole since (another format): the states mean nothing then, and the lines need to be validated.
   */
  readonly epoch: number
}

/** Finding set of a line that is not in the document on that side of the change. */
export const ABSENT = 0xffff

/** One side of a change. Columns are by line of the change. */
export interface RecordSide {
  readonly refs: Uint32Array
  /** ABSENT, or the finding set id. */
  readonly findingSets: Uint16Array
  readonly keys: Float64Array
  readonly profiles: Uint32Array
  /** The lines that have their place on this side only, at their positions on this side. */
  readonly runs: LineRuns
  readonly policy: LineEndPolicy
}

export interface ChangeRecord {
  readonly label: Message
  readonly slots: Uint32Array
  readonly before: RecordSide
  readonly after: RecordSide
  readonly hasMoves: boolean
  /** Bytes that the contents grew by. */
  readonly grownBytes: number
  /** DocumentTables.findingSetEpoch at the time. */
  readonly epoch: number
}

/** Takes the document from one side of the change to the other. */
export function applyRecord(
  tables: DocumentTables,
  record: ChangeRecord,
  direction: 1 | -1,
): StateChanges {
  const from = direction === 1 ? record.before : record.after
  const to = direction === 1 ? record.after : record.before
  tables.applyOrder(from.runs, to.runs)
  for (let i = 0; i < record.slots.length; i++) {
    const slot = record.slots[i] as number
    const findingSet = to.findingSets[i] as number
    const ref = to.refs[i] as number
    tables.setContentRef(slot, ref)
    const kept = tables.states.word(slot) & (CRLF_BIT | MATCH_BIT)
    const edited = ref !== 0 || slot >= ADDED_SLOT ? EDITED_BIT : 0
    tables.writeWord(
      slot,
      findingSet === ABSENT
        ? kept | edited | DELETED_BIT | findingSetOf(tables, slot)
        : kept | edited | findingSet,
    )
  }
  tables.contentBytes += direction * record.grownBytes
  tables.policy = to.policy
  tables.contentRevision++
  return stateChangesOf(record, from, to)
}

function findingSetOf(tables: DocumentTables, slot: number): number {
  return tables.states.word(slot) & ~(CRLF_BIT | MATCH_BIT | EDITED_BIT | DELETED_BIT)
}

function stateChangesOf(record: ChangeRecord, from: RecordSide, to: RecordSide): StateChanges {
  const { slots, label, hasMoves, epoch } = record
  return {
    label,
    count: slots.length,
    moved: hasMoves,
    gaps: gapsLeft(from.runs, to.runs),
    epoch,
    lines: {
      *[Symbol.iterator]() {
        for (let i = 0; i < slots.length; i++) {
          const before = stateOf(from, i)
          const after = stateOf(to, i)
          yield {
            id: idOfSlot(slots[i] as number),
            ...(before && { from: before }),
            ...(after && { to: after }),
          }
        }
      },
    },
  }
}

function stateOf(side: RecordSide, i: number): LineState | undefined {
  const findingSet = side.findingSets[i] as number
  if (findingSet === ABSENT) return undefined
  return { findingSet, key: side.keys[i] as number, profile: side.profiles[i] as number }
}
