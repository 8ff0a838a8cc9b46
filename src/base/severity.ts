// How much a finding matters.

/**
 * `error` makes a line invalid, `warning` marks it. `attention` is about what a good line says: a
 * request that failed, an answer that was cut off. `hint` stops no one.
 */
export type Severity = 'error' | 'warning' | 'attention' | 'hint'

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'attention', 'hint']

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, attention: 2, hint: 3 }

/** For sorting, worst first. */
export function bySeverity(
  a: { readonly severity: Severity },
  b: { readonly severity: Severity },
): number {
  return RANK[a.severity] - RANK[b.severity]
}
