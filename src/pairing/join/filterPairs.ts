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
import { sourceAt } from './sideLines.ts'

/** Pairs, and what was found out about them since. */
export interface JudgedPairs {
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
  judged: JudgedPairs,
  filter: PairFilter,
  aids: FilterAids = {},
  order?: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const fits = rowTest(judged, filter, aids)
  const { count } = judged.pairs
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
export function rowTest(judged: JudgedPairs, filter: PairFilter, aids: FilterAids = {}): RowTest {
  const { pairs } = judged
  const { outcomes, requestOf, answerOf } = pairs
  const hasOutcome = wantedOutcomes(filter)
  const requestFits = requestTest(pairs, filter)
  const answerFits = answerTest(pairs, filter)
  const { classOf: requestClassOf, classes: requestClasses } = pairs.requests
  const { classOf: answerClassOf, classes: answerClasses } = pairs.answers
  const tests = [
    unusableTest(judged, filter),
    tokenTest(pairs, filter),
    nearTest(judged.near, filter),
    matchTest(filter, aids),
    groupTest(filter, aids),
  ].filter((test) => test !== undefined)
  return (row) => {
    if (hasOutcome[outcomes[row] as number] === 0) return false
    if (requestFits) {
      const request = requestOf[row] as number
      const place = request < 0 ? requestClasses.length : (requestClassOf[request] as number)
      if (requestFits[place] === 0) return false
    }
    if (answerFits) {
      const answer = answerOf[row] as number
      const place = answer < 0 ? answerClasses.length : (answerClassOf[answer] as number)
      if (answerFits[place] === 0) return false
    }
    for (const test of tests) if (!test(row)) return false
    return true
  }
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

/** [class, or after the last for rows without a request]: 1 when it fits; undefined when all do. */
function requestTest({ requests }: Pairs, { models }: PairFilter): Uint8Array | undefined {
  if (models === undefined) return undefined
  const fits = (each: RequestClass | undefined) => (each?.model ?? null) === models.asked
  return Uint8Array.from([...requests.classes, undefined], (each) => Number(fits(each)))
}

/** As `requestTest`, of answers. */
function answerTest({ answers }: Pairs, filter: PairFilter): Uint8Array | undefined {
  const { errorCode, finishReason, status, models, tokens } = filter
  const tests: ((each: AnswerClass | undefined) => boolean)[] = []
  if (errorCode !== undefined) {
    tests.push((each) => each?.isSuccess === false && each.errorCode === errorCode)
  }
  if (finishReason !== undefined) tests.push((each) => each?.finishReason === finishReason)
  if (status !== undefined) tests.push((each) => each?.status === status)
  if (models !== undefined) tests.push((each) => (each?.model ?? null) === models.answered)
  if (tokens !== undefined) tests.push((each) => each?.statesUsage === true)
  if (tests.length === 0) return undefined
  return Uint8Array.from([...answers.classes, undefined], (each) =>
    Number(tests.every((test) => test(each))),
  )
}

/** Of succeeded rows. */
function unusableTest({ pairs, verdicts }: JudgedPairs, { unusable }: PairFilter) {
  if (unusable === undefined) return undefined
  const isWanted = (reason: string | undefined) =>
    reason !== undefined && (unusable === 'any' || reason === unusable)
  const { classOf, classes } = pairs.answers
  const verdictFits = JSON_VERDICTS.map((_, verdict) => isWanted(unusableByVerdict(verdict)))
  // By class: 2 when the verdict decides.
  const byClass = Uint8Array.from(classes, (each) =>
    each.unusable === undefined ? 2 : Number(isWanted(each.unusable)),
  )
  return (row: number): boolean => {
    const answer = pairs.answerOf[row] as number
    const fits = byClass[classOf[answer] as number]
    return fits === 2 ? verdictFits[verdicts[answer] as number] === true : fits === 1
  }
}

function tokenTest({ answers, answerOf }: Pairs, { tokens }: PairFilter): RowTest | undefined {
  if (tokens === undefined) return undefined
  const { name, from, to } = tokens
  const columns = answers.sources.map((lines) => lines.tokens[name])
  const { starts } = answers
  return (row) => {
    const answer = answerOf[row] as number
    const source = sourceAt(answers, answer)
    const value = columns[source]?.[answer - (starts[source] as number)] ?? 0
    return from <= value && value < to
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
