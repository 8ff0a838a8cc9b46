// One pass over the bytes of a file for the lines that a query matches. The scanner reads the fields that the
// query asks for; nothing else of a line is looked at.
import type { Job } from '../../base/jobs.ts'
import { type LineId, lineId } from '../../base/units.ts'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import type { FieldPlan } from '../../scanner/fieldPlan.ts'
import type { FieldAsks, FieldBatch } from '../../scanner/fieldScanner.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineWays } from '../lineWays.ts'
import { readFields } from './readFields.ts'

export interface FieldPass {
  readonly plan: FieldPlan
  readonly asks: FieldAsks
  /** What `asks` may take begins anew. */
  readonly renew: () => void
  /** Whether it cannot be told of such a line that is no JSON. */
  readonly isUnknown: (verdict: Verdict, isEdited: boolean) => boolean
}

/**
 * Marks matching lines of the file but for those in `changed`, by line (0-based) of the file. Resolves with how
 * many of them were asked for one by one, and turned out not to be JSON. Throws `Cancelled`, what the source
 * throws, and PlanTooLarge.
 */
export async function queryFile(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  pass: FieldPass,
  changed: ReadonlySet<number>,
  job: Pick<Job, 'check'>,
  onProgress: (doneBytes: number) => void,
): Promise<number> {
  let unknown = 0
  const mark = ({ firstLine, matches, unknown: asked }: FieldBatch): void => {
    unknown += without(asked, firstLine, changed).length
    doc.lines.addMatches(firstLine, without(matches, firstLine, changed))
  }
  await readFields(doc, wasm, pass, mark, job, onProgress)
  return unknown
}

function without(
  matches: Uint32Array,
  firstLine: number,
  changed: ReadonlySet<number>,
): Uint32Array {
  return changed.size === 0 ? matches : matches.filter((place) => !changed.has(firstLine + place))
}

/** Lines of the document, as it is, that are known not to be JSON and were not looked at. */
export function unreadLines(
  { lines, findingSets }: OpenDocument,
  { isUnknown }: FieldPass,
): number {
  const wayOf = lineWays(findingSets)
  let count = 0
  for (let set = 0; set < findingSets.size; set++) {
    const isUnread = wayOf(set).way === 'unread' && isUnknown(findingSets.verdictOf(set), false)
    if (isUnread) count += lines.countOf(set)
  }
  // Of edited lines it may be another answer.
  for (const id of changedIds(lines)) {
    const set = lines.findingSetOf(id)
    if (!lines.isEdited(id) || wayOf(set).way !== 'unread') continue
    const verdict = findingSets.verdictOf(set)
    count += Number(isUnknown(verdict, true)) - Number(isUnknown(verdict, false))
  }
  return count
}

/** Lines of the document that were changed or added since it was read. */
export function changedIds(lines: OpenDocument['lines']): readonly LineId[] {
  const ids = [...lines.changedOriginalIds(), ...lines.addedIds()].map(lineId)
  return ids.filter((id) => lines.has(id))
}
