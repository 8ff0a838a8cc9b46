// What many lines are as far as the rules across lines go, for taking them out: their keys and profiles
// are not kept by line, so they are read again. Lines of the file are scanned where they are in it and
// recognised by shape, as when it was opened; edited and added ones are validated one by one.
import { type Job, TimeSlice } from '../base/jobs.ts'
import { type LineId, lineId } from '../base/units.ts'
import { contentEndOf, linesDiffer, type LoadedBlock } from '../document/blockReader.ts'
import type { LineState } from '../document/changeRecord.ts'
import type { LineContent } from '../document/contentReader.ts'
import { BLOCK_BYTES } from '../document/lineIndex.ts'
import type { LineSet } from '../document/lineSet.ts'
import { ADDED_SLOT, slotOf } from '../document/lineSlot.ts'
import { DELETED_BIT, EDITED_BIT } from '../document/lineStates.ts'
import { type ScanBatch, Scanner } from '../scanner/scanner.ts'
import { stateWithAttached } from './attachedFindings.ts'
import { NO_PROFILE } from './fileRules.ts'
import { isOfRecord } from './overLines/recordOfLine.ts'
import { StateColumns } from './stateColumns.ts'
import type { ValidatedDocument } from './validatedDocument.ts'

/** Fewer lines are validated one by one: what scanning blocks needs has to be made first. */
const FEW_LINES = 500
/** Lines read at a time that are validated one by one. */
const BATCH_LINES = 256

const LF = 10

type KnownLine = Omit<LineContent, 'bytes'>

export type VisitState = (line: KnownLine, state: LineState) => void

/**
 * Calls `visit` for each line of `lines` that is in the document, in no order. `onLines` is told how
 * many were visited. Throws `Cancelled`, and what the source threw. Nothing may change meanwhile.
 */
export async function visitStates(
  doc: ValidatedDocument,
  wasm: WebAssembly.Module,
  lines: LineSet,
  job: Job,
  onLines: (done: number) => void,
  visit: VisitState,
): Promise<void> {
  const { singles, blocks } = sortOut(doc, lines)
  let done = 0
  const slice = new TimeSlice()
  const pause = async (): Promise<void> => {
    job.check()
    if (!slice.isOver) return
    onLines(done)
    await slice.breathe()
    job.check()
  }
  for (let from = 0; from < singles.length; from += BATCH_LINES) {
    const contents = await doc.lines.readContents(singles.slice(from, from + BATCH_LINES))
    for (const content of contents) visit(content, stateOf(doc, content))
    done += contents.length
    await pause()
  }
  if (blocks.length === 0) return
  const isSingle = new Set(singles)
  const scanner = Scanner.create(wasm, { seed: doc.seed })
  const columns = new StateColumns(doc.rules)
  const validator = doc.createFormatValidator(doc.format, columns)
  scanner.setPlan(validator.plan)
  let findingSets = new Uint16Array(0)
  let line = 0
  const take = (batch: ScanBatch, { bytes, firstLine, starts }: LoadedBlock): void => {
    const { count } = batch
    if (findingSets.length < count) findingSets = new Uint16Array(count)
    columns.begin(line, count)
    validator.validateBatch(scanner, batch, line, findingSets)
    for (let i = 0; i < count; i++, line++) {
      const id = lineId(line)
      if (!lines.has(id) || !doc.lines.has(id) || isSingle.has(id)) continue
      const from = starts[line - firstLine] as number
      const byteLength = contentEndOf(bytes, from, starts[line - firstLine + 1] as number) - from
      const key = columns.keyAt(i)
      const state = { findingSet: findingSets[i] as number, key, profile: columns.profileAt(i) }
      visit(
        { id, byteLength, contentRef: 0 },
        ofRecord(doc, id) ?? stateWithAttached(doc, id, state),
      )
      done++
    }
  }
  const { tables } = doc.lines
  let at = -1
  for await (const [, block] of tables.reader.stream(blocks)) {
    if (at !== block.offset) scanner.reset(block.offset)
    at = block.offset + block.bytes.length
    line = block.firstLine
    for (const batch of scanner.push(block.bytes)) take(batch, block)
    if (block.bytes.at(-1) !== LF) for (const batch of scanner.finish()) take(batch, block)
    if (line !== block.firstLine + block.starts.length - 1) throw linesDiffer()
    await pause()
  }
}

/** Lines that are looked at one by one, and the blocks of the others, ascending. */
function sortOut(
  doc: ValidatedDocument,
  lines: LineSet,
): { readonly singles: LineId[]; readonly blocks: number[] } {
  const { index, states } = doc.lines.tables
  const singles: LineId[] = []
  const blocks: number[] = []
  const isFew = lines.size <= FEW_LINES
  // Whether a mark at its beginning is one depends on where it stands now.
  const first = doc.lines.idAt(0)
  let block = -1
  let blockEnd = 0
  let isLong = false
  for (const run of lines.runs()) {
    for (let i = 0; i < run.count; i++) {
      const id = lineId(run.first + i)
      const slot = slotOf(id)
      if (!states.has(slot)) break
      const word = states.word(slot)
      if ((word & DELETED_BIT) !== 0) continue
      if (isFew || slot >= ADDED_SLOT || (word & EDITED_BIT) !== 0 || id === first) {
        singles.push(id)
        continue
      }
      if (slot >= blockEnd) {
        block = index.blockOfLine(slot)
        blockEnd = index.firstLine(block + 1)
        isLong = index.offset(block + 1) - index.offset(block) > 2 * BLOCK_BYTES
        if (!isLong) blocks.push(block)
      }
      if (isLong) singles.push(id)
    }
  }
  return { singles, blocks }
}

function stateOf(doc: ValidatedDocument, { id, bytes }: LineContent): LineState {
  const isFirst = doc.lines.indexOf(id) === 0
  return (
    ofRecord(doc, id) ??
    stateWithAttached(doc, id, doc.validator.validateContent(doc.scanner, bytes, isFirst))
  )
}

/** A line of a record over several lines counts for no rule, and goes back to that by undo. */
function ofRecord(doc: ValidatedDocument, id: LineId): LineState | undefined {
  const findingSet = doc.lines.findingSetOf(id)
  if (!isOfRecord(doc.findingSets, findingSet)) return undefined
  return { findingSet, key: 0, profile: NO_PROFILE }
}
