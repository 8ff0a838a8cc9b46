// Evaluates a query line by line: each is decoded, parsed and asked.
import { type Job, TimeSlice } from '../../base/jobs.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { type ByteOffset, type LineId, lineId } from '../../base/units.ts'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import type { CompileExpression, Expression } from '../../expressions/expressions.ts'
import { loadExpressions } from '../../expressions/expressions.ts'
import { evaluateQuery, expressionsOf, type QueriedLine } from '../../fields/evaluateQuery.ts'
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { parseQuery } from '../../fields/parseQuery.ts'
import { type LineMatcher, NOT_LOADED } from './lineMatcher.ts'
import { lengthWithoutEnd, type LineRun } from './lineRun.ts'
import type { MatchFinder } from './matchFinder.ts'

const LF = 10

/** Longer lines are not parsed: strings end at some 500 MB. */
const LONGEST_LINE_BYTES = 256 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** What matches is the line: no part of it is marked. */
const NO_PLACES: MatchFinder = {
  first: () => undefined,
  all: () => ({ ranges: [], isAll: true }),
}

/** Fails with `bad-query`, `bad-expression` or `expressions-not-loaded`. */
export async function queryMatcher(
  text: string,
  verdictOf: (line: LineId) => Verdict,
): Promise<Result<LineMatcher>> {
  // The empty text matches nothing, as of any search.
  const query = text === '' ? ok(NEVER) : parseQuery(text)
  if (!query.ok) return fail('bad-query', query.failure.message)
  const compile = await compiledExpressions(query.value)
  if (!compile.ok) return compile
  return ok({
    finder: NO_PLACES,
    start: (job, onSkipped) => {
      const test = (line: QueriedLine) => evaluateQuery(query.value, line, compile.value)
      return new QueryRun(test, verdictOf, job, onSkipped)
    },
    needles: [],
    ignoreCase: false,
    isNeedleEnough: false,
  })
}

const NEVER: FieldQuery = { kind: 'or', terms: [] }

/** All expressions of a query, compiled once. */
async function compiledExpressions(query: FieldQuery): Promise<Result<CompileExpression>> {
  const compiled = new Map<string, Result<Expression>>()
  const wanted = expressionsOf(query)
  const compile = wanted.length > 0 && (await loadExpressions().catch(() => undefined))
  for (const { source, ignoreCase } of wanted) {
    if (!compile) return fail('expressions-not-loaded', NOT_LOADED)
    const expression = compile(source, { ignoreCase })
    if (!expression.ok) return expression
    compiled.set(keyOf(source, ignoreCase), expression)
  }
  return ok(
    (source, { ignoreCase }) => compiled.get(keyOf(source, ignoreCase)) as Result<Expression>,
  )
}

function keyOf(source: string, ignoreCase: boolean): string {
  return `${ignoreCase ? 'i' : ''}/${source}`
}

class QueryRun implements LineRun {
  readonly #test: (line: QueriedLine) => boolean | undefined
  readonly #verdictOf: (line: LineId) => Verdict
  readonly #job: Pick<Job, 'check'>
  readonly #onSkipped: (line: LineId) => void
  readonly #slice = new TimeSlice()

  constructor(
    test: (line: QueriedLine) => boolean | undefined,
    verdictOf: (line: LineId) => Verdict,
    job: Pick<Job, 'check'>,
    onSkipped: (line: LineId) => void,
  ) {
    this.#test = test
    this.#verdictOf = verdictOf
    this.#job = job
    this.#onSkipped = onSkipped
  }

  async matches(bytes: Uint8Array, line: LineId): Promise<boolean> {
    if (this.#slice.isOver) await this.#breathe()
    return this.#meets(bytes, line)
  }

  async forMatchingLines(
    bytes: Uint8Array,
    firstLine: number,
    onMatch: (line: number) => void,
  ): Promise<void> {
    let line = firstLine
    for (let from = 0; from < bytes.length; line++) {
      const lineFeed = bytes.indexOf(LF, from)
      const next = lineFeed < 0 ? bytes.length : lineFeed + 1
      const whole = bytes.subarray(from, next)
      if (this.#meets(whole.subarray(0, lengthWithoutEnd(whole)), lineId(line))) onMatch(line)
      from = next
      if (this.#slice.isOver) await this.#breathe()
    }
  }

  async matchesRange(
    source: ByteSource,
    from: ByteOffset,
    to: ByteOffset,
    line: LineId,
  ): Promise<boolean> {
    if (to - from > LONGEST_LINE_BYTES) {
      this.#onSkipped(line)
      return false
    }
    const bytes = await source.read(from, to)
    return this.matches(bytes.subarray(0, lengthWithoutEnd(bytes)), line)
  }

  #meets(bytes: Uint8Array, line: LineId): boolean {
    const verdict = this.#verdictOf(line)
    const found = this.#test({ ...jsonOf(bytes), verdict })
    if (found === undefined && verdict !== 'blank') this.#onSkipped(line)
    return found === true
  }

  async #breathe(): Promise<void> {
    await this.#slice.breathe()
    this.#job.check()
  }
}

function jsonOf(bytes: Uint8Array): Pick<QueriedLine, 'isJson' | 'value'> {
  try {
    return { isJson: true, value: JSON.parse(utf8.decode(bytes)) as unknown }
  } catch {
    return { isJson: false, value: undefined }
  }
}
