// A line by its place in a part, after whatever happened since the part was made.
import type { PartLine } from '../../contracts/batchParts.ts'
import type { FoundLine } from '../../contracts/documentApi.ts'
import type { LineId } from '../../base/units.ts'
import type { OpenDocument } from '../openDocument.ts'
import { requestView } from './batchParts.ts'
import { idInRuns } from './lineRuns.ts'
import type { SavedNames } from './savedNames.ts'

export function lineOfPart(
  doc: OpenDocument,
  names: SavedNames,
  { first, ids, revision = doc.revision, at }: PartLine,
): FoundLine['line'] {
  if (!Number.isSafeInteger(at) || at < 1) return undefined
  const found = ids && idInRuns(ids, at - 1)
  if (ids && found === undefined) return undefined
  const name = names.nameNow(found ?? first, revision)
  if (name === undefined) return undefined
  const id = ids ? name : countedFrom(doc, name, at - 1)
  const index = id === undefined ? undefined : doc.lines.indexOf(id)
  return id === undefined || index === undefined ? undefined : { id, index }
}

function countedFrom(doc: OpenDocument, first: LineId, further: number): LineId | undefined {
  const index = doc.lines.indexOf(first)
  if (index === undefined) return undefined
  const view = requestView(doc, 'all')
  return view.idAt(view.rowOf(index) + further)
}
