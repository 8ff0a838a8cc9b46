// The columns of the table of pairs, and how much each wants. What is empty in this pairing has no column,
// and what is the same in every row is said once above.
import { textWidth } from '../../../base/textWidth.ts'
import type { PairFilter, PairingFacts } from '../../../contracts/pairingApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import { isSameModel } from '../summary/sameModel.ts'

export type PairColumnId =
  | 'id'
  | 'outcome'
  | 'status'
  | 'error'
  | 'finish'
  | 'model'
  | 'prompt'
  | 'answer'
  | 'tokens'

export const COLUMN_TITLES: Readonly<Record<PairColumnId, Message>> = {
  id: msg('id'),
  outcome: msg('outcome'),
  status: msg('HTTP'),
  error: msg('error'),
  finish: msg('finish'),
  model: msg('model'),
  prompt: msg('prompt'),
  answer: msg('answer'),
  tokens: msg('tokens'),
}

/** Numbers stand at the right. */
export const NUMBER_COLUMNS: ReadonlySet<PairColumnId> = new Set(['status', 'tokens'])

/** Widths in CSS pixels. */
export interface PairColumn {
  readonly id: PairColumnId
  /** Below it the column is of no use. */
  readonly least: number
  /** All that it has to show fits. */
  readonly wanted: number
  /** Share of what is left when all have what they want; 0: none. */
  readonly share: number
}

/** Said above the table instead of in every row. */
export interface UniformValue {
  readonly id: PairColumnId
  readonly value: string
}

export interface PairColumns {
  readonly columns: readonly PairColumn[]
  readonly uniform: readonly UniformValue[]
}

/** One column of the monospaced font at 12 px, rounded up over the usual fonts. */
const CHARACTER_WIDTH = 7.3
const PADDING = 18

/** The mark of an outcome alone, and what it takes beside its word. */
export const MARK_WIDTH = 26
const MARK_BESIDE_WORD = 43

/** Characters of what files may say at any length, such as ids and codes of errors. */
const LONGEST = 48
/** Characters that the padding at the edge of the table takes. */
const EDGE = 2
/** Of these, how many are left at least where there is little room. */
const LEAST_OF_ID = 12
const LEAST_OF_ERROR = 30
const LEAST_OF_MODEL = 14

/** Makes words of a message. */
type Translate = (message: Message) => string

/** `idLength`: cells of the longest id that is known. */
export function pairColumns(
  facts: PairingFacts | undefined,
  filter: PairFilter,
  idLength: number,
  t: Translate,
): PairColumns {
  const { summary } = facts ?? {}
  // The summary is of rows that are no duplicates: with these there may be other values.
  const isWhole = summary !== undefined && facts?.duplicate === 0
  const hasFinish = !isWhole || summary.finishReasons.length > 0
  const hasErrors = !isWhole || summary.errors.length > 0
  const isMissing = filter.outcome === 'missing'
  const isSuccess = filter.outcome === 'succeeded' || filter.unusable !== undefined
  const uniform = isWhole ? uniformValues(facts, summary) : []
  const isUniform = (column: PairColumnId): boolean => uniform.some(({ id }) => id === column)
  const outcomeWidth = widthOfOutcome(t)
  const answerLength = leastAnswer(facts, t)
  const textColumn = (id: PairColumnId, length: number, least?: number): PairColumn =>
    columnOf(id, Math.max(length, textWidth(t(COLUMN_TITLES[id]))), least)

  const columns: (PairColumn | false)[] = [
    // At the edge of the table it has more padding than the others.
    textColumn('id', idLength + EDGE, LEAST_OF_ID + EDGE),
    { id: 'outcome', least: outcomeWidth, wanted: outcomeWidth, share: 0 },
    !isMissing &&
      !isUniform('status') &&
      (!isWhole || summary.statuses.length > 0) &&
      textColumn('status', 4),
    !isMissing &&
      !isSuccess &&
      hasErrors &&
      textColumn('error', longestOf(summary?.errors), LEAST_OF_ERROR),
    !isMissing &&
      hasFinish &&
      !isUniform('finish') &&
      textColumn('finish', longestOf(summary?.finishReasons)),
    !isUniform('model') &&
      (!isWhole || summary.models.length > 0) &&
      textColumn('model', longestModel(summary), LEAST_OF_MODEL),
    facts?.requests !== 0 && { ...textColumn('prompt', 24, 16), share: 1 },
    !isMissing && {
      ...textColumn('answer', Math.max(30, answerLength), answerLength),
      share: 1.4,
    },
    !isMissing &&
      (!isWhole || summary.usage.total > 0) &&
      textColumn('tokens', tokenDigits(summary)),
  ]
  return { columns: columns.filter((column) => column !== false), uniform }
}

/** `least`: characters that it has at least, if it has as many; all of them when absent. */
function columnOf(id: PairColumnId, length: number, least = LONGEST): PairColumn {
  const characters = Math.min(length, LONGEST)
  return {
    id,
    least: widthOf(Math.min(characters, least)),
    wanted: widthOf(characters),
    share: 0,
  }
}

/** So that the word of no outcome is cut. */
function widthOfOutcome(t: Translate): number {
  const words = [COLUMN_TITLES.outcome, ...Object.values(OUTCOME_LOOKS).map(({ title }) => title)]
  const longest = Math.max(...words.map((word) => textWidth(t(word))))
  return Math.ceil(longest * CHARACTER_WIDTH) + MARK_BESIDE_WORD
}

function widthOf(characters: number): number {
  return Math.ceil(characters * CHARACTER_WIDTH) + PADDING
}

function uniformValues(
  facts: PairingFacts,
  { statuses, finishReasons, models }: NonNullable<PairingFacts['summary']>,
): UniformValue[] {
  const values: UniformValue[] = []
  const [status] = statuses
  if (status && status.count === facts.succeeded + facts.failed + facts.unexpected) {
    values.push({ id: 'status', value: String(status.value) })
  }
  const [finish, otherFinish] = finishReasons
  if (finish && !otherFinish) values.push({ id: 'finish', value: finish.value })
  const asked = new Set(models.flatMap((model) => model.asked ?? []))
  const answered = new Set(models.flatMap((model) => model.answered ?? []))
  if (asked.size <= 1 && answered.size <= 1) {
    const [one] = asked
    const [other] = answered
    const model = other ?? one
    if (model !== undefined && isSameModel(one, other)) values.push({ id: 'model', value: model })
  }
  return values
}

function longestOf(counts: readonly { readonly value: string }[] | undefined): number {
  return Math.max(0, ...(counts ?? []).map(({ value }) => textWidth(value)))
}

function longestModel(summary: PairingFacts['summary']): number {
  const names = (summary?.models ?? []).map(({ asked, answered }) => answered ?? asked ?? '')
  return Math.max(0, ...names.map(textWidth))
}

/** Characters that what is said of a useless answer takes, so that it is never cut. */
function leastAnswer(facts: PairingFacts | undefined, t: Translate): number {
  const titles = (facts?.summary?.unusable ?? []).map(({ value }) =>
    textWidth(t(UNUSABLE_TITLES[value])),
  )
  return Math.max(16, ...titles.map((length) => length + 3))
}

function tokenDigits(summary: PairingFacts['summary']): number {
  const total = summary?.spreads.find(({ name }) => name === 'total')
  return groupedLength(total?.max ?? 0)
}

/** With a sign between groups of three digits. */
function groupedLength(value: number): number {
  const { length } = String(value)
  return length + Math.floor((length - 1) / 3)
}
