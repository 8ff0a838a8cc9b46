// Rows as the grid shows them: what the columns know, and previews of what the lines say now.
import type { LineNumber } from '../../base/units.ts'
import { type Message, verbatim } from '../../i18n/message.ts'
import type { AnswerReading } from '../answerReading.ts'
import { nearMissOfRow } from '../join/nearMisses.ts'
import { classOfAnswer, keyTextOfRow, othersOf, outcomeOf, classOfRequest } from '../join/pairs.ts'
import { unusableOf } from '../join/rowUsability.ts'
import { sourceLineOf } from '../join/sideLines.ts'
import type { PairRole } from '../pairLines.ts'
import type { RequestReading } from '../requestReading.ts'
import type { PairRow } from '../../contracts/pairingApi.ts'
import {
  type Content,
  type OpenPairing,
  type OpenSource,
  placeEntry,
  readEntriesIfAny,
} from './openPairing.ts'
import { answerIn, previewOf, requestIn } from './readLine.ts'

/** Bytes of each line that are read first; most lines are shorter. */
const FIRST_LIMIT = 64 * 1024
/** Bytes of a longer line; what is longer still shows its beginning as it is in the file. */
const SECOND_LIMIT = 1024 * 1024
/** Longer lines that are read at a time, so that little is in memory at once. */
const LONG_LINES_AT_ONCE = 8

/** Of a side without a line. */
const NOTHING = verbatim('')

/** One side of some rows; undefined where a row has no line there. */
type SideOfRows = readonly (
  | { readonly line: LineNumber | undefined; readonly preview: Message }
  | undefined
)[]

export async function readPairRows(
  pairing: OpenPairing,
  rows: readonly number[],
): Promise<PairRow[]> {
  const { requestOf, answerOf } = pairing.pairs
  const entriesOf = (column: Int32Array) => rows.map((row) => column[row] as number)
  const [requests, answers] = await Promise.all([
    readSide(pairing, 'requests', entriesOf(requestOf)),
    readSide(pairing, 'answers', entriesOf(answerOf)),
  ])
  return rows.map((row, i) => rowOf(pairing, row, requests[i], answers[i]))
}

function rowOf(
  pairing: OpenPairing,
  row: number,
  request: SideOfRows[number],
  answer: SideOfRows[number],
): PairRow {
  const { pairs, verdicts, near } = pairing
  const answered = classOfAnswer(pairs, row)
  return {
    pair: row,
    id: keyTextOfRow(pairs, row),
    outcome: outcomeOf(pairs, row),
    status: answered?.status,
    errorCode: answered?.errorCode,
    finishReason: answered?.finishReason,
    model: answered?.model ?? classOfRequest(pairs, row)?.model,
    promptPreview: request?.preview ?? NOTHING,
    answerPreview: answer?.preview ?? NOTHING,
    tokens: answered?.statesUsage === true ? totalTokens(pairing, row) : undefined,
    unusable: unusableOf(pairs, verdicts, row),
    nearMiss: nearMissOfRow(near, row),
    others: othersOf(pairs, row),
    requestLine: request?.line,
    answerLine: answer?.line,
  }
}

function totalTokens({ pairs }: OpenPairing, row: number): number {
  const { lines, entry } = sourceLineOf(pairs.answers, pairs.answerOf[row] as number)
  return lines.tokens.total?.[entry] ?? 0
}

/** `entries`: global ones of each row, -1 for none. */
async function readSide(
  pairing: OpenPairing,
  side: PairRole,
  entries: readonly number[],
): Promise<SideOfRows> {
  const present = entries.filter((entry) => entry >= 0)
  const contents = await readEntriesIfAny(pairing, side, present, FIRST_LIMIT)
  const shown = present.map((entry, i) => show(pairing, side, entry, contents[i] as Content))
  const long = present.flatMap((_, i) => (contents[i]?.isCut === true ? [i] : []))
  for (let from = 0; from < long.length; from += LONG_LINES_AT_ONCE) {
    const places = long.slice(from, from + LONG_LINES_AT_ONCE)
    const again = places.map((i) => present[i] as number)
    const longer = await readEntriesIfAny(pairing, side, again, SECOND_LIMIT)
    for (const [j, i] of places.entries()) {
      shown[i] = show(pairing, side, again[j] as number, longer[j] as Content)
    }
  }
  let next = 0
  return entries.map((entry) => (entry < 0 ? undefined : shown[next++]))
}

function show(pairing: OpenPairing, side: PairRole, entry: number, content: Content) {
  const { source } = placeEntry(pairing, side, entry)
  return {
    line: content.line === 0 ? undefined : content.line,
    preview: previewOf(content, readingOf(side, source, content)),
  }
}

function readingOf(
  side: PairRole,
  source: OpenSource,
  content: Content,
): RequestReading | AnswerReading | undefined {
  return side === 'requests' ? requestIn(source, content) : answerIn(source, content)
}
