// The views of the interface in terms of the document: which outcomes belong to them.
import type { Verdict } from '../diagnostics/diagnostic.ts'
import { OUTCOME_LIMIT } from '../document/lineStates.ts'
import type { LineView } from '../document/lineView.ts'
import type { View } from '../worker/documentApi.ts'
import type { OpenDocument } from './openDocument.ts'

export function lineView(doc: OpenDocument, view: View): LineView {
  switch (view.kind) {
    case 'all':
    case 'edited':
    case 'matches':
      return doc.lines.view(view)
    case 'invalid':
      return doc.lines.view({ kind: 'outcomes', members: withVerdict(doc, 'invalid') })
    case 'warnings':
      return doc.lines.view({ kind: 'outcomes', members: withVerdict(doc, 'warning') })
    case 'cause':
      return doc.lines.view({ kind: 'outcomes', members: havingCode(doc, view.code) })
  }
}

/** [outcome]: 1 where lines with it have the verdict; as long as the document wants it. */
export function withVerdict(doc: OpenDocument, verdict: Verdict): Uint8Array {
  return padded(doc.outcomes.withVerdict(verdict))
}

/** [outcome]: 1 where lines with it have the cause. */
export function havingCode(doc: OpenDocument, code: string): Uint8Array {
  return padded(doc.outcomes.havingCode(code))
}

function padded(members: Uint8Array): Uint8Array {
  const whole = new Uint8Array(OUTCOME_LIMIT)
  whole.set(members)
  return whole
}

/** How many lines of the document have one of the outcomes. */
export function countMembers(doc: OpenDocument, members: Uint8Array): number {
  const histogram = doc.lines.histogram()
  let count = 0
  for (let outcome = 0; outcome < doc.outcomes.size; outcome++) {
    if (members[outcome] === 1) count += histogram[outcome] as number
  }
  return count
}
