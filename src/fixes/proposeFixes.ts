// What can be done about a line: asks the fixes that answer to its diagnostics and keeps the
// proposals that change something and differ from each other.
import { bySeverity } from '../base/severity.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FixContext, FixDefinition, FixProposal } from './defineFix.ts'
import { lossOf } from './checkProposal.ts'
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

/**
 * All proposals for a line, those for its worst finding first; two that come to the same lines are
 * one.
 */
export function proposeFixes(
  line: FixableLine,
  diagnostics: readonly Diagnostic[],
): readonly ProposedFix[] {
  const proposed = diagnostics.flatMap((diagnostic) => [...proposalsFor(line, diagnostic)])
  // Stable: among equals the diagnostic that comes first stays first.
  proposed.sort((a, b) => bySeverity(a.diagnostic, b.diagnostic) || a.fix.order - b.fix.order)
  const distinct: ProposedFix[] = []
  for (const one of proposed) {
    const isRepeat = distinct.some((other) => isSameProposal(other.proposal, one.proposal))
    const isNeeded = one.fix.order < LAST_RESORT || !distinct.some(makesValid)
    if (!isRepeat && isNeeded) distinct.push(one)
  }
  forgetLongReadings()
  return distinct
}

/**
 * What 'Fix all' does to a line that has `code`: the first proposal that is safe without a look at
 * it, that of the fix `chosenId` before all others.
 */
export function firstSafeFix(
  line: FixableLine,
  diagnostics: readonly Diagnostic[],
  code: string,
  chosenId?: string,
): ProposedFix | undefined {
  let first: ProposedFix | undefined
  for (const diagnostic of diagnostics) {
    if (diagnostic.code !== code) continue
    for (const one of proposalsFor(line, diagnostic, (fix) => fix.safeForAll)) {
      if (!isSafeForAll(one)) continue
      if (chosenId === undefined || one.fix.id === chosenId) return one
      first ??= one
    }
  }
  return first
}

/** Whether a proposal may be made for every line that has its cause. */
export function isSafeForAll({ fix, proposal }: ProposedFix): boolean {
  return fix.safeForAll && proposal.isForOneLine !== true
}

/** The proposals for one diagnostic, in the order in which they are offered. */
function* proposalsFor(
  line: FixableLine,
  diagnostic: Diagnostic,
  isWanted: (fix: FixDefinition) => boolean = () => true,
): Generator<ProposedFix> {
  for (const fix of fixesForCode(diagnostic.code)) {
    if (!isWanted(fix)) continue
    const proposal = proposeFix(fix, line, diagnostic)
    if (proposal) yield { fix, diagnostic, proposal }
  }
}

/** What one fix makes of a line; undefined when it cannot help or would change nothing. */
export function proposeFix(
  fix: FixDefinition,
  line: FixableLine,
  diagnostic: Diagnostic,
): FixProposal | undefined {
  // A line of a record over several lines means nothing by itself: only all of them can be fixed.
  const isOfRecord = line.record !== undefined
  const proposal = fix.propose({ ...line, diagnostic })
  if (!proposal || (proposal.kind === 'join') !== isOfRecord) return undefined
  if (isOfRecord) return proposal
  if (proposal.kind === 'replace' && proposal.text === line.text) {
    // The same text is a change after all where bytes that are not UTF-8 become the U+FFFD shown.
    return diagnostic.code === 'invalid-utf8' ? proposal : undefined
  }
  const loss = lossOf(line.text, textsAfter(proposal))
  const isMeant = loss === 'none' || fix.drops || (loss === 'value' && fix.encodes)
  if (loss === 'damage' || !isMeant) return undefined
  return loss === 'record' ? { ...proposal, isForOneLine: true } : proposal
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
