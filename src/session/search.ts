// Search over the whole document: marks every line that matches. Lines as they are in the file are
// searched in one pass over its bytes; edited and added lines by their contents.
import { concatBytes } from '../base/concatBytes.ts'
import { throttled } from '../base/progress.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type ByteOffset, type LineId, lineId } from '../base/units.ts'
import type { TextRange } from '../diagnostics/diagnostic.ts'
import { BLOCK_BYTES } from '../document/lineIndex.ts'
import { LiteralSearch, MAX_NEEDLE } from '../scanner/literalSearch.ts'
import type { SearchProgress, SearchQuery } from '../worker/documentApi.ts'
import type { Job } from '../base/jobs.ts'
import type { OpenDocument } from './openDocument.ts'
import { readAhead } from '../document/readAhead.ts'

const LF = 10
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** Edited lines searched between two looks at the cancel button. */
const EDITED_BATCH = 256
/** Bytes searched at a time. */
const WINDOW_BYTES = 4 * 1024 * 1024
/** Ranges marked in one line. */
const MAX_RANGES = 1000

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
  const problem = problemOfQuery(query)
  if (problem !== undefined) return fail('refused', problem)
  const totalBytes = doc.source.size
  const report = throttled(onProgress)
  const progress = (state: 'searching' | 'done', doneBytes: number): SearchProgress => ({
    state,
    matchingLines: doc.lines.matchCount,
    doneBytes,
    totalBytes,
  })
  doc.query = query
  await runSearch(doc, wasm, query, job, (done) => report(progress('searching', done)))
  return ok(progress('done', totalBytes))
}

/** Why a query cannot be run; undefined when it can. */
function problemOfQuery(query: SearchQuery): string | undefined {
  if (!query.isRegExp) return undefined
  try {
    regExpOf(query)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function regExpOf(query: SearchQuery): RegExp {
  const source = query.isRegExp ? query.text : query.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const flags = query.matchCase ? 'g' : 'gi'
  // The v and u flags refuse escapes that people use; they come second.
  try {
    return new RegExp(source, query.isRegExp ? flags : `${flags}u`)
  } catch (error) {
    if (query.isRegExp) throw error
    return new RegExp(source, flags)
  }
}

/** Folding of letters beyond ASCII is the regular expression engine's affair. */
function isForLiteralSearch(query: SearchQuery): boolean {
  if (query.isRegExp || query.text.includes('\n')) return false
  const needle = encoder.encode(query.text)
  return needle.length <= MAX_NEEDLE && (query.matchCase || needle.length === query.text.length)
}

async function runSearch(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  query: SearchQuery,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  doc.lines.clearMatches()
  if (query.text === '') return
  const changed = new Set<number>(doc.lines.changedOriginalIds())
  if (isForLiteralSearch(query)) await searchLiteral(doc, wasm, query, changed, job, onProgress)
  else await searchRegExp(doc, query, changed, job, onProgress)
  await searchChanged(doc, query, [...changed, ...doc.lines.addedIds()].map(lineId), job)
}

async function searchLiteral(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  query: SearchQuery,
  changed: ReadonlySet<number>,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const search = new LiteralSearch(wasm, encoder.encode(query.text), {
    ignoreCase: !query.matchCase,
  })
  for await (const window of readBlocks(doc)) {
    job.check()
    const offsets: number[] = []
    for (const matches of search.push(window.bytes)) {
      for (const offset of matches.offsets) offsets.push(matches.baseOffset + offset)
    }
    await forLinesAt(doc, offsets, window, (line) => {
      if (!changed.has(line)) doc.lines.setMatch(lineId(line), true)
    })
    onProgress(window.from + window.bytes.length)
  }
}

/** Some of the file's bytes; `from` is where they begin. */
export interface FileWindow {
  readonly from: ByteOffset
  readonly bytes: Uint8Array
}

/**
 * The file in windows that hold whole blocks of the line index, so that the lines of matches are
 * found in them; a block that is larger than a window comes in several. A window is there until the
 * next is asked for.
 */
export async function* readBlocks(doc: OpenDocument): AsyncGenerator<FileWindow> {
  const buffer = new Uint8Array(Math.min(WINDOW_BYTES, doc.source.size))
  let from = 0
  let used = 0
  for await (const chunk of readAhead(doc.source)) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + buffer.length - used)
      buffer.set(part, used)
      used += part.length
      at += part.length
      const end = from + used
      if (used < buffer.length && end < doc.source.size) continue
      const lastBlock = doc.lines.blockAtOffset(end - 1)
      const isWhole = lastBlock.to <= end || lastBlock.from <= from
      const whole = isWhole ? used : lastBlock.from - from
      yield { from, bytes: buffer.subarray(0, whole) }
      buffer.copyWithin(0, whole, used)
      from += whole
      used -= whole
    }
  }
}

