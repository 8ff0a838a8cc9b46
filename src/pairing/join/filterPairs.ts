// Which rows fit a filter. What the filter asks of classes is decided once for each class, so that a
// row costs a few look-ups: a million rows take some 20 ms.
import type { AnswerClass, RequestClass } from '../pairLines.ts'
import type { PairGroups } from './groupPairs.ts'
import { NEAR_MISSES } from './nearMisses.ts'
import type { NearMisses } from './nearMisses.ts'
import type { PairFilter } from './pairFilter.ts'
import { DUPLICATE, FAILED, MISSING, SUCCEEDED, UNEXPECTED } from './pairs.ts'
import type { Pairs } from './pairs.ts'
import { OUTCOMES } from '../outcome.ts'
import { JSON_VERDICTS, unusableByVerdict } from './rowUsability.ts'
import type { JsonVerdicts } from './rowUsability.ts'

/** Pairs, and what was found out about them since. */
export interface ValidatedPairs {
  readonly pairs: Pairs
  readonly verdicts: JsonVerdicts
  readonly near: NearMisses
}

/** What some filters look into; without it no row fits them. */
export interface FilterAids {
  /** [row]: 1 for rows that the search found. */
  readonly matches?: Uint8Array | undefined
  /** For `filter.group`, by the rule of the view. */
  readonly groups?: PairGroups | undefined
}

/**
 * Rows that fit all of the filter, ascending; or in the order of `order`, which holds rows, each once,
 * and of which those that fit are kept.
 */
export function selectPairs(
  validated: ValidatedPairs,
  filter: PairFilter,
  aids: FilterAids = {},
  order?: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const fits = rowTest(validated, filter, aids)
  const { count } = validated.pairs
  const total = order?.length ?? count
  const rows = new Uint32Array(total)
  let found = 0
  for (let i = 0; i < total; i++) {
    const row = order ? (order[i] as number) : i
    if (fits(row)) rows[found++] = row
  }
  return rows.slice(0, found)
}

type RowTest = (row: number) => boolean

/** Whether a row fits the filter; made once, then cheap for each row. */
function rowTest(validated: ValidatedPairs, filter: PairFilter, aids: FilterAids = {}): RowTest {
  const { outcomes, requestOf, answerOf } = validated.pairs
  const hasOutcome = wantedOutcomes(filter)
  const requestFits = requestTest(validated.pairs, filter)
  const answerFits = answerTest(validated, filter)
  const tests = [
    nearTest(validated.near, filter),
    matchTest(filter, aids),
    groupTest(filter, aids),
  ].filter((test) => test !== undefined)
  return (row) =>
    hasOutcome[outcomes[row] as number] === 1 &&
    (requestFits === undefined || requestFits(requestOf[row] as number)) &&
    (answerFits === undefined || answerFits(answerOf[row] as number)) &&
    tests.every((test) => test(row))
}

/** [place in OUTCOMES]: 1 when rows of that outcome may fit. See `PairFilter` for which ask whom. */
function wantedOutcomes(filter: PairFilter): Uint8Array {
  const wanted = new Uint8Array(OUTCOMES.length).fill(1)
  const keep = (...kept: readonly number[]) => {
    for (let outcome = 0; outcome < wanted.length; outcome++) {
      if (!kept.includes(outcome)) wanted[outcome] = 0
    }
  }
  if (filter.outcome !== undefined) keep(OUTCOMES.indexOf(filter.outcome))
  if (filter.errorCode !== undefined) keep(FAILED, UNEXPECTED)
  if (filter.finishReason !== undefined || filter.status !== undefined) {
    keep(SUCCEEDED, FAILED, UNEXPECTED)
  }
  if (filter.unusable !== undefined) keep(SUCCEEDED)
  if (filter.models !== undefined) wanted[DUPLICATE] = 0
  if (filter.nearMiss !== undefined) keep(MISSING)
  return wanted
}

/** Of a global entry, or -1 for a row without a request; undefined when all fit. */
function requestTest({ requests }: Pairs, { models }: PairFilter) {
  if (models === undefined) return undefined
  const { classOf, classes } = requests
  const fits = (each?: RequestClass) => (each?.model ?? null) === models.asked
  const byClass = Uint8Array.from(classes, (each) => Number(fits(each)))
  const withoutFits = fits()
  return (request: number): boolean =>
    request < 0 ? withoutFits : byClass[classOf[request] as number] === 1
}

