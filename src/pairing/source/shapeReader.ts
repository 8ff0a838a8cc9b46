// Lines of one shape are read once by the provider's reader, and then recognised: of each line are
// taken its key, its counts of tokens and whether its words are blank, from where the scanner found
// them. Shapes for which that does not hold are read one by one.
import type { JsonPath } from '../../json/jsonPath.ts'
import { KEY_KINDS } from '../pairLines.ts'
import { CAPTURE_KINDS, type CaptureColumn } from '../../scanner/captures.ts'
import { encodePlan } from '../../scanner/encodePlan.ts'
import { LINE_FLAGS, TAG_UNKNOWN, type ScanBatch, type Scanner } from '../../scanner/scanner.ts'
import type { ScanPlan } from '../../scanner/scanPlan.ts'
import { isBlankText } from './blankText.ts'
import { type LineReader, MAX_LINE_BYTES, type RecordReading } from './lineReader.ts'
import { MAX_TOKENS, type PairColumns } from './pairColumns.ts'
import { capturedPlaces, type CapturedPlace, withValues } from '../plans/capturedPlaces.ts'
import { PAIR_KEY_CAPTURE, type PairPlan, withKey, WORDS_CAPTURE } from '../plans/pairPlan.ts'
import { pairPlanOf } from '../plans/planRegistry.ts'
import { findTokenSums, isTied, type TokenSum, type TokenSums } from './tokenSums.ts'

/** What lines of a shape have in common. */
interface ShapeState {
  readonly filled: RecordReading
  /** Of those whose words are blank; undefined when that makes no difference. */
  readonly blank: RecordReading | undefined
  /** Places of their classes, which get them when there is a line of them. */
  filledPlace: number
  blankPlace: number
  readonly sums: TokenSums
}

const NO_PLACE = -1

/** What the scanner is told of a shape: one of these, or FIRST_STATE and the place of its state. */
const ONE_BY_ONE = 0
/** Met once. Files in which each line has a shape of its own should cost no more than reading them. */
const MET = 1
const FIRST_STATE = 2

const VALID = 0
const STRING = CAPTURE_KINDS.indexOf('string')
const PLAIN = CAPTURE_KINDS.indexOf('plain-string')
const ABSENT = CAPTURE_KINDS.indexOf('absent')
const TEXT_KEY = KEY_KINDS.indexOf('text')
const MISSING_KEY = KEY_KINDS.indexOf('missing')

const utf8 = new TextDecoder()

/** Undefined: lines of this provider, or with their key at this place, are read one by one. */
export function createShapeReader(reader: LineReader): ShapeReader | undefined {
  const plan = pairPlanOf(reader.provider.id, reader.role)
  const withOwnKey = plan && planWithKey(plan, reader.keyPath)
  const encoded = withOwnKey && encodePlan(withOwnKey.root)
  return encoded && new ShapeReader(reader, withOwnKey, encoded)
}

function planWithKey(plan: PairPlan, path: JsonPath): PairPlan | undefined {
  return path.length === 0 ? undefined : withKey(plan, path)
}

export class ShapeReader {
  readonly plan: ScanPlan
  readonly #reader: LineReader
  readonly #pairPlan: PairPlan
  readonly #states: ShapeState[] = []
  readonly #placeByState = new Map<string, number>()
  /** Counts of the current line, by capture. */
  readonly #values = new Float64Array(WORDS_CAPTURE)

  constructor(reader: LineReader, pairPlan: PairPlan, plan: ScanPlan) {
    this.#reader = reader
    this.#pairPlan = pairPlan
    this.plan = plan
  }

  /**
   * Adds line `i` of a batch, which is [from, to) of its bytes without its line end, and not blank.
   * Its entry is as `LineReader.add` makes it.
   */
  add(
    columns: PairColumns,
    id: number,
    scanner: Scanner,
    batch: ScanBatch,
    i: number,
    from: number,
    to: number,
  ): void {
    let known = batch.tag[i] as number
    if (known < FIRST_STATE || known === TAG_UNKNOWN) {
      if (known !== ONE_BY_ONE && batch.status[i] === VALID) known = scanner.lookup(i)
      if (known < FIRST_STATE || known === TAG_UNKNOWN) {
        this.#addSlowly(columns, id, scanner, batch, i, from, to, known)
        return
      }
    }
    // Places of captures count from where the byte order mark ends.
    if (i === 0 && ((batch.flags[0] as number) & LINE_FLAGS.leadingBom) !== 0) {
      this.#reader.add(columns, id, VALID, batch.bytes.subarray(from, to), to - from)
      return
    }
    const state = this.#states[known - FIRST_STATE] as ShapeState
    const { blank, sums } = state
    if (blank !== undefined && this.#hasBlankWords(batch, i, from)) {
      if (state.blankPlace === NO_PLACE) state.blankPlace = blank.classPlace()
      columns.add(id, to - from, state.blankPlace)
    } else {
      if (state.filledPlace === NO_PLACE) state.filledPlace = state.filled.classPlace()
      columns.add(id, to - from, state.filledPlace)
    }
    this.#addKey(columns, batch, i, from)
    if (sums.captures.length > 0) this.#addTokens(columns, batch, i, from, sums)
  }