/** Calls `onLine` once for each line of the file that holds some of `offsets` (ascending, in bytes). */
export async function forLinesAt(
  doc: OpenDocument,
  offsets: readonly number[],
  chunk: FileWindow,
  onLine: (line: number) => void,
): Promise<void> {
  let at = 0
  while (at < offsets.length) {
    const block = doc.lines.blockAtOffset(offsets[at] as number)
    const from = block.from - chunk.from
    const isLoaded = from >= 0 && block.to - chunk.from <= chunk.bytes.length
    // A line as long as that has a block of its own (document/lineIndex.ts).
    const isOneLine = block.to - block.from > 2 * BLOCK_BYTES
    const bytes = isOneLine
      ? undefined
      : isLoaded
        ? chunk.bytes.subarray(from, block.to - chunk.from)
        : await doc.source.read(block.from, block.to)
    let line: number = block.firstLine
    let lineEnd = bytes ? nextLineEnd(bytes, 0) : Infinity
    let marked = -1
    for (; at < offsets.length && (offsets[at] as number) < block.to; at++) {
      const place = (offsets[at] as number) - block.from
      while (bytes && place >= lineEnd) {
        line++
        lineEnd = nextLineEnd(bytes, lineEnd)
      }
      if (line !== marked) onLine(line)
      marked = line
    }
  }
}

/** Just after the next LF, or the end of the bytes. */
function nextLineEnd(bytes: Uint8Array, from: number): number {
  const lineFeed = bytes.indexOf(LF, from)
  return lineFeed < 0 ? Infinity : lineFeed + 1
}

async function searchRegExp(
  doc: OpenDocument,
  query: SearchQuery,
  changed: ReadonlySet<number>,
  job: Job,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  const pattern = regExpOf(query)
  let line = 0
  let held: Uint8Array[] = []
  let done = 0
  const take = (bytes: Uint8Array): void => {
    const text = utf8.decode(bytes)
    for (let from = 0; from < text.length; line++) {
      const lineFeed = text.indexOf('\n', from)
      const to = lineFeed < 0 ? text.length : lineFeed
      const end = text.charCodeAt(to - 1) === 13 && lineFeed >= 0 ? to - 1 : to
      pattern.lastIndex = 0
      if (!changed.has(line) && pattern.test(text.slice(from, end))) {
        doc.lines.setMatch(lineId(line), true)
      }
      from = to + 1
    }
  }
  for await (const chunk of readAhead(doc.source)) {
    job.check()
    const lastLineFeed = chunk.lastIndexOf(LF)
    if (lastLineFeed < 0) {
      held.push(chunk.slice())
    } else {
      take(concatBytes([...held, chunk.subarray(0, lastLineFeed + 1)]))
      held = lastLineFeed + 1 < chunk.length ? [chunk.slice(lastLineFeed + 1)] : []
    }
    done += chunk.length
    onProgress(done)
  }
  if (held.length > 0) take(concatBytes(held))
}

async function searchChanged(
  doc: OpenDocument,
  query: SearchQuery,
  ids: readonly LineId[],
  job: Job,
): Promise<void> {
  const pattern = regExpOf(query)
  const present = ids.filter((id) => doc.lines.has(id))
  for (let from = 0; from < present.length; from += EDITED_BATCH) {
    job.check()
    const batch = present.slice(from, from + EDITED_BATCH)
    const contents = await doc.lines.readContents(batch)
    batch.forEach((id, i) => {
      pattern.lastIndex = 0
      if (pattern.test(utf8.decode(contents[i]?.bytes))) doc.lines.setMatch(id, true)
    })
  }
}

/** Brings the marks of changed lines up to date with the query of the moment. */
export async function searchLines(
  doc: OpenDocument,
  query: SearchQuery,
  ids: readonly LineId[],
): Promise<void> {
  if (query.text === '' || problemOfQuery(query) !== undefined) return
  for (const id of ids) if (doc.lines.has(id)) doc.lines.setMatch(id, false)
  await searchChanged(doc, query, ids, { isCancelled: false, check: () => {} })
}

/** Where a query matches in a text, in order; the first thousand places. */
export function rangesIn(text: string, query: SearchQuery): TextRange[] {
  if (query.text === '' || problemOfQuery(query) !== undefined) return []
  const pattern = regExpOf(query)
  const ranges: TextRange[] = []
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== '') ranges.push({ from: match.index, to: match.index + match[0].length })
    if (ranges.length === MAX_RANGES) break
  }
  return ranges
}
