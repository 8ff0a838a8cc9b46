// What can be done about a line: asks the fixes that answer to its diagnostics and keeps the
// proposals that change something and differ from each other.
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FixContext, FixDefinition, FixProposal } from './defineFix.ts'
import { fixesForCode } from './registry.ts'
import { isValidJson } from './repairSyntax.ts'
import { forgetLongReadings } from './syntax/readSyntax.ts'

/** A line as fixes see it, whatever is wrong with it. */
export type FixableLine = Omit<FixContext, 'diagnostic'>

export interface ProposedFix {
  readonly fix: FixDefinition
  /** The diagnostic that it answers to. */
  readonly diagnostic: Diagnostic
  readonly proposal: FixProposal
}

/** Fixes from this order on are offered only where no other makes the line valid. */
const LAST_RESORT = 200

/** All proposals for a line, best first; two that come to the same lines are one. */
export function proposeFixes(
  line: FixableLine,
  diagnostics: readonly Diagnostic[],
): readonly ProposedFix[] {
  const proposed: ProposedFix[] = []
  for (const diagnostic of diagnostics) {
    for (const fix of fixesForCode(diagnostic.code)) {
      const proposal = proposeFix(fix, line, diagnostic)
      if (proposal) proposed.push({ fix, diagnostic, proposal })
    }
  }
  // Stable: among equals the diagnostic that comes first stays first.
  proposed.sort((a, b) => a.fix.order - b.fix.order)
  const distinct: ProposedFix[] = []
  for (const one of proposed) {
    const isRepeat = distinct.some((other) => isSameProposal(other.proposal, one.proposal))
    const isNeeded = one.fix.order < LAST_RESORT || !distinct.some(makesValid)
    if (!isRepeat && isNeeded) distinct.push(one)
  }
  forgetLongReadings()
  return distinct
}

/** What one fix makes of a line; undefined when it cannot help or would change nothing. */
export function proposeFix(
  fix: FixDefinition,
  line: FixableLine,
  diagnostic: Diagnostic,
): FixProposal | undefined {
  const proposal = fix.propose({ ...line, diagnostic })
  if (proposal?.kind !== 'replace' || proposal.text !== line.text) return proposal
  // The same text is a change after all where bytes that are no UTF-8 become the U+FFFD shown.
  return diagnostic.code === 'invalid-utf8' ? proposal : undefined
}

/** The lines that a proposal leaves: none, one, or several. */
export function textsAfter(proposal: FixProposal): readonly string[] {
  if (proposal.kind === 'delete') return []
  return proposal.kind === 'split' ? proposal.texts : [proposal.text]
}

function makesValid({ proposal }: ProposedFix): boolean {
  return textsAfter(proposal).every(isValidJson)
}

function isSameProposal(a: FixProposal, b: FixProposal): boolean {
  const textsA = textsAfter(a)
  const textsB = textsAfter(b)
  return textsA.length === textsB.length && textsA.every((text, index) => text === textsB[index])
}
