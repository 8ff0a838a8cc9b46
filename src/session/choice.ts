// Which lines the user has chosen to do something with: kept here as a set, so that all of a view is
// chosen as quickly as one line, and the page never holds a list. The rows say it of themselves.
import type { LineId, RowIndex } from '../base/units.ts'
import { LineSet } from '../document/lineSet.ts'
import type { ViewRows } from '../document/sortedView.ts'
import type { ChooseCommand, LineTarget, RowPlace } from '../contracts/documentApi.ts'
import type { OpenDocument } from './openDocument.ts'
import { lineView, viewRows } from './views.ts'

/** Invariant: all of its lines are in the document; whoever takes a line out calls `leave`. */
export class LineChoice {
  readonly lines = new LineSet()
  /** Rises with every change of which lines are chosen. */
  version = 0

  leave(id: LineId): void {
    if (!this.lines.has(id)) return
    this.lines.remove(id)
    this.version++
  }
}

export function choose(doc: OpenDocument, command: ChooseCommand): void {
  const { choice } = doc
  const { lines } = choice
  choice.version++
  switch (command.kind) {
    case 'none':
      lines.clear()
      return
    case 'all': {
      lines.clear()
      const view = lineView(doc, command.view)
      view.addTo(lines, 0, view.count)
      return
    }
    case 'toggle': {
      const id = idOf(doc, viewRows(doc, command.view), command.row)
      if (id === undefined) return
      if (lines.has(id)) lines.remove(id)
      else lines.add(id)
      return
    }
    case 'range': {
      const view = viewRows(doc, command.view)
      const one = rowOf(doc, view, command.from)
      const other = rowOf(doc, view, command.to)
      if (!command.keepsOthers) lines.clear()
      view.addTo(lines, Math.min(one, other), Math.max(one, other) + 1)
    }
  }
}

/** The lines that are meant, as they are now. */
export function linesOf(doc: OpenDocument, target: LineTarget): LineSet {
  if (target.kind === 'lines') return LineSet.fromBytes(target.lines)
  const lines = new LineSet()
  const view = lineView(doc, target)
  view.addTo(lines, 0, view.count)
  return lines
}

function idOf({ lines }: OpenDocument, view: ViewRows, place: RowPlace): LineId | undefined {
  return place.id !== undefined && lines.has(place.id) ? place.id : view.idAt(place.row)
}

function rowOf({ lines }: OpenDocument, view: ViewRows, { id, row }: RowPlace): RowIndex {
  const index = id === undefined ? undefined : lines.indexOf(id)
  return index === undefined ? row : view.rowOf(index)
}
