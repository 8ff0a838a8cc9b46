// One pass over the bytes of a file for how many of them each line has, its line end not counted.
import type { Job } from '../../base/jobs.ts'
import type { LineId } from '../../base/units.ts'
import { lineNumber } from '../../document/lineSequence.ts'
import { readAhead } from '../../document/readAhead.ts'
import { KIND } from '../../fields/sortValue.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { SortSink } from './sortSink.ts'

const LF = 10
const CR = 13

/** Changed lines that are looked at together. */
const CHANGED_BATCH = 4096

/** Puts a number for every line. Throws `Cancelled` and what the source throws. */
export async function readSizes(
  { lines, source }: OpenDocument,
  sink: SortSink,
  job: Pick<Job, 'check'>,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const { originalCount } = lines.tables.states
  let line = 0
  /** Bytes before the chunk: all of them, and those of the line that has begun. */
  let done = 0
  let begun = 0
  let last = 0
  for await (const chunk of readAhead(source)) {
    job.check()
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      const before = end > 0 ? (chunk[end - 1] as number) : last
      const size = begun + end - from
      sink.putNumber(line++, KIND.number, size > 0 && before === CR ? size - 1 : size)
      from = end + 1
      begun = 0
    }
    begun += chunk.length - from
    last = chunk[chunk.length - 1] ?? last
    done += chunk.length
    onProgress(done)
  }
  if (line < originalCount) sink.putNumber(line, KIND.number, begun)
  const changed = [...lines.changedOriginalIds(), ...lines.addedIds()]
  for (let from = 0; from < changed.length; from += CHANGED_BATCH) {
    job.check()
    const ids: readonly LineId[] = changed.slice(from, from + CHANGED_BATCH)
    for (const { id, byteLength } of await lines.readContents(ids, { limitBytes: 0 })) {
      sink.putNumber(lineNumber(id, originalCount), KIND.number, byteLength)
    }
  }
}
