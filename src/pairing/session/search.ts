// Search in prompts, answers and ids: marks every line that says the words. Ids are in the columns.
// For the rest the documents name candidates by the bytes of their lines, which are then looked for in
// what the lines say.
import { TimeSlice } from '../../base/jobs.ts'
import { literalExpression } from '../../expressions/literalExpression.ts'
import type { AnswerContent } from '../answerReading.ts'
import type { Part } from '../conversation.ts'
import { indexIds } from '../join/idIndex.ts'
import { decodeText, keyEnd, keyStart, keyTextAt } from '../join/keyColumn.ts'
import type { PairLines, PairRole } from '../pairLines.ts'
import type { RequestContent } from '../requestReading.ts'
import type { PairSearchQuery } from '../../contracts/pairingApi.ts'
import type { OnProgress, Progress } from '../../contracts/progress.ts'
import { entryWindows, LOOKED_INTO } from './entryWindows.ts'
import {
  type Content,
  firstEntries,
  type OpenPairing,
  type OpenSource,
  placeEntry,
  readEntries,
  sourcesOf,
} from './openPairing.ts'
import { valueOf } from './pairingFailure.ts'
import { parseLine, textOf } from './readLine.ts'
import type { SourceJob } from './sourceJobs.ts'

const SIDES = ['requests', 'answers'] as const satisfies readonly PairRole[]

export type TextTest = (text: string) => boolean

export function textTest({ text, matchCase }: PairSearchQuery): TextTest {
  const expression = literalExpression(text, { ignoreCase: !matchCase })
  return (where) => where.search(expression) >= 0
}

/**
 * Marks found lines, and clears the marks of others, when all are found. Reports the bytes in which
 * candidates are looked for, then the candidates that were looked into, in lines.
 */
export async function searchPairing(
  pairing: OpenPairing,
  query: PairSearchQuery,
  job: SourceJob,
  onProgress: OnProgress,
): Promise<void> {
  const marks = SIDES.map((side) => new Uint8Array(marksOf(pairing, side).length))
  if (query.text !== '') {
    const test = textTest(query)
    for (const [i, side] of SIDES.entries()) {
      await markKeys(pairing, side, test, marks[i] as Uint8Array, job)
    }
    const candidates = await findCandidates(pairing, query.text, job, onProgress)
    const total = candidates.reduce((sum, { length }) => sum + length, 0)
    let done = 0
    for (const [i, side] of SIDES.entries()) {
      const wanted = candidates[i] as Uint32Array<ArrayBuffer>
      await markLines(pairing, side, wanted, test, marks[i] as Uint8Array, job, (count) => {
        done += count
        onProgress({ unit: 'lines', done, total })
      })
    }
  }
  for (const [i, side] of SIDES.entries()) marksOf(pairing, side).set(marks[i] as Uint8Array)
}

/** Marks some lines of a side, by global entry, ascending, that had no marks. */
export async function searchEntries(
  pairing: OpenPairing,
  side: PairRole,
  globals: Uint32Array<ArrayBuffer>,
  query: PairSearchQuery,
  job: SourceJob,
): Promise<void> {
  const test = textTest(query)
  const marks = marksOf(pairing, side)
  for (const global of globals) {
    const { source, entry } = placeEntry(pairing, side, global)
    if (test(keyTextAt(source.lines, entry))) marks[global] = 1
  }
  await markLines(pairing, side, globals, test, marks, job, () => {})
}

function marksOf({ requestMarks, answerMarks }: OpenPairing, side: PairRole): Uint8Array {
  return side === 'requests' ? requestMarks : answerMarks
}

async function markKeys(
  pairing: OpenPairing,
  side: PairRole,
  test: TextTest,
  marks: Uint8Array,
  job: SourceJob,
): Promise<void> {
  const slice = new TimeSlice()
  let first = 0
  for (const { lines } of sourcesOf(pairing, side)) {
    for (let from = 0; from < lines.count; from += KEYS_AT_ONCE) {
      const to = Math.min(from + KEYS_AT_ONCE, lines.count)
      for (const entry of keysWith(lines, from, to, test)) marks[first + entry] = 1
      if (!slice.isOver) continue
      await slice.breathe()
      job.check()
    }
    first += lines.count
  }
}

/** Keys that are decoded together, which is ten times as fast as one by one. */
const KEYS_AT_ONCE = 2048

