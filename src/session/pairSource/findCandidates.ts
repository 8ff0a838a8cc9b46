// Lines whose raw text may hold some words.
import type { Job } from '../../base/jobs.ts'
import type { OpenDocument } from '../openDocument.ts'
import { idsInOrder } from './readPairLines.ts'

/** A superset of the lines that say `text` somewhere in their JSON, in any case of its letters. */
export async function findCandidates(
  doc: OpenDocument,
  _wasm: WebAssembly.Module,
  _text: string,
  _job: Job,
  _onProgress: (doneBytes: number) => void,
): Promise<Float64Array<ArrayBuffer>> {
  return idsInOrder(doc)
}
