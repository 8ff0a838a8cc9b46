// Lines per cause, from how many lines have each set of findings.
import { bySeverity } from '../base/severity.ts'
import type { Finding } from './diagnostic.ts'

export interface Cause extends Finding {
  /** Lines that have it. */
  readonly count: number
  /** Said once for the file, since most lines have it; its severity is then `hint`. */
  readonly isNotice: boolean
}

interface CountedFinding {
  readonly finding: Finding
  readonly count: number
}

/** `sets[id]`: the findings that count. `histogram[id]`: lines that have the set; none beyond its end. */
export function countCauses(
  sets: readonly (readonly Finding[])[],
  histogram: ArrayLike<number>,
): readonly CountedFinding[] {
  const causesByCode = new Map<string, { finding: Finding; count: number }>()
  sets.forEach((findings, id) => {
    const lines = histogram[id] ?? 0
    if (lines === 0) return
    for (const finding of findings) {
      const cause = causesByCode.get(finding.code)
      if (cause === undefined) {
        causesByCode.set(finding.code, { finding, count: lines })
        continue
      }
      cause.count += lines
      // A byte order mark is worse in the middle of a file than at its start.
      if (bySeverity(finding, cause.finding) < 0) cause.finding = finding
    }
  })
  return [...causesByCode.values()]
}

/** What stops most first, notices before other hints, then what few lines have. */
export function inOrder(causes: readonly Cause[]): Cause[] {
  return causes.toSorted(
    (a, b) =>
      bySeverity(a, b) ||
      Number(b.isNotice) - Number(a.isNotice) ||
      a.count - b.count ||
      (a.code < b.code ? -1 : 1),
  )
}
