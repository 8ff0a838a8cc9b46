// Splices as the proposal of a fix.
import type { FixProposal } from './defineFix.ts'
import { applySplices } from './textSplice.ts'
import type { TextSplice } from './textSplice.ts'

/** In any order, without overlap; undefined when there are none. */
export function proposeSplices(
  text: string,
  splices: readonly (TextSplice | undefined)[],
): FixProposal | undefined {
  const made = splices.filter((splice) => splice !== undefined)
  if (made.length === 0) return undefined
  // Stable: insertions at one place stay in the order in which they were given.
  const ascending = made.toSorted((a, b) => a.from - b.from || a.to - b.to)
  return { kind: 'replace', text: applySplices(text, ascending) }
}
