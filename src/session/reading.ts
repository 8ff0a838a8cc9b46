// Passes over the whole file: the first reading, which finds the lines and validates them, and validating
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
import { settleLastLine } from '../validation/settleLastLine.ts'
import { settleNotices, settleRules } from '../validation/settleRules.ts'
import { Portions } from './portions.ts'

/** As many as the table shows at a time on most screens. */
const FIRST_LINES = 40
/** Milliseconds after which fewer are shown. */
const FIRST_LINES_PATIENCE = 16

/** Chunks of a source. What is in memory already comes at once, and the rest is being read meanwhile. */
async function* headFirst(source: ByteSource): AsyncGenerator<Uint8Array> {
  const { head } = source
  if (!head || head.length === 0) {
    yield* readAhead(source)
    return
  }
  const rest = readAhead(source, head.length)
  const next = rest.next()
  // It is reported when it is awaited.
  next.catch(() => {})
  try {
    yield head
    const { done, value } = await next
    if (done !== true) yield value
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

/** Reads and validates every line. Throws `Cancelled`, or what the source threw. */
export async function readWhole(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  job: Job,
  onProgress: () => void,
  chooseFormat?: (sample: readonly unknown[]) => FormatDefinition,
): Promise<void> {
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const slice = new TimeSlice()
  let findingSets = new Uint16Array(16_384)
  const records = new FoundRecords(doc)
  let choose = chooseFormat
  if (!choose) scanner.setPlan(doc.validator.plan)
  const chooseBy = (batch: ScanBatch | undefined): void => {
    if (!choose || !batch) return
    doc.validator = doc.createFormatValidator(choose(sampleOfBatch(batch, doc.sniffed.layout)))
    choose = undefined
    scanner.setPlan(doc.validator.plan)
  }
  const take = (batch: ScanBatch): void => {
    chooseBy(batch)
    if (findingSets.length < batch.count) findingSets = new Uint16Array(batch.count)
    const line = doc.lines.originalLineCount
    doc.validator.validateBatch(scanner, batch, line, findingSets)
    doc.attached?.joinAll(findingSets, line, batch.count)
    doc.lines.appendScanned(batch, findingSets)
    records.search(batch)
    doc.readBytes = batch.baseOffset + (batch.ends[batch.count - 1] as number)
  }
  let isFirst = true
  // As soon as there is something to show, and again at the end: in between nothing changes its kind.
  const settleFirst = (): void => {
    if (isFirst) settleNotices(doc)
    isFirst = false
  }
  const portions = new Portions()
  for await (const chunk of headFirst(doc.source)) {
    if (isFirst && choose) {
      // Scanned again with the plan, these lines have shapes and need not be validated one by one.
      chooseBy(scanner.push(chunk).next().value ?? undefined)
      scanner.reset()
    }
    const startedAt = performance.now()
    const isEnough = (): boolean =>
      doc.lines.originalLineCount >= FIRST_LINES ||
      performance.now() - startedAt > FIRST_LINES_PATIENCE
    for (const portion of portions.cut(chunk)) {
      for (const batch of scanner.push(portion)) {
        take(batch)
        job.check()
        if (isFirst ? isEnough() : slice.isOver) {
          settleFirst()
          onProgress()
          await slice.breathe()
        }
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

/** Validates all lines again with `format`, edits included. Nothing changes when it is cancelled. */
export async function revalidate(
  doc: OpenDocument,
  format: FormatDefinition,
  wasm: WebAssembly.Module,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const validator = doc.createFormatValidator(format)
  scanner.setPlan(validator.plan)
  const changed = new Set<number>(doc.lines.changedOriginalIds())
  // Which lines are one record is no matter of formats: they stay what they are, and count for no rule.
  const recordFindingSet = (id: LineId): number | undefined => {
    const findingSet = doc.lines.findingSetOf(id)
    return isOfRecord(doc.findingSets, findingSet) ? findingSet : undefined
  }
  const isChanged = (line: number): boolean =>
    changed.has(line) ||
    !doc.lines.has(lineId(line)) ||
    recordFindingSet(lineId(line)) !== undefined
  const all = new Uint16Array(doc.lines.originalLineCount)
  const slice = new TimeSlice()
  let line = 0
  const take = (batch: ScanBatch): void => {
    const findingSets = all.subarray(line, line + batch.count)
    validator.validateBatch(scanner, batch, line, findingSets, isChanged)
    doc.attached?.joinAll(findingSets, line, batch.count)
    if (line + batch.count > doc.lines.originalLineCount) throw linesDiffer()
    for (const end = line + batch.count; line < end; line++) {
      const findingSet = recordFindingSet(lineId(line))
      if (findingSet !== undefined) all[line] = findingSet
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
  const findingSetByLine = new Map<number, number>()
  doc.validator = validator
  doc.hasCachedVerdicts = false
  doc.outliers = new Map()
  present.forEach((id, i) => {
    const ofRecord = recordFindingSet(id)
    if (ofRecord !== undefined) {
      findingSetByLine.set(id, ofRecord)
      return
    }
    const state = validator.validateContent(
      doc.scanner,
      contents[i]?.bytes ?? new Uint8Array(),
      id === 0,
    )
    validator.rules.add(id, state.key, state.profile)
    findingSetByLine.set(id, state.findingSet)
  })
  doc.lines.replaceFindingSets(all, findingSetByLine)
  await settleLastLine(doc)
  await settleRules(doc)
}

/** The first bytes of a source, to tell what it is. */
export function readHead(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, Math.min(source.size, SNIFF_LENGTH))
}
