// Lines as plain objects, and arbitrary ones: what tests compare the columns with.
import fc from 'fast-check'
import { msg, verbatim } from '../../../i18n/message.ts'
import { lineId } from '../../../base/units.ts'
import { BROKEN_LINE } from '../../pairLines.ts'
import type {
  AnswerClass,
  AnswerLines,
  PairLines,
  RequestClass,
  RequestLines,
  TokenColumns,
} from '../../pairLines.ts'
import type { RecordKey } from '../../recordKey.ts'
import { TOKEN_NAMES } from '../../usage.ts'
import type { TokenCounts } from '../../usage.ts'
import { encodeKey, kindNumberOf } from '../keyColumn.ts'

interface PlainLine {
  readonly id: number
  readonly key: RecordKey
}

export interface PlainRequest extends PlainLine {
  readonly is: RequestClass
}

export interface PlainAnswer extends PlainLine {
  readonly is: AnswerClass
  /** Of interest when the class states usage. */
  readonly tokens: TokenCounts
}

const NO_TOKENS: TokenCounts = {
  prompt: 0,
  cached: 0,
  cacheWritten: 0,
  cacheWrittenHour: 0,
  completion: 0,
  reasoning: 0,
  total: 0,
}

function columnsOf<Class>(lines: readonly (PlainLine & { readonly is: Class })[]) {
  const keys = lines.map(({ key }) => encodeKey(key))
  const classes: Class[] = []
  const placeByClass = new Map<string, number>()
  const classOf = lines.map(({ is }) => {
    const name = JSON.stringify(is)
    const place = placeByClass.get(name) ?? classes.push(is) - 1
    placeByClass.set(name, place)
    return place
  })
  let end = 0
  return {
    columns: {
      count: lines.length,
      ids: Float64Array.from(lines, ({ id }) => lineId(id)),
      byteLengths: Uint32Array.from(keys, ({ length }) => length + 20),
      keyBytes: Uint8Array.from(keys.flatMap((bytes) => [...bytes])),
      keyEnds: Uint32Array.from(keys, ({ length }) => (end += length)),
      keyKinds: Uint8Array.from(lines, ({ key }) => kindNumberOf(key)),
      classOf: Uint16Array.from(classOf),
    },
    classes,
  }
}

export function requestLinesOf(lines: readonly PlainRequest[]): RequestLines {
  const { columns, classes } = columnsOf(lines)
  return { role: 'requests', ...columns, classes }
}

export function answerLinesOf(lines: readonly PlainAnswer[]): AnswerLines {
  const { columns, classes } = columnsOf(lines)
  const tokens: TokenColumns = Object.fromEntries(
    TOKEN_NAMES.filter((name) => lines.some((line) => line.tokens[name] > 0)).map((name) => [
      name,
      Uint32Array.from(lines, (line) => line.tokens[name]),
    ]),
  )
  return { role: 'answers', ...columns, classes, tokens }
}

/** Few keys, so that they meet; near misses of each other, of all kinds. */
const arbitraryKey: fc.Arbitrary<RecordKey> = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^(row-)?[0-9]{0,1}$/).map(text) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(' 5', '5\u00a0', '\u30005', '5', '{}', 'é', '\ud83d').map(text),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('5', '1').map(number),
  },
  { weight: 1, arbitrary: fc.constant<RecordKey>({ kind: 'other', text: '{}' }) },
  { weight: 1, arbitrary: fc.constant<RecordKey>({ kind: 'missing' }) },
)

function number(value: string): RecordKey {
  return { kind: 'number', text: value }
}

function text(value: string): RecordKey {
  return { kind: 'text', text: value }
}

/** Of known prices, one of them higher for long prompts, and of none. */
const arbitraryModel = fc.constantFrom('gpt-4o', 'gemini-2.5-pro', 'mine', undefined)

const arbitraryRequestClass: fc.Arbitrary<RequestClass> = fc.record({
  isBroken: fc.constant(false),
  model: arbitraryModel,
  wantsJson: fc.boolean(),
})

