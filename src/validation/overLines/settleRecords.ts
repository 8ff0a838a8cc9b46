// Follows edits: around lines that came, went, moved or changed, records over several lines are looked
// for again. Lines far from any that is broken cost some looks at their neighbours' finding sets.
import { concatBytes } from '../../base/concatBytes.ts'
import type { LineId } from '../../base/units.ts'
import { isLayoutCode } from '../../diagnostics/layoutCodes.ts'
import { idOfSlot, slotOf } from '../../document/lineSlot.ts'
import { DELETED_BIT, FINDING_SET_MASK } from '../../document/lineStates.ts'
import {
  MAX_RECORD_BYTES,
  MAX_RECORD_LINES,
  mayBeginRecord,
  RecordFinder,
} from '../../scanner/recordFinder.ts'
import { joinRecord } from '../../scanner/spreadRecord.ts'
import { SYNTAX_CODES } from '../../scanner/syntaxCodes.ts'
import type { ValidatedDocument } from '../validatedDocument.ts'
import { type Mark, markLines } from './markRecords.ts'
import { continuesRecord, isOfRecord } from './recordOfLine.ts'

/** Lines that are JSON by themselves, one after the other, beyond which no record is expected. */
const MAX_JSON_LINES = 8
/** How far a line may have been moved by one step. */
const NEIGHBOURS = 2
/** Lines read at a time. */
const BATCH_LINES = 256

const LINE_FEED = Uint8Array.of(0x0a)

/** Whether records over several lines are looked for in a document at all. */
export function hasRecords({ sniffed }: ValidatedDocument): boolean {
  return sniffed.layout === 'lines' || sniffed.layout === 'pretty-printed'
}

/**
 * `gaps`: the positions where lines left the order. Returns the lines whose finding set is another because
 * of the changes, and the first lines of records nearby.
 */
export async function settleRecords(
  doc: ValidatedDocument,
  changed: readonly LineId[],
  gaps: Uint32Array,
): Promise<LineId[]> {
  if (!hasRecords(doc)) return []
  const around = new Surroundings(doc)
  // Of a million lines that were deleted it would take long to look around each.
  if (!around.hasAnyRecords) return []
  const { order } = doc.lines.tables
  const positions = changed
    .map((id) => order.positionOf(slotOf(id)))
    .filter((position) => position !== undefined)
  for (const gap of gaps) positions.push(gap)
  positions.sort((a, b) => a - b)
  const marks: (readonly [LineId, Mark])[] = []
  let done = 0
  for (const position of positions) {
    if (position < done) continue
    const { from, to } = around.of(position)
    const first = Math.max(from, done)
    if (around.hasRecords(first, to)) marks.push(...(await findMarks(doc, around.ids(first, to))))
    // Where no line follows, all that is left was deleted.
    done = to > position ? Math.max(done, to) : around.endOfGap(position)
  }
  const others = await markLines(doc, marks)
  // A record may hold another text now although it has the same lines, or all but one of them.
  return [...others, ...marks.filter(([, mark]) => mark === 'first').map(([id]) => id)]
}

/** What lines of the document stand near one another, by their finding sets. */
class Surroundings {
  readonly #doc: ValidatedDocument
  /** By finding set: JSON by itself, may begin a record, is a part of one. */
  readonly #kinds: ('json' | 'broken' | 'beginning' | 'record')[]

