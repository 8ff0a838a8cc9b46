// Gives the lines of records over several lines their outcome, and takes it from them again. A line
// that has it counts for no rule across lines: by itself it says nothing.
import type { LineId } from '../../base/units.ts'
import { recordContinues, recordOverLines } from '../../diagnostics/recordOverLines.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { recordMembers } from './records.ts'

/** Lines read at a time, of those that count for rules. */
const BATCH_LINES = 256

export type Mark = 'first' | 'continues' | 'none'

/** Marks lines anew. Returns those that have another outcome now. */
export async function markLines(
  doc: ValidatedDocument,
  marks: Iterable<readonly [LineId, Mark]>,
): Promise<LineId[]> {
  const { lines, outcomes } = doc
  const isMarked = recordMembers(doc)
  const first = outcomes.intern([recordOverLines])
  const continues = outcomes.intern([recordContinues])
  const changed: LineId[] = []
  /** Lines that have to be read, to count them in or out, and what they become. */
  const toRead: (readonly [LineId, Mark])[] = []
  for (const [id, mark] of marks) {
    const before = lines.outcomeOf(id)
    const after = mark === 'first' ? first : mark === 'continues' ? continues : undefined
    const wasMarked = isMarked[before] === 1
    if (after === undefined ? !wasMarked : before === after) continue
    changed.push(id)
    // Lines that are no JSON are in no rule.
    if (after !== undefined && (wasMarked || outcomes.hasSyntaxError(before))) {
      lines.setOutcome(id, after)
    } else toRead.push([id, mark])
  }
  for (let from = 0; from < toRead.length; from += BATCH_LINES) {
    const batch = toRead.slice(from, from + BATCH_LINES)
    const contents = await lines.readContents(batch.map(([id]) => id))
    batch.forEach(([id, mark], i) => {
      const bytes = contents[i]?.bytes ?? new Uint8Array()
      const own = doc.judge.judgeContent(doc.scanner, bytes, lines.indexOf(id) === 0)
      doc.oddLines.delete(id)
      if (own.key !== 0) doc.rules.suspects.add(own.key)
      if (mark === 'none') {
        doc.rules.add(id, own.key, own.profile)
        lines.setOutcome(id, own.outcome)
      } else {
        doc.rules.remove(id, own.key, own.profile)
        lines.setOutcome(id, mark === 'first' ? first : continues)
      }
    })
  }
  return changed
}
