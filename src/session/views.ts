// The views of the interface in terms of the document: which outcomes belong to them.
import type { Verdict } from '../diagnostics/diagnostic.ts'
import { OUTCOME_LIMIT } from '../document/lineStates.ts'
import type { LineView } from '../document/lineView.ts'
import type { View } from '../worker/documentApi.ts'
import { isLayoutCode } from './contentLayout.ts'
import type { OpenDocument } from './openDocument.ts'

export function lineView(doc: OpenDocument, view: View): LineView {
  switch (view.kind) {
    case 'all':
    case 'edited':
    case 'matches':
      return doc.lines.view(view)
    case 'invalid':
      return doc.lines.view({ kind: 'outcomes', members: doc.outcomes.withVerdict('invalid') })
    case 'warnings':
      return doc.lines.view({ kind: 'outcomes', members: doc.outcomes.withVerdict('warning') })
    case 'cause':
      return doc.lines.view({ kind: 'outcomes', members: doc.outcomes.havingCode(view.code) })
  }
}

/** Lines with one of several verdicts. */
export function verdictsView(doc: OpenDocument, verdicts: readonly Verdict[]): LineView {
  const members = new Uint8Array(OUTCOME_LIMIT)
  for (const verdict of verdicts) {
    doc.outcomes.withVerdict(verdict).forEach((is, outcome) => {
      if (is === 1) members[outcome] = 1
    })
  }
  return doc.lines.view({ kind: 'outcomes', members })
}

/** [outcome]: 1 where lines with it are JSON. */
export function jsonMembers(doc: OpenDocument): Uint8Array {
  const members = new Uint8Array(OUTCOME_LIMIT)
  for (let outcome = 0; outcome < doc.outcomes.size; outcome++) {
    const isJson =
      !doc.outcomes.hasSyntaxError(outcome) &&
      !doc.outcomes.findingsOf(outcome).some(({ code }) => isLayoutCode(code))
    if (isJson) members[outcome] = 1
  }
  return members
}
