// What decides whether a line matches a query.
import type { Job } from '../../base/jobs.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { loadExpressions } from '../../expressions/expressions.ts'
import {
  isCasedBeyondAscii,
  literalExpression,
  literalForms,
  plainPart,
} from '../../expressions/literalExpression.ts'
import { msg } from '../../i18n/message.ts'
import { MAX_NEEDLE } from '../../scanner/literalSearch.ts'
import type { FieldPass } from './queryFile.ts'
import type { SearchQuery } from '../../contracts/documentApi.ts'
import { ByteRun } from './byteRun.ts'
import type { LineRun, LineTest } from './lineRun.ts'
import { expressionFinder, literalFinder, type MatchFinder } from './matchFinder.ts'
import { TextRun } from './textRun.ts'

/** Of a text or an expression. */
export interface TextMatcher {
  readonly kind: 'text'
  /** Says where in a line the matches are. */
  readonly finder: MatchFinder
  /** Begins to test lines, for one job. */
  start(job: Pick<Job, 'check'>): LineRun
  /** Bytes of which one stands in every line that matches. */
  readonly needles: readonly Uint8Array[]
  /** A-Z and a-z are the same in the needles, which are in lower case then. */
  readonly ignoreCase: boolean
  /** Every line that holds the needle matches: there is nothing to test. */
  readonly isNeedleEnough: boolean
}

/** Of a query. */
export interface FieldMatcher {
  readonly kind: 'fields'
  readonly finder: MatchFinder
  /** Begins to test lines that are not as in the file. */
  start(job: Pick<Job, 'check'>): LineTest
  /** How the lines of the file are read. */
  readonly fields: FieldPass
  /** Whether it depends on verdicts, which follow other lines than the line itself. */
  readonly asksVerdict: boolean
}

export type LineMatcher = TextMatcher | FieldMatcher

export const NOT_LOADED = msg(
  'The part of the app that searches by regular expressions could not be loaded. Check the connection and try again.',
)

const encoder = new TextEncoder()

/** Fails with `bad-expression` or `expressions-not-loaded` when an expression cannot be run. */
export async function matcherOf({
  text,
  isRegExp,
  matchCase,
}: SearchQuery): Promise<Result<LineMatcher>> {
  const ignoreCase = !matchCase
  if (!isRegExp) return ok(literalMatcher(text, ignoreCase))
  const compile = await loadExpressions().catch(() => undefined)
  if (!compile) return fail('expressions-not-loaded', NOT_LOADED)
  const compiled = compile(text, { ignoreCase })
  if (!compiled.ok) return compiled
  const expression = compiled.value
  return ok({
    kind: 'text',
    finder: expressionFinder(expression),
    start: (job) => new ByteRun(expression.automaton(), job),
    needles: (expression.literals ?? []).map((literal) => encoder.encode(literal)),
    ignoreCase,
    isNeedleEnough: false,
  })
}

function literalMatcher(text: string, ignoreCase: boolean): TextMatcher {
  const forms = literalForms(text)
  // Bytes fold ASCII alone: escapes in small letters and in capitals are the same then.
  const needles = [...new Set(ignoreCase ? forms.map((form) => form.toLowerCase()) : forms)].map(
    (form) => encoder.encode(form),
  )
  // The search over bytes folds ASCII alone, which is all that there is to fold in Chinese or Thai. It knows
  // no needle that spans lines, and not what stands for bytes that are no text.
  const isForBytes =
    text !== '' &&
    !/[\n\ufffd]/.test(text) &&
    text.isWellFormed() &&
    needles.every(({ length }) => length <= MAX_NEEDLE) &&
    !(ignoreCase && isCasedBeyondAscii(text))
  const part = isForBytes ? undefined : plainPart(text)
  const expression = literalExpression(text, { ignoreCase })
  const test = (where: string): boolean => where.search(expression) >= 0
  return {
    kind: 'text',
    finder: literalFinder(expression),
    start: (job) => new TextRun(test, job),
    needles: isForBytes ? needles : part === undefined ? [] : [encoder.encode(part)],
    ignoreCase: ignoreCase || part !== undefined,
    isNeedleEnough: isForBytes,
  }
}
