// A document as several files that are each right by themselves, and what is left over.
import type { Job } from '../../base/jobs.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { SplitFile, SplitPlan, SplitRequest } from '../../contracts/splitFiles.ts'
import { FINDING_SET_LIMIT } from '../../document/lineStates.ts'
import type { LineView } from '../../document/lineView.ts'
import { blobOfLines } from '../exportJob.ts'
import type { OpenDocument } from '../openDocument.ts'
import { partsView, requestView } from './batchParts.ts'
import { type CutFile, cutLines, NORMALISED } from './cutLines.ts'

const GROUPS = 'file'

/** Throws as `cutLines` does. */
export async function splitFiles(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { limits, selection }: SplitRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<SplitPlan> {
  const view = partsView(doc, selection, GROUPS)
  const options = { limits, groups: GROUPS, isHashed: false } as const
  const files = await cutLines(doc, wasm, view, options, job, onProgress)
  const others = without(doc, requestView(doc, 'all'), view)
  const rest =
    others.count > 0 ? await blobOfLines(doc, others, NORMALISED, job, () => {}) : undefined
  return {
    revision: doc.revision,
    files: files.map(splitFileOf),
    ...(rest && { rest: { blob: rest, lines: others.count, bytes: rest.size } }),
    blank: doc.lines.countOfFindingSets(doc.findingSets.withVerdict('blank')),
  }
}

function splitFileOf({ blob, lines, bytes, items, urls, models }: CutFile): SplitFile {
  return { blob, lines, bytes, items, urls, models }
}

function without(doc: OpenDocument, view: LineView, other: LineView): LineView {
  const members = new Uint8Array(FINDING_SET_LIMIT)
  for (let findingSet = 0; findingSet < FINDING_SET_LIMIT; findingSet++) {
    members[findingSet] = view.belongs[findingSet] === 1 && other.belongs[findingSet] === 0 ? 1 : 0
  }
  return doc.lines.view({ kind: 'findingSets', members })
}