/** Of entries [from, to), one at least, those whose key passes the test. */
function* keysWith(lines: PairLines, from: number, to: number, test: TextTest): Generator<number> {
  const start = keyStart(lines, from)
  const bytes = lines.keyBytes.subarray(start, keyEnd(lines, to - 1))
  const all = decodeText(bytes)
  // What no key says the keys may say together, but not the other way round.
  if (!test(all)) return
  const isAscii = all.length === bytes.length
  for (let entry = from; entry < to; entry++) {
    const text = isAscii
      ? all.slice(keyStart(lines, entry) - start, keyEnd(lines, entry) - start)
      : keyTextAt(lines, entry)
    if (test(text)) yield entry
  }
}

/** By side, global entries in ascending order. `onProgress` hears of bytes of all documents. */
async function findCandidates(
  pairing: OpenPairing,
  text: string,
  job: SourceJob,
  onProgress: OnProgress,
): Promise<Uint32Array<ArrayBuffer>[]> {
  const ofSources: (Progress | undefined)[] = pairing.sources.map(() => undefined)
  const report = (): void => {
    // The size of a document is known when it reports for the first time.
    if (!ofSources.every((each) => each !== undefined)) return
    const done = ofSources.reduce((sum, each) => sum + each.done, 0)
    const total = ofSources.reduce((sum, each) => sum + each.total, 0)
    onProgress({ unit: 'bytes', done, total })
  }
  const found = new Map<OpenSource, Float64Array>()
  const results = await Promise.all(
    pairing.sources.map(async (source, s) => {
      const result = await source.port.findCandidates(text, job.idInSources, (progress) => {
        ofSources[s] = progress
        report()
      })
      if (!result.ok) job.stopSources()
      return result
    }),
  )
  job.check()
  for (const [s, result] of results.entries()) {
    found.set(pairing.sources[s] as OpenSource, valueOf(result))
  }
  return SIDES.map((side) => {
    const sources = sourcesOf(pairing, side)
    const firsts = firstEntries(sources)
    const globals = sources.flatMap((source, s) =>
      entriesOf(source, found.get(source) ?? new Float64Array(0)).map(
        (entry) => entry + (firsts[s] as number),
      ),
    )
    return Uint32Array.from(globals)
  })
}

/** Entries of ids, ascending; ids that came or went a moment ago are left out. */
function entriesOf({ lines }: OpenSource, ids: Float64Array): number[] {
  if (ids.length === 0) return []
  const placeOf = indexIds(lines.ids)
  return [...ids]
    .map(placeOf)
    .filter((entry) => entry >= 0)
    .sort((a, b) => a - b)
}

async function markLines(
  pairing: OpenPairing,
  side: PairRole,
  globals: Uint32Array<ArrayBuffer>,
  test: TextTest,
  marks: Uint8Array,
  job: SourceJob,
  onWindow: (lines: number) => void,
): Promise<void> {
  const slice = new TimeSlice()
  for (const window of entryWindows(pairing, side, globals)) {
    job.check()
    const contents = await readEntries(pairing, side, window, LOOKED_INTO)
    for (const [i, global] of window.entries()) {
      const { source } = placeEntry(pairing, side, global)
      if (says(source, contents[i] as Content, test)) marks[global] = 1
      if (slice.isOver) await slice.breathe()
    }
    onWindow(window.length)
  }
}

/** Whether a line says it; of a line that cannot be read, whether it stands there. */
function says({ provider, lines }: OpenSource, content: Content, test: TextTest): boolean {
  const record = parseLine(content)
  if (record === undefined) return test(textOf(content))
  return lines.role === 'requests'
    ? requestSays(provider.readRequest(record), test)
    : answerSays(provider.readAnswer(record), test)
}

function requestSays({ conversation }: RequestContent, test: TextTest): boolean {
  return conversation.some(({ parts }) => parts.some((part) => partSays(part, test)))
}

function answerSays({ errorCode, errorMessage, answers }: AnswerContent, test: TextTest): boolean {
  return (
    [errorCode, errorMessage].some((text) => text !== undefined && test(text)) ||
    answers.some(
      ({ text, parts }) =>
        (text !== undefined && test(text)) || parts.some((part) => partSays(part, test)),
    )
  )
}

function partSays(part: Part, test: TextTest): boolean {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
    case 'refusal':
    case 'other':
      return test(part.text)
    case 'toolCall':
      return test(part.name) || test(part.input)
    case 'toolResult':
      return part.parts.some((inner) => partSays(inner, test))
    case 'media':
      return part.title !== undefined && test(part.title)
    case 'tokens':
      return false
  }
}