  #addKey(columns: PairColumns, { bytes, captures }: ScanBatch, i: number, lineFrom: number): void {
    const column = captures[PAIR_KEY_CAPTURE] as CaptureColumn
    const kind = column.kind[i] as number
    if (kind === ABSENT) {
      columns.setKey(MISSING_KEY, bytes, 0, 0)
      return
    }
    const from = lineFrom + (column.from[i] as number)
    const to = lineFrom + (column.to[i] as number)
    if (kind === STRING || kind === PLAIN) columns.setKey(TEXT_KEY, bytes, from + 1, to - 1)
    else this.#reader.addKeyText(columns, bytes.subarray(from, to))
  }

  #addTokens(
    columns: PairColumns,
    { bytes, captures }: ScanBatch,
    i: number,
    lineFrom: number,
    sums: TokenSums,
  ): void {
    const values = this.#values.fill(0)
    for (let k = 0; k < sums.captures.length; k++) {
      const capture = sums.captures[k] as number
      const { from, to } = captures[capture] as CaptureColumn
      values[capture] = readCount(
        bytes,
        lineFrom + (from[i] as number),
        lineFrom + (to[i] as number),
      )
    }
    const own = isTied(this.#pairPlan.tie, values) ? sums.tied : sums.apart
    for (let k = 0; k < own.length; k++) {
      const { name, captures: parts } = own[k] as TokenSum
      let sum = 0
      for (let part = 0; part < parts.length; part++) sum += values[parts[part] as number] as number
      columns.setTokens(name, Math.min(sum, MAX_TOKENS))
    }
  }

  #hasBlankWords({ bytes, captures }: ScanBatch, i: number, lineFrom: number): boolean {
    const column = captures[WORDS_CAPTURE] as CaptureColumn
    return isBlankText(
      bytes,
      lineFrom + (column.from[i] as number),
      lineFrom + (column.to[i] as number),
    )
  }

  #addSlowly(
    columns: PairColumns,
    id: number,
    scanner: Scanner,
    { bytes, status, shape }: ScanBatch,
    i: number,
    from: number,
    to: number,
    known: number,
  ): void {
    const line = bytes.subarray(from, to)
    const code = status[i] as number
    const canLearn =
      code === VALID && known !== ONE_BY_ONE && shape[i] !== 0n && line.length <= MAX_LINE_BYTES
    if (!canLearn) {
      this.#reader.add(columns, id, code, line, to - from)
      return
    }
    const record = this.#reader.parse(line)
    const reading = this.#reader.readRecord(record)
    this.#reader.addRecord(columns, id, to - from, record, reading)
    scanner.learn(i, known === MET ? this.#learned(record, reading) : MET)
  }

  /** What the scanner is to know of the shape of a line. */
  #learned(record: unknown, reading: RecordReading): number {
    if (this.#reader.isOneByOne(record)) return ONE_BY_ONE
    const places = capturedPlaces(this.#pairPlan.root, record)
    const read = (): RecordReading => this.#reader.readRecord(record)
    const sums = findTokenSums(this.#pairPlan, places, () => read().tokens)
    const classes = classesByWords(places[WORDS_CAPTURE] ?? [], reading, read)
    if (!sums || !classes) return ONE_BY_ONE
    const { filled, blank } = classes
    const identity = JSON.stringify([filled.identity, blank?.identity ?? null, sums])
    const known = this.#placeByState.get(identity)
    if (known !== undefined) return known
    if (this.#states.length + FIRST_STATE >= TAG_UNKNOWN) return ONE_BY_ONE
    const state = { filled, blank, filledPlace: NO_PLACE, blankPlace: NO_PLACE, sums }
    const place = this.#states.push(state) - 1 + FIRST_STATE
    this.#placeByState.set(identity, place)
    return place
  }
}

interface ClassesByWords {
  readonly filled: RecordReading
  /** Absent when blank words make no difference. */
  readonly blank: RecordReading | undefined
}

/** Undefined when it takes more than one look at a line of the shape to know its class. */
function classesByWords(
  words: readonly CapturedPlace[],
  own: RecordReading,
  read: () => RecordReading,
): ClassesByWords | undefined {
  // Whether there is a text, and whether it is empty, is part of the shape.
  const texts = words.filter(({ value }) => typeof value === 'string' && value !== '')
  if (texts.length === 0) return { filled: own, blank: undefined }
  const readWith = (text: string): RecordReading =>
    withValues(
      texts.map((place) => [place, text]),
      read,
    )
  const filled = readWith('x')
  const blank = readWith(' ')
  if (filled.identity === blank.identity) {
    return filled.identity === own.identity ? { filled: own, blank: undefined } : undefined
  }
  if (words.length > 1 || !words[0]?.isLast) return undefined
  const isBlank = !/\S/.test(texts[0]?.value as string)
  if ((isBlank ? blank : filled).identity !== own.identity) return undefined
  return { filled, blank }
}

const ZERO = 48
/** Digits that a double has whatever they are. */
const EXACT_DIGITS = 15

/** The number that [from, to) spells, a whole one from 0 on. */
function readCount(bytes: Uint8Array, from: number, to: number): number {
  let value = 0
  if (to - from <= EXACT_DIGITS) {
    let at = from
    for (; at < to; at++) {
      const digit = (bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === to) return value
  }
  return Number(utf8.decode(bytes.subarray(from, to)))
}
