// Where a file ends within a line, the line is said to be cut off there. As soon as a line end or
// another line follows it, it is a broken line like others. Called after every change, before the
// rules across lines are settled.
import type { LineId } from '../base/units.ts'
import type { SyntaxErrorCode } from '../diagnostics/codes.ts'
import { stateWithAttached } from './attachedFindings.ts'
import { isOfRecord } from './overLines/recordOfLine.ts'
import type { ValidatedDocument } from './validatedDocument.ts'

const CUT_OFF: SyntaxErrorCode = 'truncated-line'

/** Returns the lines whose finding set is another because of it. */
export async function settleLastLine(doc: ValidatedDocument): Promise<LineId[]> {
  const { lines } = doc
  const changed: LineId[] = []
  const last = unfinishedLine(doc)
  const ids = linesCutOff(doc, last)
  if (last !== undefined && isBroken(doc, last)) ids.push(last)
  for (const { id, bytes } of await lines.readContents(ids)) {
    const isFirst = lines.indexOf(id) === 0
    const own = doc.validator.validateContent(doc.scanner, bytes, isFirst, id === last)
    const { findingSet } = stateWithAttached(doc, id, own)
    if (findingSet === lines.findingSetOf(id)) continue
    lines.setFindingSet(id, findingSet)
    changed.push(id)
  }
  return changed
}

/** The line after which nothing stands. */
function unfinishedLine({ lines }: ValidatedDocument): LineId | undefined {
  return lines.endsWithLineFeed ? undefined : lines.idAt(lines.lineCount - 1)
}

/** Lines that are said to be cut off, but for one. They are looked for only where there are any. */
function linesCutOff(
  { lines, findingSets }: ValidatedDocument,
  except: LineId | undefined,
): LineId[] {
  const members = findingSets.havingCode(CUT_OFF)
  const histogram = lines.histogram()
  const isExpected = except !== undefined && members[lines.findingSetOf(except)] === 1
  let count = isExpected ? -1 : 0
  for (let id = 0; id < findingSets.size; id++) if (members[id] === 1) count += histogram[id] ?? 0
  if (count === 0) return []
  const view = lines.view({ kind: 'findingSets', members })
  return view.ids(0, view.count).filter((id) => id !== except)
}

/** A record over several lines is none that is cut off. */
function isBroken({ lines, findingSets }: ValidatedDocument, id: LineId): boolean {
  const findingSet = lines.findingSetOf(id)
  return findingSets.hasSyntaxError(findingSet) && !isOfRecord(findingSets, findingSet)
}
