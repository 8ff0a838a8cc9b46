// All requests, or all answers, of a pairing: the lines of its sources one after the other. A *global
// entry* is the place of a line among them, 0-based.
import type { AnswerClass, AnswerLines, RequestClass, RequestLines } from '../pairLines.ts'

interface Side<Lines, Class> {
  readonly sources: readonly Lines[]
  /** [s]: global entry of the first line of source s; after the last source, the count of all. */
  readonly starts: readonly number[]
  readonly count: number
  /** Of all sources, one after the other: an equal class may be there once for each source. */
  readonly classes: readonly Class[]
  /** [global entry]: place in `classes`. */
  readonly classOf: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
}

export type RequestLinesOfAll = Side<RequestLines, RequestClass>
export type AnswerLinesOfAll = Side<AnswerLines, AnswerClass>
export type SideLines = RequestLinesOfAll | AnswerLinesOfAll

export function requestSide(sources: readonly RequestLines[]): RequestLinesOfAll {
  return { ...putTogether(sources), classes: sources.flatMap(({ classes }) => classes) }
}

export function answerSide(sources: readonly AnswerLines[]): AnswerLinesOfAll {
  return { ...putTogether(sources), classes: sources.flatMap(({ classes }) => classes) }
}

function putTogether<Lines extends RequestLines | AnswerLines>(sources: readonly Lines[]) {
  const starts = [0]
  let count = 0
  for (const source of sources) starts.push((count += source.count))
  return { sources, starts, count, classOf: classesOf(sources, starts, count) }
}

function classesOf(
  sources: readonly (RequestLines | AnswerLines)[],
  starts: readonly number[],
  count: number,
) {
  const [first] = sources
  if (first && sources.length === 1) return first.classOf
  const classOf = new Uint32Array(count)
  let firstClass = 0
  for (const [s, lines] of sources.entries()) {
    const from = starts[s] as number
    for (let entry = 0; entry < lines.count; entry++) {
      classOf[from + entry] = firstClass + (lines.classOf[entry] as number)
    }
    firstClass += lines.classes.length
  }
  return classOf
}

/** Which of the sources a global entry is in. */
export function sourceAt(
  side: { readonly starts: readonly number[] },
  globalEntry: number,
): number {
  let source = 0
  while (globalEntry >= (side.starts[source + 1] as number)) source++
  return source
}

export interface EntryPlace<Lines> {
  /** Place in `sources`. */
  readonly source: number
  readonly lines: Lines
  /** Entry of `lines`. */
  readonly entry: number
}

export function sourceLineOf<Lines>(
  side: { readonly sources: readonly Lines[]; readonly starts: readonly number[] },
  globalEntry: number,
): EntryPlace<Lines> {
  const source = sourceAt(side, globalEntry)
  return {
    source,
    lines: side.sources[source] as Lines,
    entry: globalEntry - (side.starts[source] as number),
  }
}
