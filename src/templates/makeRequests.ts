// Writes the requests of all rows, a stretch at a time.
import { type Job, TimeSlice } from '../base/jobs.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { RequestMaker } from './requestMaker.ts'
import type { RowStore } from './rowStore.ts'

/** Where the lines go. */
export interface RequestTarget {
  /** Takes over the bytes. Throws when there is no room. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>
}

/** Code units that become bytes at once. */
const STRETCH = 512 * 1024

const utf8 = new TextEncoder()

/** Throws Cancelled, ReadFailure, and what the target throws. */
export async function makeRequests(
  rows: RowStore,
  template: CompiledTemplate,
  target: RequestTarget,
  job: Job,
  onProgress: OnProgress,
): Promise<void> {
  const maker = new RequestMaker(template, rows.columns)
  const slice = new TimeSlice()
  let lines: string[] = []
  let length = 0
  const flush = async (): Promise<void> => {
    await target.append(utf8.encode(lines.join('')))
    lines = []
    length = 0
  }
  for await (const group of rows.rows()) {
    job.check()
    for (const { number, row } of group) {
      for (const { line } of maker.requestsOf(row)) {
        lines.push(line, '\n')
        length += line.length + 1
      }
      if (length >= STRETCH) await flush()
      if (!slice.isOver) continue
      onProgress({ unit: 'rows', done: number, total: rows.count })
      await slice.breathe()
      job.check()
    }
  }
  if (length > 0) await flush()
}
