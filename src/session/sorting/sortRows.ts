// Sorts the rows of all views of a document: a value of each line, lines in their order, and the sequence of that.
import { breathe, type Job } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { SortFacts, SortRequest } from '../../contracts/sorting.ts'
import { LineSequence, lineOfNumber, linesInOrder } from '../../document/lineSequence.ts'
import { KIND } from '../../fields/sortValue.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { OpenDocument } from '../openDocument.ts'
import { orderLines } from './orderLines.ts'
import { readSizes } from './readSizes.ts'
import { readSortValues, type SortField, sortFieldOf } from './readSortValues.ts'
import { SortKeys } from './sortKeys.ts'
import { StringTable, type TableLimits } from './stringTable.ts'

/** How the rows of a document were sorted. */
export interface SortedRows {
  readonly request: SortRequest
  readonly title: Message
  readonly missing: number
  readonly notJson: number
  /** `contentRevision` of then. */
  readonly contentRevision: number
}

export interface SortLimits {
  /** Bytes that sorting may take beside the document, about. */
  readonly bytes: number
  readonly table?: TableLimits
}

const LIMITS: SortLimits = { bytes: 290 * 1024 * 1024 }
/** What keys and orders take. */
const BYTES_PER_LINE = 17
/** For strings that begin alike there is so much room, however many lines there are. */
const LEAST_BUDGET = 24 * 1024 * 1024

const LEAST_TABLE: TableLimits = { strings: 1 << 20, bytes: 48 * 1024 * 1024 }
/** More of them are sorted faster by how they begin, though the file is read again. */
const MOST_STRINGS = 1 << 22
/** What a table takes for each, beside its bytes. */
const BYTES_PER_STRING = 40

/** With more lines there is no room for the order of before while another is made. */
const MOST_KEPT = 6_000_000

/** Strings that differ are kept as long as there is room beside the keys: `spare` bytes. */
function tableLimits(spare: number): TableLimits {
  const most = Math.max(LEAST_TABLE.strings, Math.min(MOST_STRINGS, spare / BYTES_PER_STRING))
  return { strings: Math.floor(most), bytes: Math.max(LEAST_TABLE.bytes, Math.floor(spare / 3)) }
}

/** Fails with `not-read` and `unknown-column`. Throws `Cancelled`, and what the source threw. */
export async function sortRows(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  request: SortRequest,
  job: Job,
  onProgress: OnProgress,
  limits = LIMITS,
): Promise<Result<void>> {
  if (doc.state !== 'ready') return NOT_READ
  const subject = subjectOf(doc, request)
  if (!subject) return fail('unknown-column', msg('The table does not show this column any more.'))
  const { order, states, contentRevision } = doc.lines.tables
  const lines = linesInOrder(order, states.originalCount, states.addedCount)
  if (lines.length > MOST_KEPT) unsortRows(doc)
  const keys = new SortKeys(
    lines.length,
    new StringTable(limits.table ?? tableLimits(limits.bytes - BYTES_PER_LINE * lines.length)),
  )
  const { size } = doc.source
  const report = throttled(onProgress)
  let passes = 1
  const read = (field: SortField, sink: Parameters<typeof readSortValues>[3]): Promise<void> =>
    readSortValues(doc, wasm, field, sink, job, (done) =>
      report({ unit: 'bytes', done: done + (passes - 1) * size, total: passes * size }),
    )
  const { field } = subject
  if (field) await read(field, keys)
  else if (request.by.kind === 'size') {
    await readSizes(doc, keys, job, (done) => report({ unit: 'bytes', done, total: size }))
  } else putNumbers(doc, request, keys, lines)
  job.check()
  const { ordered, spare } = await orderLines(lines, keys, {
    isDescending: request.isDescending,
    budget: Math.max(LEAST_BUDGET, limits.bytes - BYTES_PER_LINE * lines.length),
    pause: async () => {
      await breathe()
      job.check()
    },
    readAgain: async (texts) => {
      passes++
      if (field) await read(field, texts)
    },
  })
  doc.lines.sortRows(new LineSequence(ordered, states.originalCount, spare))
  doc.sorted = {
    request,
    title: subject.title,
    missing: countOf(doc, keys, KIND.missing),
    notJson: countOf(doc, keys, KIND.notJson),
    contentRevision,
  }
  return ok()
}

export function unsortRows(doc: OpenDocument): void {
  doc.lines.sortRows(undefined)
  doc.sorted = undefined
}

export function sortFactsOf(doc: OpenDocument, sorted: SortedRows): SortFacts {
  const { request, title, missing, notJson, contentRevision } = sorted
  const isStale = doc.lines.tables.contentRevision !== contentRevision
  return { ...request, title, missing, notJson, isStale }
}

/** What lines are sorted by; without a field they are numbers that are known. */
function subjectOf(
  doc: OpenDocument,
  { by }: SortRequest,
): { readonly title: Message; readonly field?: SortField } | undefined {
  if (by.kind === 'line') return { title: msg('line') }
  if (by.kind === 'size') return { title: msg('size') }
  if (by.kind === 'tokens') return doc.tokens && { title: msg('tokens') }
  const column = doc.columns.find(({ id }) => id === by.id)
  return column && { title: column.title, field: sortFieldOf(column) }
}

function putNumbers(
  doc: OpenDocument,
  { by }: SortRequest,
  keys: SortKeys,
  lines: Uint32Array,
): void {
  if (by.kind === 'line') {
    for (let place = 0; place < lines.length; place++) {
      keys.putNumber(lines[place] as number, KIND.number, place)
    }
    return
  }
  const { originalCount } = doc.lines.tables.states
  for (const line of lines) {
    const tokens = doc.tokens?.shownOf(lineOfNumber(line, originalCount))
    if (tokens !== undefined) keys.putNumber(line, KIND.number, tokens)
  }
}

/** Lines of a kind that the document has. */
function countOf({ lines }: OpenDocument, { kinds }: SortKeys, kind: number): number {
  const { originalCount } = lines.tables.states
  let count = 0
  if (kinds.indexOf(kind) < 0) return count
  for (let line = 0; line < kinds.length; line++) {
    if (kinds[line] === kind && lines.has(lineOfNumber(line, originalCount))) count++
  }
  return count
}

const NOT_READ: Result<never> = fail(
  'not-read',
  msg('Lines can be sorted when the file has been read to its end.'),
)
