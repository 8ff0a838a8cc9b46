// Which lines are one record together. Nothing is kept of a record but the outcomes of its lines: its
// first one has the finding, and the others have the same finding as a continuation.
import type { LineId, LineIndex } from '../../base/units.ts'
import type { OutcomeTable } from '../../diagnostics/outcomeTable.ts'
import { recordOverLines } from '../../diagnostics/recordOverLines.ts'
import { MAX_RECORD_LINES } from '../../scanner/recordFinder.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'

export interface SpreadRecord {
  /** Where its first line stands. */
  readonly index: LineIndex
  /** Two or more, in the order of the document. */
  readonly ids: readonly LineId[]
}

/** Lines whose ids are asked for at once. */
const STEP = 64

/** Whether an outcome is that of a line of such a record. */
export function isOfRecord(outcomes: OutcomeTable, outcome: number): boolean {
  return outcomes.findingsOf(outcome).some(({ code }) => code === recordOverLines.code)
}

/** Whether it is of a line of such a record that is not its first. */
export function continuesRecord(outcomes: OutcomeTable, outcome: number): boolean {
  return outcomes.findingsOf(outcome).some((finding) => finding.continuesLine === true)
}

/**
 * The record over several lines that a line belongs to; undefined for all other lines, which costs
 * nothing. No fix for a single line can be right for a line of such a record.
 */
export function recordOfLine(doc: ValidatedDocument, id: LineId): SpreadRecord | undefined {
  const { lines, outcomes } = doc
  if (!lines.has(id) || !isOfRecord(outcomes, lines.outcomeOf(id))) return undefined
  const all = lines.view({ kind: 'all' })
  let index = lines.indexOf(id) as LineIndex
  const ids = [id]
  for (let goes = continuesRecord(outcomes, lines.outcomeOf(id)); goes && index > 0; ) {
    for (const before of all.ids(Math.max(0, index - STEP), index).toReversed()) {
      const outcome = lines.outcomeOf(before)
      if (!isOfRecord(outcomes, outcome) || ids.length > MAX_RECORD_LINES) return undefined
      ids.unshift(before)
      index--
      goes = continuesRecord(outcomes, outcome)
      if (!goes) break
    }
  }
  for (let goes = true; goes; ) {
    const next = index + ids.length
    const after = all.ids(next, next + STEP)
    const end = after.findIndex((other) => !continuesRecord(outcomes, lines.outcomeOf(other)))
    ids.push(...(end < 0 ? after : after.slice(0, end)))
    goes = end < 0 && after.length === STEP && ids.length <= MAX_RECORD_LINES
  }
  return ids.length > 1 ? { index, ids } : undefined
}
