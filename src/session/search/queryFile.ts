// One pass over the bytes of a file for the lines that a query matches. The scanner reads the fields that the
// query asks for; nothing else of a line is looked at.
import type { Job } from '../../base/jobs.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { FieldPlan } from '../../scanner/fieldPlan.ts'
import { type FieldAsks, type FieldBatch, FieldScanner } from '../../scanner/fieldScanner.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineWays } from './lineWays.ts'

export interface QueryRun {
  readonly plan: FieldPlan
  readonly asks: FieldAsks
}

/**
 * Marks matching lines of the file but for those in `changed`, by line (0-based) of the file. Throws
 * `Cancelled`, what the source throws, and PlanTooLarge.
 */
export async function queryFile(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { plan, asks }: QueryRun,
  changed: ReadonlySet<number>,
  job: Pick<Job, 'check'>,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const { lines, source } = doc
  const scanner = new FieldScanner(
    wasm,
    plan,
    {
      readWords: (firstLine, words) => {
        lines.copyWords(firstLine, words)
      },
      wayOf: lineWays(doc.findingSets),
    },
    asks,
  )
  let done = 0
  const mark = ({ firstLine, matches }: FieldBatch): void => {
    lines.addMatches(firstLine, changed.size > 0 ? without(matches, firstLine, changed) : matches)
  }
  for await (const chunk of readAhead(source)) {
    job.check()
    for (const batch of scanner.push(chunk)) mark(batch)
    done += chunk.length
    onProgress(done)
  }
  for (const batch of scanner.finish()) mark(batch)
}

function without(
  matches: Uint32Array,
  firstLine: number,
  changed: ReadonlySet<number>,
): Uint32Array {
  return matches.filter((place) => !changed.has(firstLine + place))
}
