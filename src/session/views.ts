// The views of the interface in terms of the document: which outcomes belong to them.
import type { Verdict } from '../diagnostics/diagnostic.ts'
import { isLayoutCode } from '../diagnostics/layoutCodes.ts'
import { OUTCOME_LIMIT } from '../document/lineStates.ts'
import type { LineView } from '../document/lineView.ts'
import {
  MAP_ATTENTION,
  MAP_EDITED,
  MAP_INVALID,
  MAP_MATCH,
  MAP_WARNING,
  type View,
} from '../contracts/documentApi.ts'
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
    case 'attention':
      return doc.lines.view({ kind: 'outcomes', members: doc.outcomes.needingAttention() })
    case 'cause':
      return doc.lines.view({ kind: 'outcomes', members: doc.outcomes.havingCode(view.code) })
  }
}

/** The document as `cells` cells, each a set of MAP_ bits. */
export function fileMapOf(doc: OpenDocument, cells: number): Uint8Array {
  const { outcomes } = doc
  return doc.lines.fileMap(cells, [
    { bits: MAP_INVALID, kind: { kind: 'outcomes', members: outcomes.withVerdict('invalid') } },
    { bits: MAP_WARNING, kind: { kind: 'outcomes', members: outcomes.withVerdict('warning') } },
    { bits: MAP_ATTENTION, kind: { kind: 'outcomes', members: outcomes.needingAttention() } },
    { bits: MAP_EDITED, kind: { kind: 'edited' } },
    { bits: MAP_MATCH, kind: { kind: 'matches' } },
  ])
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
