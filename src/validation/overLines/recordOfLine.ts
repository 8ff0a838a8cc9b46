// Which lines are one record together. Nothing is kept of a record but the finding sets of its lines: its
// first one has the finding, and the others have the same finding as a continuation.
import type { LineId, LineIndex } from '../../base/units.ts'
import type { FindingSets } from '../../diagnostics/findingSets.ts'
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

/** Whether a finding set is that of a line of such a record. */
export function isOfRecord(findingSets: FindingSets, findingSet: number): boolean {
  return findingSets.findingsOf(findingSet).some(({ code }) => code === recordOverLines.code)
}

/** Whether it is of a line of such a record that is not its first. */
export function continuesRecord(findingSets: FindingSets, findingSet: number): boolean {
  return findingSets.findingsOf(findingSet).some((finding) => finding.continuesLine === true)
}

/**
 * The record over several lines that a line belongs to; undefined for all other lines, which costs
 * nothing. No fix for a single line can be right for a line of such a record.
 */
export function recordOfLine(doc: ValidatedDocument, id: LineId): SpreadRecord | undefined {
  const { lines, findingSets } = doc
  if (!lines.has(id) || !isOfRecord(findingSets, lines.findingSetOf(id))) return undefined
  const all = lines.view({ kind: 'all' })
  let index = lines.indexOf(id) as LineIndex
  const ids = [id]
  for (let goes = continuesRecord(findingSets, lines.findingSetOf(id)); goes && index > 0; ) {
    for (const before of all.ids(Math.max(0, index - STEP), index).toReversed()) {
      const findingSet = lines.findingSetOf(before)
      if (!isOfRecord(findingSets, findingSet) || ids.length > MAX_RECORD_LINES) return undefined
      ids.unshift(before)
      index--
      goes = continuesRecord(findingSets, findingSet)
      if (!goes) break
    }
  }
  for (let goes = true; goes; ) {
    const next = index + ids.length
    const after = all.ids(next, next + STEP)
    const end = after.findIndex((other) => !continuesRecord(findingSets, lines.findingSetOf(other)))
    ids.push(...(end < 0 ? after : after.slice(0, end)))
    goes = end < 0 && after.length === STEP && ids.length <= MAX_RECORD_LINES
  }
  return ids.length > 1 ? { index, ids } : undefined
}
