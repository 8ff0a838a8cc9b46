// Whether lines that are shown have the verdicts that were kept of them. An entry is of a file of the
// same size, time and samples; should other bytes have changed all the same, whoever looks at such a
// line sees it judged anew.
import type { LineContent } from '../document/contentReader.ts'
import { repeatRuleOf } from '../formats/defineFormat.ts'
import { linesDiffer } from '../document/blockReader.ts'
import { isOfRecord } from '../validation/overLines/recordOfLine.ts'
import type { ValidatedDocument } from '../validation/validatedDocument.ts'

/** Throws `linesDiffer` when a line of the file is not what its kept outcome says. */
export function assertLinesFit(doc: ValidatedDocument, contents: readonly LineContent[]): void {
  if (!doc.hasKeptVerdicts) return
  for (const content of contents) if (!fits(doc, content)) throw linesDiffer()
}

function fits(doc: ValidatedDocument, { id, bytes, byteLength }: LineContent): boolean {
  const { lines, outcomes, judge, scanner } = doc
  if (bytes.length < byteLength || !lines.has(id) || lines.isEdited(id)) return true
  const isLast = id === lines.tables.unterminatedSlot
  const state = judge.judgeContent(scanner, bytes, id === 0, isLast)
  // Sets that were cut depend on the order in which they were met.
  if (!outcomes.holdsWholeSets) return true
  // What a line is as a part of a record does not show in the line.
  if (isOfRecord(outcomes, lines.outcomeOf(id))) return true
  const own = codesOf(doc, state.outcome)
  const kept = codesOf(doc, lines.outcomeOf(id))
  return own.length === kept.length && own.every((code, i) => code === kept[i])
}

/** Without those that a line has because of other lines. */
function codesOf({ outcomes, format }: ValidatedDocument, outcome: number): string[] {
  const uniform = (format.uniform ?? []).map(({ code }) => code)
  const repeats = repeatRuleOf(format)
  const across = repeats ? [repeats.code, repeats.firstCode, ...uniform] : uniform
  return outcomes
    .findingsOf(outcome)
    .map(({ code }) => code)
    .filter((code) => !across.includes(code))
}
