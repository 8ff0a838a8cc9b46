// Whether lines that are shown have the verdicts that were kept of them. An entry is of a file of the
// same size, time and samples; should other bytes have changed all the same, anyone who looks at such a
// line sees it validated again.
import { isTokenCode } from '../diagnostics/tokenCodes.ts'
import type { LineContent } from '../document/contentReader.ts'
import { repeatRuleOf } from '../formats/defineFormat.ts'
import { linesDiffer } from '../document/blockReader.ts'
import { isOfRecord } from '../validation/overLines/recordOfLine.ts'
import type { ValidatedDocument } from '../validation/validatedDocument.ts'

/** Throws `linesDiffer` when a line of the file is not what its kept findingSet says. */
export function assertLinesFit(doc: ValidatedDocument, contents: readonly LineContent[]): void {
  if (!doc.hasCachedVerdicts) return
  for (const content of contents) if (!fits(doc, content)) throw linesDiffer()
}

function fits(doc: ValidatedDocument, { id, bytes, byteLength }: LineContent): boolean {
  const { lines, findingSets, validator, scanner } = doc
  if (bytes.length < byteLength || !lines.has(id) || lines.isEdited(id)) return true
  const isLast = id === lines.tables.unterminatedSlot
  const state = validator.validateContent(scanner, bytes, id === 0, isLast)
  // Sets that were cut depend on the order in which they were seen.
  if (!findingSets.holdsWholeSets) return true
  // What a line is as a part of a record does not show in the line.
  if (isOfRecord(findingSets, lines.findingSetOf(id))) return true
  const own = codesOf(doc, state.findingSet)
  const kept = codesOf(doc, lines.findingSetOf(id))
  return own.length === kept.length && own.every((code, i) => code === kept[i])
}

/** Without those that a line has because of other lines, or of how many tokens it has. */
function codesOf({ findingSets, format }: ValidatedDocument, findingSet: number): string[] {
  const uniform = (format.uniform ?? []).map(({ code }) => code)
  const repeats = repeatRuleOf(format)
  const across = repeats ? [repeats.code, repeats.firstCode, ...uniform] : uniform
  return findingSets
    .findingsOf(findingSet)
    .map(({ code }) => code)
    .filter((code) => !across.includes(code) && !isTokenCode(code))
}
