// The lines of a document as files for batches.
import { lineNumberOf, type LineId } from '../../base/units.ts'
import type { Job } from '../../base/jobs.ts'
import { present } from '../../base/assert.ts'
import type {
  BatchPart,
  BatchPartsRequest,
  PartEnd,
  PartGroups,
} from '../../contracts/batchParts.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { FINDING_SET_LIMIT } from '../../document/lineStates.ts'
import type { LineView } from '../../document/lineView.ts'
import type { OpenDocument } from '../openDocument.ts'
import { verdictsView } from '../views.ts'
import { cutLines } from './cutLines.ts'
import { runsOf } from './lineRuns.ts'

/** Lines that are not blank; `valid`: of these the ones without an error. */
export function requestView(doc: OpenDocument, selection: 'all' | 'valid'): LineView {
  return verdictsView(
    doc,
    selection === 'valid' ? ['valid', 'warning'] : ['valid', 'warning', 'invalid'],
  )
}

/** The same; a line that is an error only since others have another value is none where these are apart. */
export function partsView(
  doc: OpenDocument,
  selection: 'all' | 'valid',
  groups: PartGroups,
): LineView {
  const view = requestView(doc, selection)
  if (selection === 'all' || groups === 'none') return view
  const answered = new Set((doc.format.uniform ?? []).map(({ code }) => code))
  const members = new Uint8Array(FINDING_SET_LIMIT)
  for (let findingSet = 0; findingSet < doc.findingSets.size; findingSet++) {
    const errors = doc.findingSets
      .findingsOf(findingSet)
      .filter(({ severity }) => severity === 'error')
    const isOdd = errors.length > 0 && errors.every(({ code }) => answered.has(code))
    if (isOdd || view.belongs[findingSet] === 1) members[findingSet] = 1
  }
  return doc.lines.view({ kind: 'findingSets', members })
}

/** Throws Cancelled, and ReadFailure, also for a line that no part can hold. */
export async function batchParts(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { groups, limits, selection }: BatchPartsRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<BatchPart[]> {
  const view = partsView(doc, selection, groups)
  const files = await cutLines(doc, wasm, view, { limits, groups, isHashed: true }, job, onProgress)
  const parts: BatchPart[] = []
  for (const { rows, hash, ...file } of files) {
    const first = rows[0] as number
    const last = (rows.at(-2) as number) + (rows.at(-1) as number) - 1
    parts.push({
      ...file,
      first: endOf(view, first),
      last: endOf(view, last),
      ids: runsOf(idsOf(view, rows)),
      contentHash: await hash,
      revision: doc.revision,
    })
  }
  return parts
}

/** Lines that are asked of a view at a time: runs may be short, and each question looks for its row. */
const ROWS = 65_536

/** The lines of rows: a first one, how many follow one another from it, and so on. */
function* idsOf(view: LineView, rows: readonly number[]): Generator<LineId> {
  let known: readonly LineId[] = []
  let knownFrom = 0
  for (let i = 0; i + 1 < rows.length; i += 2) {
    const from = rows[i] as number
    const to = from + (rows[i + 1] as number)
    for (let row = from; row < to; row++) {
      if (row >= knownFrom + known.length) {
        known = view.ids(row, row + ROWS)
        knownFrom = row
      }
      yield present(known[row - knownFrom], `row ${row}`)
    }
  }
}

function endOf(view: LineView, row: number): PartEnd {
  const index = present(view.indexAt(row), `row ${row}`)
  return { id: present(view.idAt(row), `row ${row}`), line: lineNumberOf(index) }
}