  constructor(doc: ValidatedDocument) {
    this.#doc = doc
    const beginnings = new Set<string>(SYNTAX_CODES.filter((_, status) => mayBeginRecord(status)))
    this.#kinds = Array.from({ length: doc.findingSets.size }, (_, findingSet) => {
      if (isOfRecord(doc.findingSets, findingSet)) return 'record'
      if (!doc.findingSets.hasSyntaxError(findingSet)) return 'json'
      const codes = doc.findingSets.findingsOf(findingSet).map(({ code }) => code)
      // Of a pretty-printed file it is not kept what is wrong with each line.
      const isUnknown = codes.some(isLayoutCode)
      return isUnknown || codes.some((code) => beginnings.has(code)) ? 'beginning' : 'broken'
    })
  }

  /** Whether any line of the document may be of a record. */
  get hasAnyRecords(): boolean {
    const histogram = this.#doc.lines.histogram()
    return this.#kinds.some(
      (kind, findingSet) =>
        (kind === 'beginning' || kind === 'record') && (histogram[findingSet] ?? 0) > 0,
    )
  }

  /** The first position from this one on at which a line of the document stands. */
  endOfGap(position: number): number {
    const { length } = this.#doc.lines.tables.order
    let at = position
    while (at < length && this.#kindAt(at) === undefined) at++
    return at
  }

  /** Positions [from, to) around one in which a record may be that has to do with it. */
  of(position: number): { from: number; to: number } {
    const { length } = this.#doc.lines.tables.order
    return {
      from: this.#reach(Math.min(length - 1, position + NEIGHBOURS), -1, position - NEIGHBOURS),
      to: this.#reach(Math.max(0, position - NEIGHBOURS), 1, position + NEIGHBOURS) + 1,
    }
  }

  #reach(start: number, step: 1 | -1, atLeast: number): number {
    const { length } = this.#doc.lines.tables.order
    let last = start
    let jsonLines = 0
    let lines = 0
    for (let at = start; at >= 0 && at < length; at += step) {
      const kind = this.#kindAt(at)
      if (kind === undefined) continue
      if (kind !== 'json') jsonLines = 0
      else if (++jsonLines > MAX_JSON_LINES && (at - atLeast) * step > 0) break
      if (++lines > MAX_RECORD_LINES + 2 * NEIGHBOURS) break
      last = at
    }
    return last
  }

  /** Undefined: the line is not in the document. */
  #kindAt(position: number): 'json' | 'broken' | 'beginning' | 'record' | undefined {
    const { order, states } = this.#doc.lines.tables
    const word = states.word(order.slotAt(position))
    if ((word & DELETED_BIT) !== 0) return undefined
    return this.#kinds[word & FINDING_SET_MASK] ?? 'json'
  }

  hasRecords(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const kind = this.#kindAt(at)
      if (kind === 'beginning' || kind === 'record') return true
    }
    return false
  }

  /** The lines at positions [from, to), without what is of records that reach beyond. */
  ids(from: number, to: number): LineId[] {
    const { order } = this.#doc.lines.tables
    const ids: LineId[] = []
    for (let at = from; at < to; at++) {
      if (this.#kindAt(at) !== undefined) ids.push(idOfSlot(order.slotAt(at)))
    }
    if (this.#isRecordBeside(from, -1)) {
      while (ids[0] !== undefined && this.#continues(ids[0])) ids.shift()
    }
    if (this.#isRecordBeside(to - 1, 1)) {
      while (ids.length > 0 && this.#continues(ids.pop() as LineId));
    }
    return ids
  }

  /** Whether the next line of the document in a direction is of the same record as one at a position. */
  #isRecordBeside(position: number, step: 1 | -1): boolean {
    const { order } = this.#doc.lines.tables
    const { length } = order
    let at = position + step
    while (at >= 0 && at < length && this.#kindAt(at) === undefined) at += step
    if (at < 0 || at >= length || this.#kindAt(at) !== 'record') return false
    return step === -1 || this.#continues(idOfSlot(order.slotAt(at)))
  }

  #continues(id: LineId): boolean {
    return continuesRecord(this.#doc.findingSets, this.#doc.lines.findingSetOf(id))
  }
}

/** The marks that lines which follow one another should have. */
async function findMarks(
  doc: ValidatedDocument,
  ids: readonly LineId[],
): Promise<(readonly [LineId, Mark])[]> {
  const marks = ids.map((id): [LineId, Mark] => [id, 'none'])
  let pushed = 0
  const finder = new RecordFinder({
    isJson: (lines) => isRecord(doc, lines),
    onRecord: (line, count) => {
      for (let i = 0; i < count; i++) {
        const mark = marks[line + i]
        if (mark) mark[1] = i === 0 ? 'first' : 'continues'
      }
    },
  })
  while (pushed < ids.length) {
    const batch = ids.slice(pushed, pushed + BATCH_LINES)
    const contents = await doc.lines.readContents(batch, { limitBytes: MAX_RECORD_BYTES + 1 })
    const ends = new Uint32Array(batch.length)
    let end = 0
    const status = Uint8Array.from(contents, ({ id, bytes }, i) => {
      end += bytes.length + 1
      ends[i] = end
      return doc.scanner.scanLine(bytes, { first: doc.lines.indexOf(id) === 0 }).status
    })
    pushed += batch.length
    const bytes = concatBytes(contents.flatMap((content) => [content.bytes, LINE_FEED]))
    finder.push({ count: batch.length, bytes, ends, status })
  }
  finder.finish()
  return marks
}

/** Whether lines, with their line ends, are JSON when they are joined. */
export function isRecord(doc: ValidatedDocument, lines: Uint8Array): boolean {
  const joined = joinRecord(lines)
  return joined !== undefined && doc.scanner.scanLine(joined.bytes).code === 'valid'
}
