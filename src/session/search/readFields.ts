// One pass over the bytes of a file for what is at some fields of its lines; nothing else of a line is looked at.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { FieldPlan } from '../../scanner/fieldPlan.ts'
import { type FieldAsks, type FieldBatch, FieldScanner } from '../../scanner/fieldScanner.ts'
import { lineWays } from '../lineWays.ts'
import type { OpenDocument } from '../openDocument.ts'

interface FieldReading {
  readonly plan: FieldPlan
  readonly asks: FieldAsks
  /** Called before lines are read in one go. */
  readonly renew?: () => void
}

/**
 * Takes all lines of the file in their order, as the file has them. `onProgress` counts bytes. Throws `Cancelled`,
 * what the source throws, and PlanTooLarge.
 */
export async function readFields(
  { lines, source, findingSets }: OpenDocument,
  wasm: WebAssembly.Module,
  { plan, asks, renew = () => {} }: FieldReading,
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
    const slice = new TimeSlice()
    renew()
    for (const batch of scanner.push(chunk)) {
      take(batch)
      // Most chunks are done in one; where an expression is slow, the page may want to stop it.
      if (slice.isOver) await slice.breathe()
      job.check()
      renew()
    }
    done += chunk.length
    onProgress(done)
  }
  renew()
  for (const batch of scanner.finish()) take(batch)
}
