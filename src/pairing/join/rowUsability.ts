// Which succeeded rows have an answer that is useless. What the answer alone tells is in its class;
// JSON is validated later, with the request, and kept as a verdict for each answer.
import type { Unusable } from '../usability.ts'
import { classOfAnswer, classOfRequest, SUCCEEDED } from './pairs.ts'
import type { Pairs } from './pairs.ts'

/** The place in the list is the number in `JsonVerdicts`. */
export const JSON_VERDICTS = ['unvalidated', 'fits', 'not-json', 'schema-mismatch'] as const

export type JsonVerdict = (typeof JSON_VERDICTS)[number]

/** [global entry of an answer]: place in JSON_VERDICTS. */
export type JsonVerdicts = Uint8Array<ArrayBuffer>

export function verdictNumberOf(verdict: JsonVerdict): number {
  return JSON_VERDICTS.indexOf(verdict)
}

/** The reason that a verdict stands for; undefined where the answer fits or is not validated. */
export function unusableByVerdict(verdict: number): Unusable | undefined {
  const word = JSON_VERDICTS[verdict]
  return word === 'not-json' || word === 'schema-mismatch' ? word : undefined
}

/** Of a succeeded row; undefined for others, and for answers that can be used or are not validated yet. */
export function unusableOf(
  pairs: Pairs,
  verdicts: JsonVerdicts,
  row: number,
): Unusable | undefined {
  if (pairs.outcomes[row] !== SUCCEEDED) return undefined
  const verdict = verdicts[pairs.answerOf[row] as number] as number
  return classOfAnswer(pairs, row)?.unusable ?? unusableByVerdict(verdict)
}

/** The request wants JSON, and nothing but a look into the answer tells whether it is. */
export function needsJsonCheck(pairs: Pairs, row: number): boolean {
  if (pairs.outcomes[row] !== SUCCEEDED) return false
  const answer = classOfAnswer(pairs, row)
  const wantsJson = classOfRequest(pairs, row)?.wantsJson === true
  return wantsJson && answer?.hasText === true && answer.unusable === undefined
}
