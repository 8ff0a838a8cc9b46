// How bad a finding of a schema is.
import type { Severity } from '../diagnostics/diagnostic.ts'
import { createCodeTable } from './codeTable.ts'

/** Looks a code up; a trailing * in `overrides` stands for any rest, the longest that fits counts. */
export function createSeverityTable(
  overrides: Readonly<Record<string, Severity>> = {},
): (code: string) => Severity {
  const find = createCodeTable(overrides)
  return (code) =>
    find(code) ??
    (code === 'unknown-key' || code.startsWith('unknown-value:') ? 'warning' : 'error')
}
