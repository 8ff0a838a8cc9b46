// The columns of the table of pairs, and how much each wants. What is empty in this pairing has no column,
// and what is the same in every row is said once above.
import type { PairFilter, PairingFacts } from '../../../contracts/pairingApi.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { groupNumber } from '../../../state/formatNumber.ts'
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

export const COLUMN_TITLES: Readonly<Record<PairColumnId, string>> = {
  id: 'id',
  outcome: 'outcome',
  status: 'HTTP',
  error: 'error',
  finish: 'finish',
  model: 'model',
  prompt: 'prompt',
  answer: 'answer',
  tokens: 'tokens',
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
  readonly title: string
  readonly value: string
}

export interface PairColumns {
  readonly columns: readonly PairColumn[]
  readonly uniform: readonly UniformValue[]
}

/** One column of the monospaced font at 12 px, rounded up over the usual fonts. */
const CHARACTER_WIDTH = 7.3
const PADDING = 18

/** The mark of an outcome with its word, and alone. */
const OUTCOME_WIDTH = 116
export const MARK_WIDTH = 26

/** Characters of what files may say at any length, such as ids and codes of errors. */
const LONGEST = 48
/** Characters that the padding at the edge of the table takes. */
const EDGE = 2
/** Of these, how many are left at least where there is little room. */
const LEAST_OF_ID = 12
const LEAST_OF_ERROR = 30
const LEAST_OF_MODEL = 14

/** `idLength`: characters of the longest id that is known. */
export function pairColumns(
  facts: PairingFacts | undefined,
  filter: PairFilter,
  idLength: number,
): PairColumns {
  const { summary } = facts ?? {}
  // The summary is of rows that are no duplicates: with these there may be other values.
  const isWhole = summary !== undefined && facts?.duplicate === 0
  const hasFinish = !isWhole || summary.finishReasons.length > 0
  const hasErrors = !isWhole || summary.errors.length > 0
  const isMissing = filter.outcome === 'missing'
  const isSuccess = filter.outcome === 'succeeded' || filter.unusable !== undefined
  const uniform = isWhole ? uniformValues(facts, summary) : []
  const isUniform = (title: string): boolean => uniform.some((value) => value.title === title)

  const columns: (PairColumn | false)[] = [
    // At the edge of the table it has more padding than the others.
    textColumn('id', idLength + EDGE, { least: LEAST_OF_ID + EDGE }),
    { id: 'outcome', least: OUTCOME_WIDTH, wanted: OUTCOME_WIDTH, share: 0 },
    !isMissing &&
      !isUniform('HTTP') &&
      (!isWhole || summary.statuses.length > 0) &&
      textColumn('status', 4),
    !isMissing &&
      !isSuccess &&
      hasErrors &&
      textColumn('error', longestOf(summary?.errors), { least: LEAST_OF_ERROR }),
    !isMissing &&
      hasFinish &&
      !isUniform('finish') &&
      textColumn('finish', longestOf(summary?.finishReasons)),
    !isUniform('model') &&
      (!isWhole || summary.models.length > 0) &&
      textColumn('model', longestModel(summary), { least: LEAST_OF_MODEL }),
    facts?.requests !== 0 && { ...textColumn('prompt', 24, { least: 16 }), share: 1 },
    !isMissing && { ...textColumn('answer', 30, { least: leastAnswer(facts) }), share: 1.4 },
    !isMissing &&
      (!isWhole || summary.usage.total > 0) &&
      textColumn('tokens', tokenDigits(summary)),
  ]
  return { columns: columns.filter((column) => column !== false), uniform }
}

/** `least`: characters that it has at least, if it has as many; all of them when absent. */
function textColumn(
  id: PairColumnId,
  length: number,
  { least = LONGEST }: { readonly least?: number } = {},
): PairColumn {
  const characters = Math.min(Math.max(length, COLUMN_TITLES[id].length), LONGEST)
  return {
    id,
    least: widthOf(Math.min(characters, least)),
    wanted: widthOf(characters),
    share: 0,
  }
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
    values.push({ title: 'HTTP', value: String(status.value) })
  }
  const [finish, otherFinish] = finishReasons
  if (finish && !otherFinish) values.push({ title: 'finish', value: finish.value })
  const asked = new Set(models.flatMap((model) => model.asked ?? []))
  const answered = new Set(models.flatMap((model) => model.answered ?? []))
  if (asked.size <= 1 && answered.size <= 1) {
    const [one] = asked
    const [other] = answered
    const model = other ?? one
    if (model !== undefined && isSameModel(one, other))
      values.push({ title: 'model', value: model })
  }
  return values
}

function longestOf(counts: readonly { readonly value: string }[] | undefined): number {
  return Math.max(0, ...(counts ?? []).map(({ value }) => value.length))
}

function longestModel(summary: PairingFacts['summary']): number {
  const names = (summary?.models ?? []).map(({ asked, answered }) => answered ?? asked ?? '')
  return Math.max(0, ...names.map(({ length }) => length))
}

/** Characters that what is said of a useless answer takes, so that it is never cut. */
function leastAnswer(facts: PairingFacts | undefined): number {
  const titles = (facts?.summary?.unusable ?? []).map(({ value }) => UNUSABLE_TITLES[value].length)
  return Math.max(16, ...titles.map((length) => length + 3))
}

function tokenDigits(summary: PairingFacts['summary']): number {
  const total = summary?.spreads.find(({ name }) => name === 'total')
  return groupNumber(total?.max ?? 0).length
}
