// Passes over the whole file: the first reading, which finds the lines and judges them, and judging
// again as another format. First rows do not wait for the pass; the page is served between chunks.
import { linesDiffer } from '../document/blockReader.ts'
import type { ByteSource } from '../document/byteSource.ts'
import { type LineId, lineId } from '../base/units.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { Scanner, type ScanBatch } from '../scanner/scanner.ts'
import { SNIFF_LENGTH } from '../scanner/sniffContent.ts'
import { type Job, TimeSlice } from '../base/jobs.ts'
import { sampleOfBatch } from './detection.ts'
import type { OpenDocument } from './openDocument.ts'
import { readAhead } from '../document/readAhead.ts'
import { FoundRecords } from '../validation/overLines/foundRecords.ts'
import { isOfRecord } from '../validation/overLines/recordOfLine.ts'
import { settleNotices, settleRules } from '../validation/settleRules.ts'

/** Reads and judges every line. Throws `Cancelled`, or what the source threw. */
export async function readWhole(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  job: Job,
  onProgress: () => void,
  chooseFormat?: (sample: readonly unknown[]) => FormatDefinition,
): Promise<void> {
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const slice = new TimeSlice()
  let outcomes = new Uint16Array(16_384)
  const records = new FoundRecords(doc)
  let choose = chooseFormat
  if (!choose) scanner.setPlan(doc.judge.plan)
  const chooseBy = (batch: ScanBatch | undefined): void => {
    if (!choose || !batch) return
    doc.judge = doc.createJudge(choose(sampleOfBatch(batch, doc.sniffed.layout)))
    choose = undefined
    scanner.setPlan(doc.judge.plan)
  }
  const take = (batch: ScanBatch): void => {
    chooseBy(batch)
    if (outcomes.length < batch.count) outcomes = new Uint16Array(batch.count)
    doc.judge.judgeBatch(scanner, batch, doc.lines.originalLineCount, outcomes)
    doc.lines.appendScanned(batch, outcomes)
    records.search(batch)
    doc.readBytes = batch.baseOffset + (batch.ends[batch.count - 1] as number)
  }
  let isFirst = true
  // As soon as there is something to show, and again at the end: in between nothing changes its kind.
  const settleFirst = (): void => {
    if (isFirst) settleNotices(doc)
    isFirst = false
  }
  for await (const chunk of readAhead(doc.source)) {
    if (isFirst && choose) {
      // Scanned again with the plan, these lines have shapes and need not be judged one by one.
      chooseBy(scanner.push(chunk).next().value ?? undefined)
      scanner.reset()
    }
    for (const batch of scanner.push(chunk)) {
      take(batch)
      job.check()
      if (slice.isOver) {
        settleFirst()
        onProgress()
        await slice.breathe()
      }
    }
    settleFirst()
    onProgress()
    job.check()
  }
  for (const batch of scanner.finish()) take(batch)
  doc.readBytes = doc.source.size
  doc.lines.finishReading()
  await settleRules(doc, job)
  // What is known of all lines at once has to be settled before single lines are taken out of it.
  if (await records.mark()) await settleRules(doc, job)
}

/** Judges all lines again with `format`, edits included. Nothing changes when it is cancelled. */
export async function judgeAgain(
  doc: OpenDocument,
  format: FormatDefinition,
  wasm: WebAssembly.Module,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const judge = doc.createJudge(format)
  scanner.setPlan(judge.plan)
  const changed = new Set<number>(doc.lines.changedOriginalIds())
  // Which lines are one record is no matter of formats: they stay what they are, and count for no rule.
  const recordOutcome = (id: LineId): number | undefined => {
    const outcome = doc.lines.outcomeOf(id)
    return isOfRecord(doc.outcomes, outcome) ? outcome : undefined
  }
  const isChanged = (line: number): boolean =>
    changed.has(line) || !doc.lines.has(lineId(line)) || recordOutcome(lineId(line)) !== undefined
  const all = new Uint16Array(doc.lines.originalLineCount)
  const slice = new TimeSlice()
  let line = 0
  const take = (batch: ScanBatch): void => {
    judge.judgeBatch(scanner, batch, line, all.subarray(line, line + batch.count), isChanged)
    if (line + batch.count > doc.lines.originalLineCount) throw linesDiffer()
    for (const end = line + batch.count; line < end; line++) {
      const outcome = recordOutcome(lineId(line))
      if (outcome !== undefined) all[line] = outcome
    }
  }
  let done = 0
  for await (const chunk of readAhead(doc.source)) {
    for (const batch of scanner.push(chunk)) {
      take(batch)
      job.check()
      if (slice.isOver) await slice.breathe()
    }
    done += chunk.length
    onProgress(done)
    job.check()
  }
  for (const batch of scanner.finish()) take(batch)
  if (doc.isRestored && line !== all.length) throw linesDiffer()

  // From here on nothing is cancelled and nothing else runs: the old verdicts give way as one.
  const present = [...changed, ...doc.lines.addedIds()]
    .map(lineId)
    .filter((id) => doc.lines.has(id))
  const contents = await doc.lines.readContents(present)
  const outcomeByLine = new Map<number, number>()
  doc.judge = judge
  doc.hasKeptVerdicts = false
  doc.oddLines = new Map()
  present.forEach((id, i) => {
    const ofRecord = recordOutcome(id)
    if (ofRecord !== undefined) {
      outcomeByLine.set(id, ofRecord)
      return
    }
    const state = judge.judgeContent(doc.scanner, contents[i]?.bytes ?? new Uint8Array(), id === 0)
    judge.rules.add(id, state.key, state.profile)
    outcomeByLine.set(id, state.outcome)
  })
  doc.lines.replaceOutcomes(all, outcomeByLine)
  await settleRules(doc)
}

/** The first bytes of a source, to tell what it is. */
export function readHead(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, Math.min(source.size, SNIFF_LENGTH))
}
