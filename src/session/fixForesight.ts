// What 'Fix all' would do, asked of the lines themselves: of the first of them for a look, of all for the count.
import { breathe, type Job, TimeSlice } from '../base/jobs.ts'
import { type LineId, type LineIndex, lineNumberOf } from '../base/units.ts'
import type { FixCount, FixSample } from '../contracts/foresight.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { LineContent } from '../document/contentReader.ts'
import { textsAfter } from '../fixes/proposeFixes.ts'
import { readRecord } from '../validation/overLines/readRecord.ts'
import { type MendedLine, mendLine, rememberKey } from './fixAllLines.ts'
import type { OpenDocument } from './openDocument.ts'
import { lineView } from './views.ts'

/** Lines that are shown. */
const SAMPLES = 5
/** Lines that are looked through for them. */
const SAMPLED_LINES = 1000
/** Bytes of a line above which it is no sample: its texts go to the page. */
const LINE_LIMIT = 256 * 1024
/** Lines read at a time. */
const BATCH = 256

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** As the first lines would be, so that what is shown is what comes. */
export async function fixSamples(
  doc: OpenDocument,
  code: string,
  fixId: string | undefined,
): Promise<readonly FixSample[]> {
  const samples: FixSample[] = []
  const view = lineView(doc, { kind: 'cause', code })
  const taken = new Set<string>()
  for (let row = 0; row < SAMPLED_LINES && samples.length < SAMPLES; row += SAMPLES) {
    const ids = view.ids(row, row + SAMPLES)
    if (ids.length === 0) break
    const contents = await doc.lines.readContents(ids, { limitBytes: LINE_LIMIT })
    for (const content of contents) {
      if (content.bytes.length < content.byteLength || samples.length === SAMPLES) continue
      const mended = await mendLine(doc, content, code, fixId, taken)
      if (!mended) continue
      const sample = await sampleOf(doc, content, mended)
      if (sample) samples.push(sample)
      rememberKey(doc, mended.proposal, taken)
    }
  }
  return samples
}

async function sampleOf(
  doc: OpenDocument,
  content: LineContent,
  { proposal }: MendedLine,
): Promise<FixSample | undefined> {
  const line = lineNumberOf(doc.lines.indexOf(content.id) as LineIndex)
  const after = textsAfter(proposal)
  if (proposal.kind !== 'join') return { line, before: utf8.decode(content.bytes), after }
  const contents = await joinedLines(doc, content.id)
  return (
    contents && { line, before: contents.map(({ bytes }) => utf8.decode(bytes)).join('\n'), after }
  )
}

/** The lines of a record of which this is the first; undefined for the others. */
async function joinedLines(
  doc: OpenDocument,
  id: LineId,
): Promise<readonly LineContent[] | undefined> {
  const record = await readRecord(doc, id)
  return record?.record.ids[0] === id ? record.contents : undefined
}

/** Asks every line that has the cause. Throws Cancelled, and ReadFailure. */
export async function countFixes(
  doc: OpenDocument,
  code: string,
  fixId: string | undefined,
  job: Job,
  onProgress: OnProgress,
): Promise<FixCount> {
  const view = lineView(doc, { kind: 'cause', code })
  const total = view.count
  const slice = new TimeSlice()
  const taken = new Set<string>()
  let fixed = 0
  let changed = 0
  for (let row = 0; row < total; row += BATCH) {
    for (const content of await doc.lines.readContents(view.ids(row, row + BATCH))) {
      const mended = await mendLine(doc, content, code, fixId, taken)
      if (slice.isOver) {
        await slice.breathe()
        job.check()
      }
      if (!mended) continue
      const isJoined = mended.proposal.kind === 'join'
      const lines = isJoined ? ((await joinedLines(doc, content.id))?.length ?? 0) : 1
      changed += lines
      if (mended.isMended) fixed += lines
      rememberKey(doc, mended.proposal, taken)
    }
    onProgress({ unit: 'lines', done: Math.min(row + BATCH, total), total })
    await breathe()
    job.check()
  }
  return { lines: total, fixed, changed }
}
