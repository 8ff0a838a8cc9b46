// One pass over the bytes of a file for a value of each line, read as queries are: the scanner notes what is at the
// paths of a column, and nothing else of a line is looked at. Lines that were changed are decoded and parsed.
import type { Job } from '../../base/jobs.ts'
import type { LineId } from '../../base/units.ts'
import { FINDING_SET_LIMIT, FINDING_SET_MASK } from '../../document/lineStates.ts'
import { lineNumber } from '../../document/lineSequence.ts'
import { lengthOf, valuesAt } from '../../fields/evaluateQuery.ts'
import type { FieldPath } from '../../fields/fieldPath.ts'
import { PLAN_VERDICTS } from '../../fields/queryPlan.ts'
import { KIND } from '../../fields/sortValue.ts'
import { type LineWay, MOST_CAPTURES } from '../../scanner/fieldPlan.ts'
import { CAPTURE_STRIDE, CAPTURED_KINDS, type FieldBatch } from '../../scanner/fieldScanner.ts'
import { lineWays } from '../lineWays.ts'
import type { OpenDocument } from '../openDocument.ts'
import { readFields } from '../search/readFields.ts'
import type { ShownColumn } from '../shownColumns.ts'
import type { SortSink } from './sortSink.ts'

/** What of a line counts: the first value at the first path that leads to any. */
export interface SortField {
  readonly paths: readonly FieldPath[]
  /** How long it is counts, of the first value that has a length. */
  readonly isLength: boolean
}

export function sortFieldOf({ paths, field }: ShownColumn): SortField {
  return field
    ? { paths: [field.path], isLength: field.isLength }
    : { paths: paths.slice(0, MOST_CAPTURES), isLength: false }
}

/** Changed lines that are decoded at a time. */
const CHANGED_BATCH = 256

const utf8 = new TextDecoder()

/**
 * Puts a value or kind for every line. Throws `Cancelled`, what the source throws, and PlanTooLarge. The document
 * must not change meanwhile.
 */
export async function readSortValues(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  field: SortField,
  sink: SortSink,
  job: Pick<Job, 'check'>,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const { lines } = doc
  const { states } = lines.tables
  const ways = lineWays(doc.findingSets)
  const changed = new Set<number>(lines.changedOriginalIds())
  /** What was asked for as a whole, in the order of the lines. */
  const asked: unknown[] = []
  const wayOfSet = Array.from({ length: FINDING_SET_LIMIT }, (_, set) => ways(set).way)
  const take = (batch: FieldBatch): void => {
    takeBatch(batch, { sink, captures: field.paths.length, wayOfSet, asked, changed })
    asked.length = 0
  }
  const asks = {
    ofValue: () => false,
    ofLine: (bytes: Uint8Array) => {
      asked.push(jsonValue(bytes, field))
      return true
    },
  }
  await readFields(doc, wasm, { plan: planOf(field), asks }, take, job, onProgress)
  const ids = [...lines.changedOriginalIds(), ...lines.addedIds()]
  for (let from = 0; from < ids.length; from += CHANGED_BATCH) {
    job.check()
    const batch = ids.slice(from, from + CHANGED_BATCH)
    const contents = await lines.readContents(batch)
    for (const [i, { bytes }] of contents.entries()) {
      const id = batch[i] as LineId
      const { way } = ways(lines.findingSetOf(id))
      putAsked(sink, lineNumber(id, states.originalCount), way, bytes, field)
    }
  }
}

function planOf({ paths, isLength }: SortField) {
  return {
    tests: paths.map((path) => ({ path, test: { kind: 'captured', isLength } as const })),
    verdictTests: PLAN_VERDICTS.map(() => []),
    program: paths.flatMap((_, i): (number | 'or')[] => (i === 0 ? [0] : [i, 'or'])),
  }
}

interface Taking {
  readonly sink: SortSink
  readonly captures: number
  readonly wayOfSet: readonly LineWay[]
  readonly asked: readonly unknown[]
  readonly changed: ReadonlySet<number>
}

const NOT_JSON = Symbol()
/** Numbers one after the other that are put one by one. */
const FEW = 8

function takeBatch(
  { firstLine, count, words, values }: FieldBatch,
  { sink, captures, wayOfSet, asked, changed }: Taking,
): void {
  let nextAsked = 0
  const { kinds, numbers, from, to, bytes } = values
  const isPlain = captures === 1 && changed.size === 0
  for (let i = 0; i < count; i++) {
    const line = firstLine + i
    if (isPlain && kinds[i] === CAPTURED_KINDS.number) {
      // No other lines have captures than those that are read as they are.
      let end = i + 1
      while (end < count && kinds[end] === CAPTURED_KINDS.number) end++
      if (end - i >= FEW) {
        sink.putNumbers(line, numbers, i, end)
        i = end - 1
        continue
      }
    }
    const way = wayOfSet[(words[i] as number) & FINDING_SET_MASK]
    const value = way === 'by-asking' ? asked[nextAsked++] : undefined
    if (changed.size > 0 && changed.has(line)) continue
    if (way !== 'plain') {
      putWhole(sink, line, way, value)
      continue
    }
    let at = i
    for (let capture = 1; capture < captures && kinds[at] === 0; capture++) at += CAPTURE_STRIDE
    const kind = kinds[at]
    if (kind === CAPTURED_KINDS.number) sink.putNumber(line, KIND.number, numbers[at] as number)
    else if (kind === CAPTURED_KINDS.text) {
      sink.putText(line, bytes, from[at] as number, to[at] as number)
    } else if (kind === CAPTURED_KINDS.spelledText || kind === CAPTURED_KINDS.spelledNumber) {
      sink.putValue(line, JSON.parse(utf8.decode(bytes.subarray(from[at], to[at]))))
    } else putOther(sink, line, kind)
  }
}

function putOther(sink: SortSink, line: number, kind: number | undefined): void {
  if (kind === CAPTURED_KINDS.true) sink.putNumber(line, KIND.boolean, 1)
  else if (kind === CAPTURED_KINDS.false) sink.putNumber(line, KIND.boolean, 0)
  else if (kind === CAPTURED_KINDS.null) sink.putKind(line, KIND.null)
  else if (kind === CAPTURED_KINDS.object) sink.putKind(line, KIND.object)
  else sink.putKind(line, kind === CAPTURED_KINDS.array ? KIND.array : KIND.missing)
}

/** Of a line that was not read for its fields. */
function putWhole(sink: SortSink, line: number, way: LineWay | undefined, value: unknown): void {
  if (way === 'blank') sink.putKind(line, KIND.blank)
  else if (way === 'unread' || value === NOT_JSON) sink.putKind(line, KIND.notJson)
  else sink.putValue(line, value)
}

function putAsked(
  sink: SortSink,
  line: number,
  way: LineWay,
  bytes: Uint8Array,
  field: SortField,
): void {
  const isRead = way === 'plain' || way === 'by-asking'
  putWhole(sink, line, way, isRead ? jsonValue(bytes, field) : undefined)
}

/** The value of a line that counts; undefined when it has none. */
function jsonValue(bytes: Uint8Array, field: SortField): unknown {
  try {
    return sortedValue(JSON.parse(utf8.decode(bytes)), field)
  } catch {
    return NOT_JSON
  }
}

/** Of a line as JSON.parse has it: the value that it is sorted by. Undefined when it has none. */
export function sortedValue(line: unknown, { paths, isLength }: SortField): unknown {
  for (const path of paths) {
    const values = valuesAt(line, path)
    const value = isLength ? values.map(lengthOf).find((length) => length !== undefined) : values[0]
    if (value !== undefined) return value
  }
  return undefined
}
