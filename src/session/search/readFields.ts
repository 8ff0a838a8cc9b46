// One pass over the bytes of a file for what is at some fields of its lines; nothing else of a line is looked at.
import type { Job } from '../../base/jobs.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { FieldPlan } from '../../scanner/fieldPlan.ts'
import { type FieldAsks, type FieldBatch, FieldScanner } from '../../scanner/fieldScanner.ts'
import { lineWays } from '../lineWays.ts'
import type { OpenDocument } from '../openDocument.ts'

/**
 * Takes all lines of the file in their order, as the file has them. `onProgress` counts bytes. Throws `Cancelled`,
 * what the source throws, and PlanTooLarge.
 */
export async function readFields(
  { lines, source, findingSets }: OpenDocument,
  wasm: WebAssembly.Module,
  { plan, asks }: { readonly plan: FieldPlan; readonly asks: FieldAsks },
  take: (batch: FieldBatch) => void,
  job: Pick<Job, 'check'>,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const { states } = lines.tables
  const scanner = new FieldScanner(
    wasm,
    plan,
    {
      readWords: (firstLine, words) => states.copyOriginal(firstLine, words),
      wayOf: lineWays(findingSets),
    },
    asks,
  )
  let done = 0
  for await (const chunk of readAhead(source)) {
    job.check()
    for (const batch of scanner.push(chunk)) take(batch)
    done += chunk.length
    onProgress(done)
  }
  for (const batch of scanner.finish()) take(batch)
}
