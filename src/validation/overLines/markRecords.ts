// Gives the lines of records over several lines their finding set, and takes it from them again. A line
// that has it counts for no rule across lines: by itself it says nothing.
import type { LineId } from '../../base/units.ts'
import { recordContinues, recordOverLines } from '../../diagnostics/recordOverLines.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { stateWithAttached } from '../attachedFindings.ts'
import { recordMembers } from './records.ts'

/** Lines read at a time, of those that count for rules. */
const BATCH_LINES = 256

export type Mark = 'first' | 'continues' | 'none'

/** Marks lines again. Returns those that have another finding set now. */
export async function markLines(
  doc: ValidatedDocument,
  marks: Iterable<readonly [LineId, Mark]>,
): Promise<LineId[]> {
  const { lines, findingSets } = doc
  const isMarked = recordMembers(doc)
  const first = findingSets.intern([recordOverLines])
  const continues = findingSets.intern([recordContinues])
  const changed: LineId[] = []
  /** Lines that have to be read, to count them in or out, and what they become. */
  const toRead: (readonly [LineId, Mark])[] = []
  for (const [id, mark] of marks) {
    const before = lines.findingSetOf(id)
    const after = mark === 'first' ? first : mark === 'continues' ? continues : undefined
    const wasMarked = isMarked[before] === 1
    if (after === undefined ? !wasMarked : before === after) continue
    changed.push(id)
    // Lines that are not JSON are in no rule.
    if (after !== undefined && (wasMarked || findingSets.hasSyntaxError(before))) {
      lines.setFindingSet(id, after)
    } else toRead.push([id, mark])
  }
  for (let from = 0; from < toRead.length; from += BATCH_LINES) {
    const batch = toRead.slice(from, from + BATCH_LINES)
    const contents = await lines.readContents(batch.map(([id]) => id))
    batch.forEach(([id, mark], i) => {
      const bytes = contents[i]?.bytes ?? new Uint8Array()
      const own = doc.validator.validateContent(doc.scanner, bytes, lines.indexOf(id) === 0)
      doc.outliers.delete(id)
      if (own.key !== 0) doc.rules.duplicateCandidates.add(own.key)
      if (mark === 'none') {
        doc.rules.add(id, own.key, own.profile)
        lines.setFindingSet(id, stateWithAttached(doc, id, own).findingSet)
      } else {
        doc.rules.remove(id, own.key, own.profile)
        lines.setFindingSet(id, mark === 'first' ? first : continues)
      }
    })
  }
  return changed
}