const arbitrarySuccess: fc.Arbitrary<AnswerClass> = fc.record({
  isBroken: fc.constant(false),
  isSuccess: fc.constant(true),
  status: fc.constantFrom(200, undefined),
  errorCode: fc.constant(undefined),
  errorMessage: fc.constant(undefined),
  finishReason: fc.constantFrom('stop', 'length', undefined),
  ending: fc.constant('unknown'),
  model: arbitraryModel,
  unusable: fc.constantFrom(undefined, undefined, 'cut-off', 'empty'),
  hasText: fc.boolean(),
  statesUsage: fc.boolean(),
})

/** One object, by which tests tell whether a message is one of several. */
const TOO_MANY = verbatim('Too many requests.')

const arbitraryFailure: fc.Arbitrary<AnswerClass> = fc.record({
  isBroken: fc.constant(false),
  isSuccess: fc.constant(false),
  status: fc.constantFrom(400, 429, 0, undefined),
  errorCode: fc.constantFrom('rate_limit_exceeded', 'batch_expired'),
  errorMessage: fc.constantFrom(TOO_MANY, undefined),
  finishReason: fc.constantFrom(undefined, 'length'),
  ending: fc.constant('unknown'),
  model: arbitraryModel,
  unusable: fc.constant(undefined),
  hasText: fc.constant(false),
  statesUsage: fc.boolean(),
})

const BROKEN_REQUEST: RequestClass = { isBroken: true, model: undefined, wantsJson: false }

const BROKEN_ANSWER: AnswerClass = {
  isBroken: true,
  isSuccess: false,
  status: undefined,
  errorCode: BROKEN_LINE,
  errorMessage: msg('A comma is missing.'),
  finishReason: undefined,
  ending: 'unknown',
  model: undefined,
  unusable: undefined,
  hasText: false,
  statesUsage: false,
}

const arbitraryTokens = fc.record({
  prompt: fc.nat({ max: 300_000 }),
  cached: fc.nat({ max: 9 }),
  cacheWritten: fc.constant(0),
  cacheWrittenHour: fc.constant(0),
  completion: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 70_000 })),
  reasoning: fc.constantFrom(0, 0, 7),
  total: fc.nat({ max: 400_000 }),
})

const arbitraryId = fc.nat({ max: 999 })

export const arbitraryRequest: fc.Arbitrary<PlainRequest> = fc.record({
  id: arbitraryId,
  key: arbitraryKey,
  is: fc.oneof({ weight: 6, arbitrary: arbitraryRequestClass }, fc.constant(BROKEN_REQUEST)),
})

export const arbitraryAnswer: fc.Arbitrary<PlainAnswer> = fc
  .record({
    id: arbitraryId,
    key: arbitraryKey,
    is: fc.oneof(
      { weight: 4, arbitrary: arbitrarySuccess },
      { weight: 2, arbitrary: arbitraryFailure },
      fc.constant(BROKEN_ANSWER),
    ),
    tokens: arbitraryTokens,
  })
  .map((answer) => ({ ...answer, tokens: answer.is.statesUsage ? answer.tokens : NO_TOKENS }))

/** Lines of one document: each id once, in any order. */
const arbitraryRequests = fc.uniqueArray(arbitraryRequest, {
  selector: ({ id }) => id,
  maxLength: 12,
})
const arbitraryAnswers = fc.uniqueArray(arbitraryAnswer, {
  selector: ({ id }) => id,
  maxLength: 12,
})

export interface PlainPairing {
  readonly requests: readonly (readonly PlainRequest[])[]
  readonly answers: readonly (readonly PlainAnswer[])[]
}

/** Any split into files, none and empty ones too. */
export const arbitraryPairing: fc.Arbitrary<PlainPairing> = fc.record({
  requests: fc.array(arbitraryRequests, { maxLength: 3 }),
  answers: fc.array(arbitraryAnswers, { maxLength: 3 }),
})

/** What the columns say, as plain lines again. */
export function plainOf(lines: PairLines, keyAt: (entry: number) => RecordKey) {
  return Array.from({ length: lines.count }, (_, entry) => ({
    id: lines.ids[entry],
    byteLength: lines.byteLengths[entry],
    key: keyAt(entry),
    is: lines.classes[lines.classOf[entry] as number],
    ...(lines.role === 'answers' && {
      tokens: Object.fromEntries(
        TOKEN_NAMES.map((name) => [name, lines.tokens[name]?.[entry] ?? 0]),
      ),
    }),
  }))
}
