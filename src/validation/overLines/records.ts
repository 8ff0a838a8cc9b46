// All records over several lines of a document, in its order.
import type { LineId } from '../../base/units.ts'
import { recordOverLines } from '../../diagnostics/recordOverLines.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { continuesRecord } from './recordOfLine.ts'

/** Lines whose ids are asked for at once. */
const IDS_AT_ONCE = 65_536

/** Ids of the first lines, some at a time. */
export function* firstLinesOfRecords(doc: ValidatedDocument): Generator<readonly LineId[]> {
  const members = doc.findingSets.havingCode(recordOverLines.code)
  members.forEach((is, findingSet) => {
    if (is === 1 && continuesRecord(doc.findingSets, findingSet)) members[findingSet] = 0
  })
  const view = doc.lines.view({ kind: 'findingSets', members })
  for (let from = 0; from < view.count; from += IDS_AT_ONCE) {
    yield view.ids(from, Math.min(view.count, from + IDS_AT_ONCE))
  }
}

/** [finding set]: 1 for those of lines that are parts of records, and no records by themselves. */
export function recordMembers(doc: ValidatedDocument): Uint8Array {
  return doc.findingSets.havingCode(recordOverLines.code)
}
