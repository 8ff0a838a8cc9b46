// A pair as the drawer shows it: all lines that share its id, read and as they are.
import { cutText } from '../../base/cutText.ts'
import { lineId, type LineNumber } from '../../base/units.ts'
import { nearMissOfRow, nearRowsOf } from '../join/nearMisses.ts'
import {
  answersWithKeyOf,
  countedAnswerOf,
  keyTextOfRow,
  outcomeOf,
  type Pairs,
  requestsWithKeyOf,
} from '../join/pairs.ts'
import type { PairRole } from '../pairLines.ts'
import type { RequestReading } from '../requestReading.ts'
import type { SchemaValidator } from '../schemaValidator.ts'
import { checkUsability } from '../usability.ts'
import {
  type AnswerSide,
  PAIR_TEXT_LIMIT,
  type PairDetail,
  type PairPlace,
  type RequestSide,
} from '../../contracts/pairingApi.ts'
import {
  type Content,
  countEntries,
  type OpenPairing,
  placeEntry,
  readEntries,
  sourcesOf,
} from './openPairing.ts'
import { answerIn, requestIn, textOf } from './readLine.ts'

/** Bytes of a line that are read; a line beyond is shown as text, cut, and not read as a message. */
const LINE_LIMIT = 8 * 1024 * 1024
/** Lines of each side, and lines with a similar id. */
const LINES_LIMIT = 20

/** Undefined when there is no such pair. Throws `PairingFailure`. */
export async function readPairDetail(
  pairing: OpenPairing,
  pair: number,
  schemas: () => Promise<SchemaValidator | undefined>,
): Promise<PairDetail | undefined> {
  const { pairs } = pairing
  if (!Number.isInteger(pair) || pair < 0 || pair >= pairs.count) return undefined
  const requestEntries = requestsWithKeyOf(pairs, pair)
  const answerEntries = answersWithKeyOf(pairs, pair)
  const shownRequests = around(requestEntries, pairs.requestOf[pair] as number)
  const shownAnswers = around(answerEntries, pairs.answerOf[pair] as number)
  const [requestContents, answerContents, near] = await Promise.all([
    readEntries(pairing, 'requests', shownRequests, LINE_LIMIT),
    readEntries(pairing, 'answers', shownAnswers, LINE_LIMIT),
    readNear(pairing, pair),
  ])
  const requests = shownRequests.map((entry, i) =>
    requestSide(pairing, entry, requestContents[i] as Content),
  )
  const main = requests[shownRequests.indexOf(requestEntries[0] ?? -1)]?.reading
  const validator = main?.wantsJson?.schema === undefined ? undefined : await schemas()
  return {
    pair,
    revision: pairing.revision,
    id: keyTextOfRow(pairs, pair),
    outcome: outcomeOf(pairs, pair),
    requests,
    answers: shownAnswers.map((entry, i) =>
      answerSide(pairing, pair, entry, answerContents[i] as Content, main, validator),
    ),
    ownRequest: placeIn(shownRequests, pairs.requestOf[pair]),
    ownAnswer: placeIn(shownAnswers, pairs.answerOf[pair]),
    moreLines: requestEntries.length + answerEntries.length - requests.length - shownAnswers.length,
    near,
  }
}

function placeIn(entries: readonly number[], own: number | undefined): number | undefined {
  const place = own === undefined ? -1 : entries.indexOf(own)
  return place < 0 ? undefined : place
}

/** The first and the last ones, and the pair's own. */
function around(entries: readonly number[], own: number): readonly number[] {
  if (entries.length <= LINES_LIMIT) return entries
  const ends = [...entries.slice(0, LINES_LIMIT / 2), ...entries.slice(-LINES_LIMIT / 2)]
  return ends.includes(own) || own < 0 ? ends : [...ends, own].sort((a, b) => a - b)
}

function requestSide(pairing: OpenPairing, entry: number, content: Content): RequestSide {
  const { source } = placeEntry(pairing, 'requests', entry)
  return {
    ...placeOfLine(pairing, 'requests', entry, content),
    ...shownText(content),
    reading: requestIn(source, content),
  }
}

function answerSide(
  pairing: OpenPairing,
  pair: number,
  entry: number,
  content: Content,
  request: RequestReading | undefined,
  validator: SchemaValidator | undefined,
): AnswerSide {
  const { source } = placeEntry(pairing, 'answers', entry)
  const reading = answerIn(source, content)
  return {
    ...placeOfLine(pairing, 'answers', entry, content),
    ...shownText(content),
    isCounted: countedAnswerOf(pairing.pairs, pair) === entry,
    reading,
    findings: reading ? checkUsability(reading, request?.wantsJson, validator) : [],
  }
}

function placeOfLine(
  pairing: OpenPairing,
  side: PairRole,
  global: number,
  { line }: Content,
): PairPlace {
  const { source, entry } = placeEntry(pairing, side, global)
  return {
    key: source.setup.key,
    documentName: source.setup.name,
    id: lineId(source.lines.ids[entry] as number),
    // 0 for a moment only, when the line was deleted and the rows do not know yet.
    line: line as LineNumber,
  }
}

function shownText(content: Content) {
  const text = textOf(content)
  return {
    text: cutText(text, PAIR_TEXT_LIMIT),
    isCut: content.isCut || text.length > PAIR_TEXT_LIMIT,
  }
}

/** Lines that have the id in another spelling. */
async function readNear(pairing: OpenPairing, pair: number): Promise<PairDetail['near']> {
  const { pairs } = pairing
  const why = nearMissOfRow(pairing.near, pair)
  if (!why) return []
  const rows = nearRowsOf(pairs, pairing.near, pair, LINES_LIMIT)
  const role: PairRole = (pairs.requestOf[pair] as number) >= 0 ? 'answers' : 'requests'
  const column = role === 'answers' ? pairs.answerOf : pairs.requestOf
  const entries = rows.map((row) => column[row] as number)
  // Their numbers are wanted, not what they say.
  const contents = await readEntries(pairing, role, entries, 1)
  return rows.map((row, i) => ({
    why,
    id: keyTextOfRow(pairs, row),
    role,
    place: placeOfLine(pairing, role, entries[i] as number, contents[i] as Content),
  }))
}

/** The pair that a line of a document is in; undefined when it is in none. */
export function pairOfLine(pairing: OpenPairing, key: string, id: number): number | undefined {
  for (const side of ['requests', 'answers'] as const) {
    const sources = sourcesOf(pairing, side)
    const place = sources.findIndex(({ setup }) => setup.key === key)
    if (place < 0) continue
    const entry = sources[place]?.lines.ids.indexOf(id) ?? -1
    if (entry < 0) return undefined
    const global = countEntries(sources.slice(0, place)) + entry
    return rowsOf(pairing.pairs, side)[global]
  }
  return undefined
}

function rowsOf({ rowOfRequest, rowOfAnswer }: Pairs, side: PairRole): Int32Array {
  return side === 'requests' ? rowOfRequest : rowOfAnswer
}
