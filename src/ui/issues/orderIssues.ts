// The issues of a file in the order in which they should be looked at, and those that can wait.
import { SEVERITIES } from '../../base/severity.ts'
import type { FileFinding } from '../../diagnostics/diagnostic.ts'
import type { CauseCount, DocumentFacts } from '../../contracts/documentApi.ts'

export type Issue = CauseCount | FileFinding

/**
 * What stops the upload first; of equals what is said about the file, then what few lines have.
 * Notices come last of `issues`, and hints are apart.
 */
export function orderIssues({
  causes,
  fileFindings,
}: Pick<DocumentFacts, 'causes' | 'fileFindings'>): {
  readonly issues: readonly Issue[]
  readonly hints: readonly Issue[]
} {
  // Causes come with the rarest first, and sorting keeps the order of equals.
  const all = [...fileFindings, ...causes].sort((a, b) => rankOf(a) - rankOf(b))
  return {
    issues: all.filter((issue) => !isHint(issue)),
    hints: all.filter(isHint),
  }
}

function rankOf(issue: Issue): number {
  return SEVERITIES.indexOf(issue.severity)
}

function isHint(issue: Issue): boolean {
  return issue.severity === 'hint' && issue.isNotice !== true
}
