// The number on the issues panel and on the button that opens it.
import type { DocumentFacts } from '../../contracts/documentApi.ts'

/**
 * All but hints, what is said about the file included; a line with two findings counts twice. Hints
 * have a number of their own.
 */
export function countIssues(facts: Pick<DocumentFacts, 'causes' | 'fileFindings'>): number {
  const ofLines = facts.causes.reduce(
    (sum, cause) => sum + (cause.severity === 'hint' ? 0 : cause.count),
    0,
  )
  return ofLines + facts.fileFindings.filter((finding) => finding.severity !== 'hint').length
}