/**
 * As `requestTest`, of answers. Rows ask for answers in any order, and looking up all that there is to
 * know of each would wait for the memory; so answers are decided before, in their own order.
 */
function answerTest(validated: ValidatedPairs, filter: PairFilter) {
  const { answers } = validated.pairs
  const classTests = answerClassTests(filter)
  const { unusable, tokens } = filter
  if (classTests.length === 0 && unusable === undefined) return undefined
  const classFits = (each?: AnswerClass) => classTests.every((test) => test(each))
  const byClass = Uint8Array.from(answers.classes, (each) => Number(classFits(each)))
  const fits = new Uint8Array(answers.count)
  for (let answer = 0; answer < fits.length; answer++) {
    fits[answer] = byClass[answers.classOf[answer] as number] as number
  }
  if (unusable !== undefined) keepUnusable(fits, validated, unusable)
  if (tokens !== undefined) keepTokens(fits, validated.pairs, tokens)
  const withoutFits = unusable === undefined && classFits()
  return (answer: number): boolean => (answer < 0 ? withoutFits : fits[answer] === 1)
}

type AnswerClassTest = (each: AnswerClass | undefined) => boolean

function answerClassTests(filter: PairFilter): AnswerClassTest[] {
  const { errorCode, finishReason, status, models, tokens } = filter
  const tests: AnswerClassTest[] = []
  if (errorCode !== undefined) {
    tests.push((each) => each?.isSuccess === false && each.errorCode === errorCode)
  }
  if (finishReason !== undefined) tests.push((each) => each?.finishReason === finishReason)
  if (status !== undefined) tests.push((each) => each?.status === status)
  if (models !== undefined) tests.push((each) => (each?.model ?? null) === models.answered)
  if (tokens !== undefined) tests.push((each) => each?.statesUsage === true)
  return tests
}

/** The outcome tells which rows are asked. */
function keepUnusable(fits: Uint8Array, { pairs, verdicts }: ValidatedPairs, wanted: string): void {
  const isWanted = (reason: string | undefined) =>
    reason === undefined ? wanted === 'none' : wanted === 'any' || reason === wanted
  const { classOf, classes } = pairs.answers
  const verdictFits = JSON_VERDICTS.map((_, verdict) => isWanted(unusableByVerdict(verdict)))
  const classFits = classes.map(({ unusable }) => isWanted(unusable))
  const isOpen = classes.map(({ unusable }) => unusable === undefined)
  for (let answer = 0; answer < fits.length; answer++) {
    const place = classOf[answer] as number
    const isKept = isOpen[place] ? verdictFits[verdicts[answer] as number] : classFits[place]
    if (isKept !== true) fits[answer] = 0
  }
}

function keepTokens(
  fits: Uint8Array,
  { answers }: Pairs,
  { name, from, to }: NonNullable<PairFilter['tokens']>,
): void {
  for (const [source, { count, tokens }] of answers.sources.entries()) {
    const start = answers.starts[source] as number
    const column = tokens[name]
    for (let entry = 0; entry < count; entry++) {
      const value = column ? (column[entry] as number) : 0
      if (value < from || value >= to) fits[start + entry] = 0
    }
  }
}

function nearTest({ whyOf }: NearMisses, { nearMiss }: PairFilter): RowTest | undefined {
  if (nearMiss === undefined) return undefined
  if (nearMiss === 'any') return (row) => (whyOf[row] ?? 0) > 0
  const why = NEAR_MISSES.indexOf(nearMiss) + 1
  return (row) => whyOf[row] === why
}

function matchTest(filter: PairFilter, { matches }: FilterAids): RowTest | undefined {
  return filter.matches && ((row) => matches?.[row] === 1)
}

function groupTest({ group }: PairFilter, { groups }: FilterAids): RowTest | undefined {
  if (group === undefined) return undefined
  const wanted = groups?.find(group) ?? -1
  return (row) => wanted >= 0 && groups?.groupOf[row] === wanted
}
