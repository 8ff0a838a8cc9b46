// The common body of the fixes for syntax errors: make the repairs of some causes in a line, all of
// them, and leave every other character alone.
import type { FixProposal } from './defineFix.ts'
import { readSyntax } from './syntax/readSyntax.ts'
import type { MismatchPolicy, Repair, RepairCause, SyntaxReading } from './syntax/repair.ts'
import { applySplices } from './textSplice.ts'

/** A repair can bring to light another of its cause; more often than this it goes nowhere. */
const ROUNDS = 8

const BYTE_ORDER_MARK = '\ufeff'

/**
 * The text with the repairs of these causes; undefined when there are none, or when they do not help:
 * afterwards the line is valid, or its first error is further on.
 */
export function repairText(
  text: string,
  causes: readonly RepairCause[],
  mismatch?: MismatchPolicy,
): string | undefined {
  if (text.startsWith(BYTE_ORDER_MARK) && !causes.includes('bom')) {
    // At the start of the file it is not an error.
    const repaired = repairText(text.slice(1), causes, mismatch)
    return repaired === undefined ? undefined : BYTE_ORDER_MARK + repaired
  }
  const first = readSyntax(text, mismatch)
  let result = text
  for (let round = 0, reading = first; ; round++) {
    const chosen = chooseRepairs(reading, causes)
    if (chosen.length === 0) break
    if (round === ROUNDS) return undefined
    result = applySplices(result, chosen)
    reading = readSyntax(result)
  }
  return result !== text && isProgress(text, first, result) ? result : undefined
}

/** As a proposal. */
export function repairSyntax(
  text: string,
  ...causes: readonly RepairCause[]
): FixProposal | undefined {
  const repaired = repairText(text, causes)
  return repaired === undefined ? undefined : { kind: 'replace', text: repaired }
}

/** Whether a text is one valid JSON value; a byte order mark before it does not count. */
export function isValidJson(text: string): boolean {
  const value = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  return readSyntax(value).firstErrorAt === undefined
}

function chooseRepairs(reading: SyntaxReading, causes: readonly RepairCause[]): readonly Repair[] {
  return reading.repairs.filter((repair) => causes.includes(repair.cause))
}

/** Less of the text is left after the first error than before. */
function isProgress(before: string, readingBefore: SyntaxReading, after: string): boolean {
  const { firstErrorAt } = readSyntax(after)
  if (firstErrorAt === undefined) return true
  return after.length - firstErrorAt < before.length - (readingBefore.firstErrorAt ?? 0)
}
