// How bad a finding of a schema is.
import type { Severity } from '../diagnostics/diagnostic.ts'

/** Looks a code up; a trailing * in `overrides` stands for any rest, the longest that fits counts. */
export function createSeverityTable(
  overrides: Readonly<Record<string, Severity>> = {},
): (code: string) => Severity {
  const prefixes = Object.keys(overrides)
    .filter((code) => code.endsWith('*'))
    .sort((a, b) => b.length - a.length)
  return (code) => {
    const exact = overrides[code]
    if (exact !== undefined) return exact
    const prefix = prefixes.find((one) => code.startsWith(one.slice(0, -1)))
    if (prefix !== undefined) return overrides[prefix] as Severity
    return code === 'unknown-key' || code.startsWith('unknown-value:') ? 'warning' : 'error'
  }
}
