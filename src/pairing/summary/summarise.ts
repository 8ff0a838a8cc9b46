// The summary of a pairing: rows are counted by outcome and class, and the classes are read at the end.
import type { ValidatedPairs } from '../join/filterPairs.ts'
import { NEAR_MISSES } from '../join/nearMisses.ts'
import { DUPLICATE, FAILED, SUCCEEDED, UNEXPECTED } from '../join/pairs.ts'
import type { Pairs } from '../join/pairs.ts'
import { JSON_VERDICTS, unusableByVerdict } from '../join/rowUsability.ts'
import { OUTCOMES } from '../outcome.ts'
import type { AnswerClass } from '../pairLines.ts'
import { PRICE_TABLE_HEAD } from '../prices/findPrice.ts'
import type { Unusable } from '../usability.ts'
import type { ErrorCount, ModelCount, PairingSummary, ValueCount } from './pairingSummary.ts'
import { summariseUsage } from './summariseUsage.ts'

/**
 * A million rows take some 0.1 s. While JSON is validated only `countUnusable` changes. `at`: when the
 * answers were made, for prices that change.
 */
export function summarise(validated: ValidatedPairs, at?: Date): PairingSummary {
  const { pairs, near } = validated
  const counted = countClasses(pairs)
  return {
    errors: countErrors(counted),
    finishReasons: countValues(counted, ({ finishReason }) => finishReason),
    statuses: countValues(counted, ({ status }) => status),
    unusable: countUnusable(validated),
    models: countModels(pairs),
    ...summariseUsage(pairs.answers, at),
    pricesOf: PRICE_TABLE_HEAD.date,
    nearMisses: mostFrequentFirst(
      NEAR_MISSES.map((value, place) => ({ value, count: near.counts[place] as number })),
    ),
  }
}

/** Succeeded rows by what makes their answer useless. */
export function countUnusable({ pairs, verdicts }: ValidatedPairs): ValueCount<Unusable>[] {
  const { count, outcomes, answerOf, answers } = pairs
  const { classOf, classes } = answers
  const isOpen = Uint8Array.from(classes, ({ unusable }) => Number(unusable === undefined))
  const byClass = new Uint32Array(classes.length)
  const byVerdict = JSON_VERDICTS.map(() => 0)
  for (let row = 0; row < count; row++) {
    if (outcomes[row] !== SUCCEEDED) continue
    const answer = answerOf[row] as number
    const place = classOf[answer] as number
    if (isOpen[place] === 1) {
      const verdict = verdicts[answer] as number
      byVerdict[verdict] = (byVerdict[verdict] as number) + 1
    } else byClass[place] = (byClass[place] as number) + 1
  }
  const counts = new Map<Unusable, number>()
  for (const [place, { unusable }] of classes.entries()) {
    if (unusable !== undefined) addTo(counts, unusable, byClass[place] as number)
  }
  for (const [verdict, times] of byVerdict.entries()) {
    const reason = unusableByVerdict(verdict)
    if (reason !== undefined) addTo(counts, reason, times)
  }
  return valueCounts(counts)
}

/** A class and how many answers of it count. */
interface CountedClass {
  readonly is: AnswerClass
  readonly count: number
}

/** Of rows that are not duplicates. */
function countClasses({ count, outcomes, answerOf, answers }: Pairs): CountedClass[] {
  const counts = new Uint32Array(answers.classes.length)
  const hasAnswer = OUTCOMES.map((_, outcome) => [SUCCEEDED, FAILED, UNEXPECTED].includes(outcome))
  for (let row = 0; row < count; row++) {
    if (!hasAnswer[outcomes[row] as number]) continue
    const place = answers.classOf[answerOf[row] as number] as number
    counts[place] = (counts[place] as number) + 1
  }
  return answers.classes.flatMap((is, place) => {
    const times = counts[place] as number
    return times === 0 ? [] : { is, count: times }
  })
}

function countErrors(counted: readonly CountedClass[]): ErrorCount[] {
  const failures = counted.filter(({ is }) => !is.isSuccess)
  return countValues(failures, ({ errorCode }) => errorCode).map((each) => ({
    ...each,
    message: failures.find(({ is }) => is.errorCode === each.value && is.errorMessage !== undefined)
      ?.is.errorMessage,
  }))
}

function countValues<T extends string | number>(
  counted: readonly CountedClass[],
  valueOf: (is: AnswerClass) => T | undefined,
): ValueCount<T>[] {
  const counts = new Map<T, number>()
  for (const { is, count } of counted) {
    const value = valueOf(is)
    if (value !== undefined) addTo(counts, value, count)
  }
  return valueCounts(counts)
}

function countModels({
  count,
  outcomes,
  requestOf,
  answerOf,
  requests,
  answers,
}: Pairs): ModelCount[] {
  const asked = numberModels(requests.classes)
  const answered = numberModels(answers.classes)
  const width = answered.models.length
  const counts = new Map<number, number>()
  // Rows of one pair of models mostly come one after the other.
  let current = 0
  let times = 0
  for (let row = 0; row < count; row++) {
    if (outcomes[row] === DUPLICATE) continue
    const request = requestOf[row] as number
    const answer = answerOf[row] as number
    const from = request < 0 ? 0 : (asked.numberOf[requests.classOf[request] as number] as number)
    const to = answer < 0 ? 0 : (answered.numberOf[answers.classOf[answer] as number] as number)
    const both = from * width + to
    if (both !== current) {
      addTo(counts, current, times)
      current = both
      times = 0
    }
    times++
  }
  addTo(counts, current, times)
  return mostFrequentFirst(
    [...counts].flatMap(([both, sum]) =>
      // Neither names a model.
      both === 0
        ? []
        : {
            asked: asked.models[Math.floor(both / width)],
            answered: answered.models[both % width],
            count: sum,
          },
    ),
  )
}

/** Models by number; 0 is none. `numberOf`: by class. */
function numberModels(classes: readonly { readonly model: string | undefined }[]) {
  const models = [...new Set([undefined, ...classes.map(({ model }) => model)])]
  const numbers = new Map(models.map((model, number) => [model, number]))
  return { models, numberOf: Int32Array.from(classes, ({ model }) => numbers.get(model) ?? 0) }
}

function addTo<T>(counts: Map<T, number>, value: T, times: number): void {
  counts.set(value, (counts.get(value) ?? 0) + times)
}

function valueCounts<T>(counts: ReadonlyMap<T, number>): ValueCount<T>[] {
  return mostFrequentFirst([...counts].map(([value, count]) => ({ value, count })))
}

/** Without those that never occur. */
function mostFrequentFirst<T extends { readonly count: number }>(counted: readonly T[]): T[] {
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}
