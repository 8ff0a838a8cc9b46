// A line as a 32-bit number, so that ids fit typed arrays: slots of the file's lines are their ids,
// slots of added lines count from ADDED_SLOT. Only this room sees slots.
import { ADDED_LINE_BASE, lineId } from '../base/units.ts'
import type { LineId } from '../base/units.ts'

/** Slot of the first added line: the file may have this many lines, minus one. */
export const ADDED_SLOT = 2 ** 31

/** Slot of a line; the id must be one that a document gave out. */
export function slotOf(id: LineId): number {
  return id < ADDED_LINE_BASE ? id : id - ADDED_LINE_BASE + ADDED_SLOT
}

export function idOfSlot(slot: number): LineId {
  return lineId(slot < ADDED_SLOT ? slot : slot - ADDED_SLOT + ADDED_LINE_BASE)
}
