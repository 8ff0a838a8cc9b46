// The views of the interface in terms of the document: which finding sets belong to them.
import type { Verdict } from '../diagnostics/diagnostic.ts'
import type { LineIndex, RowIndex } from '../base/units.ts'
import { isLayoutCode } from '../diagnostics/layoutCodes.ts'
import { FINDING_SET_LIMIT } from '../document/lineStates.ts'
import type { LineView, MatchesAmong, ViewKind } from '../document/lineView.ts'
import type { ViewRows } from '../document/sortedView.ts'
import {
  MAP_ATTENTION,
  MAP_EDITED,
  MAP_INVALID,
  MAP_MATCH,
  MAP_WARNING,
  type AmongKind,
  type FoundLine,
  type LinePlace,
  type View,
} from '../contracts/documentApi.ts'
import type { OpenDocument } from './openDocument.ts'

/** Which lines the view has, in the order of the document. */
export function lineView(doc: OpenDocument, view: View): LineView {
  return doc.lines.view(kindOf(doc, view))
}

/** The rows of a view as the table shows them: in the order of the document, or as they were sorted. */
export function viewRows(doc: OpenDocument, view: View): ViewRows {
  const kind = kindOf(doc, view)
  return doc.lines.views.sorted(kind) ?? doc.lines.view(kind)
}

function kindOf(doc: OpenDocument, view: View): ViewKind {
  switch (view.kind) {
    case 'all':
      return view
    case 'matches':
      return view.among === undefined
        ? { kind: 'matches' }
        : { kind: 'matches', among: amongOf(doc, view.among) }
    case 'cause':
      return { kind: 'findingSets', members: doc.findingSets.havingCode(view.code) }
    case 'invalid':
    case 'warnings':
    case 'attention':
    case 'edited':
      return amongOf(doc, view.kind)
  }
}

function amongOf({ findingSets }: OpenDocument, kind: AmongKind): MatchesAmong {
  switch (kind) {
    case 'invalid':
      return { kind: 'findingSets', members: findingSets.withVerdict('invalid') }
    case 'warnings':
      return { kind: 'findingSets', members: findingSets.withVerdict('warning') }
    case 'attention':
      return { kind: 'findingSets', members: findingSets.needingAttention() }
    case 'edited':
      return { kind: 'edited' }
  }
}

/** The document as `cells` cells, each a set of MAP_ bits. */
export function fileMapOf(doc: OpenDocument, cells: number): Uint8Array {
  const { findingSets } = doc
  return doc.lines.fileMap(cells, [
    {
      bits: MAP_INVALID,
      kind: { kind: 'findingSets', members: findingSets.withVerdict('invalid') },
    },
    {
      bits: MAP_WARNING,
      kind: { kind: 'findingSets', members: findingSets.withVerdict('warning') },
    },
    { bits: MAP_ATTENTION, kind: { kind: 'findingSets', members: findingSets.needingAttention() } },
    { bits: MAP_EDITED, kind: { kind: 'edited' } },
    { bits: MAP_MATCH, kind: { kind: 'matches' } },
  ])
}

/** Lines with one of several verdicts. */
export function verdictsView(doc: OpenDocument, verdicts: readonly Verdict[]): LineView {
  const members = new Uint8Array(FINDING_SET_LIMIT)
  for (const verdict of verdicts) {
    doc.findingSets.withVerdict(verdict).forEach((is, findingSet) => {
      if (is === 1) members[findingSet] = 1
    })
  }
  return doc.lines.view({ kind: 'findingSets', members })
}

/** [finding set]: 1 where lines with it are JSON. */
export function jsonMembers(doc: OpenDocument): Uint8Array {
  const members = new Uint8Array(FINDING_SET_LIMIT)
  for (let findingSet = 0; findingSet < doc.findingSets.size; findingSet++) {
    const isJson =
      !doc.findingSets.hasSyntaxError(findingSet) &&
      !doc.findingSets.findingsOf(findingSet).some(({ code }) => isLayoutCode(code))
    if (isJson) members[findingSet] = 1
  }
  return members
}

/** The row of a line, or of the first after it that the view shows. */
export function rowOf(doc: OpenDocument, view: View, place: LinePlace): RowIndex {
  return viewRows(doc, view).rowOf(indexOf(doc, place))
}

/** The nearest line of a view before or after a place, as rows stand, going round at the end. */
export function nextOf(
  doc: OpenDocument,
  view: View,
  from: LinePlace,
  direction: -1 | 1,
): FoundLine['line'] {
  const sorted = doc.lines.views.sorted(kindOf(doc, view))
  if (sorted) return sorted.next(from.id ?? doc.lines.idAt(from.index), direction)
  // Where a line is gone, the one after it is in its place.
  const isGone = from.id !== undefined && !doc.lines.has(from.id)
  const index = isGone && direction === 1 ? from.index - 1 : indexOf(doc, from)
  return lineView(doc, view).next(index, direction)
}

/** Where a line stands now. */
function indexOf({ lines }: OpenDocument, { id, index }: LinePlace): LineIndex {
  return (id === undefined ? undefined : lines.indexOf(id)) ?? index
}
