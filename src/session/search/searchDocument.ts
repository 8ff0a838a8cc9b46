// Search over the whole document: marks every line that matches. Lines as they are in the file are
// searched in one pass over its bytes; edited and added lines by their contents.
import { Cancelled, type Job, neverCancelled } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import { ok, type Result } from '../../base/result.ts'
import type { LineId } from '../../base/units.ts'
import type { SearchProgress, SearchQuery } from '../../contracts/documentApi.ts'
import type { OpenDocument } from '../openDocument.ts'
import { type LineMatcher, matcherOf } from './lineMatcher.ts'
import { changedIds, queryFile, unreadLines } from './queryFile.ts'
import { queryMatcher } from './queryRun.ts'
import { searchFile } from './searchFile.ts'

/** Edited lines searched between two looks at the cancel button. */
const EDITED_BATCH = 256

/** Lines whose verdict others have changed that are asked for one by one. */
const MOST_SETTLED = 1000

/** Milliseconds after which lines that an edit changed are left without a mark. */
const EDIT_PATIENCE = 2000

/**
 * Marks the lines that match and remembers the query, so that changed lines are marked by it. Throws
 * `Cancelled`, and what the source threw.
 */
export async function searchDocument(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  query: SearchQuery,
  job: Job,
  onProgress: (progress: SearchProgress) => void,
): Promise<Result<SearchProgress>> {
  const matcher = await matcherFor(doc, query)
  if (!matcher.ok) return matcher
  job.check()
  const report = throttled(onProgress)
  let skippedLines = 0
  const progress = (state: 'searching' | 'done', done: number): SearchProgress => ({
    state,
    matchingLines: doc.lines.matchCount,
    ...(query.isQuery && { skippedLines }),
    unit: 'bytes',
    done,
    total: doc.source.size,
  })
  doc.query = query
  doc.finder = query.text === '' ? undefined : matcher.value.finder
  doc.lines.clearMatches()
  doc.settled.clear()
  const isOfVerdicts = matcher.value.kind === 'fields' && matcher.value.asksVerdict
  doc.lines.onFindingSet = isOfVerdicts ? (id) => doc.settled.add(id) : undefined
  doc.markedBy = isOfVerdicts ? doc.verdictsBy : undefined
  if (query.text !== '') {
    const changed = new Set<number>(doc.lines.changedOriginalIds())
    let hasFound = false
    const onDone = (done: number): void => {
      // The first that is found is waited for.
      const isFirst = !hasFound && doc.lines.matchCount > 0
      hasFound ||= isFirst
      if (isFirst) onProgress(progress('searching', done))
      else report(progress('searching', done))
    }
    const fields = matcher.value.kind === 'fields' ? matcher.value.fields : undefined
    if (matcher.value.kind === 'text')
      await searchFile(doc, wasm, matcher.value, changed, job, onDone)
    if (fields) skippedLines = await queryFile(doc, wasm, fields, changed, job, onDone)
    await searchChanged(doc, matcher.value, changedIds(doc.lines), job)
    if (fields) skippedLines += unreadLines(doc, fields)
  }
  return ok(progress('done', doc.source.size))
}

async function searchChanged(
  doc: OpenDocument,
  matcher: LineMatcher,
  ids: readonly LineId[],
  job: Pick<Job, 'check'>,
): Promise<void> {
  const run = matcher.start(job)
  for (let from = 0; from < ids.length; from += EDITED_BATCH) {
    job.check()
    const batch = ids.slice(from, from + EDITED_BATCH)
    const contents = await doc.lines.readContents(batch)
    for (const [i, id] of batch.entries()) {
      const content = contents[i]
      if (content && (await run.matches(content.bytes, id))) doc.lines.setMatch(id, true)
    }
  }
}

/**
 * Brings marks up to date with the query of now: of lines that changed, and of those whose verdict others have
 * changed. Where that may be any line, all are searched.
 */
export async function markAgain(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  changed: readonly LineId[] = [],
): Promise<void> {
  const { query, settled, markedBy } = doc
  if (!query) return
  const isOther = markedBy !== undefined && markedBy !== doc.verdictsBy
  if (isOther || settled.size > MOST_SETTLED) {
    await searchDocument(doc, wasm, query, neverCancelled, () => {})
    return
  }
  const ids = new Set([...changed, ...settled])
  settled.clear()
  if (ids.size > 0) await searchLines(doc, query, [...ids])
}

/** What some work resolves with, once marks have followed it. */
export async function thenMarked<T>(
  doc: OpenDocument,
  wasm: WebAssembly.Module | undefined,
  work: Promise<T>,
): Promise<T> {
  const result = await work
  if (wasm) await markAgain(doc, wasm)
  return result
}

async function searchLines(
  doc: OpenDocument,
  query: SearchQuery,
  ids: readonly LineId[],
): Promise<void> {
  if (query.text === '') return
  const matcher = await matcherFor(doc, query)
  if (!matcher.ok) return
  const present = ids.filter((id) => doc.lines.has(id))
  for (const id of present) doc.lines.setMatch(id, false)
  const startedAt = performance.now()
  // Another search looks at the changed lines itself, and an edit does not wait for ever.
  const check = (): void => {
    if (doc.query !== query || performance.now() - startedAt > EDIT_PATIENCE) throw new Cancelled()
  }
  try {
    await searchChanged(doc, matcher.value, present, { check })
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  }
}

function matcherFor(doc: OpenDocument, query: SearchQuery): Promise<Result<LineMatcher>> {
  if (!query.isQuery) return matcherOf(query)
  return queryMatcher(query.text, (line) => ({
    verdict: doc.findingSets.verdictOf(doc.lines.findingSetOf(line)),
    isEdited: doc.lines.isEdited(line),
  }))
}
