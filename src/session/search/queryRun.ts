// What decides whether a line matches a query. Lines of the file are read for their fields (`queryFile.ts`); an
// edited one is decoded, parsed and asked.
import { TimeSlice } from '../../base/jobs.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { LineId } from '../../base/units.ts'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import type { CompileExpression, Expression } from '../../expressions/expressions.ts'
import { loadExpressions } from '../../expressions/expressions.ts'
import {
  asksVerdict,
  evaluateQuery,
  expressionsOf,
  type QueriedLine,
} from '../../fields/evaluateQuery.ts'
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { parseQuery } from '../../fields/parseQuery.ts'
import { queryAsks } from '../../fields/queryAsks.ts'
import { planQuery } from '../../fields/queryPlan.ts'
import { type FieldMatcher, NOT_LOADED } from './lineMatcher.ts'
import type { MatchFinder } from './matchFinder.ts'
import { Patience } from './patience.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** What matches is the line: no part of it is marked. */
const NO_PLACES: MatchFinder = {
  first: () => undefined,
  all: () => ({ ranges: [], isAll: true }),
}

/** Fails with `bad-query`, `bad-expression` or `expressions-not-loaded`. */
export async function queryMatcher(
  text: string,
  standingOf: (line: LineId) => { readonly verdict: Verdict; readonly isEdited: boolean },
): Promise<Result<FieldMatcher>> {
  // The empty text matches nothing, as of any search.
  const query = text === '' ? ok(NEVER) : parseQuery(text)
  if (!query.ok) return fail('bad-query', query.failure.message)
  const compile = await compiledExpressions(query.value)
  if (!compile.ok) return compile
  const { plan, tests } = planQuery(query.value)
  const patience = new Patience()
  return ok({
    kind: 'fields',
    finder: NO_PLACES,
    start: (job) => {
      const slice = new TimeSlice()
      return {
        async matches(bytes, line) {
          if (slice.isOver) await slice.breathe()
          job.check()
          const asked = { ...jsonOf(bytes), ...standingOf(line) }
          return evaluateQuery(query.value, asked, compile.value) === true
        },
      }
    },
    fields: {
      plan,
      asks: queryAsks(query.value, tests, compile.value, () => patience.check()),
      renew: () => patience.renew(),
      isUnknown: (verdict, isEdited) =>
        evaluateQuery(
          query.value,
          { isJson: false, value: undefined, verdict, isEdited },
          compile.value,
        ) === undefined,
    },
    asksVerdict: asksVerdict(query.value),
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

function jsonOf(bytes: Uint8Array): Pick<QueriedLine, 'isJson' | 'value'> {
  try {
    return { isJson: true, value: JSON.parse(utf8.decode(bytes)) as unknown }
  } catch {
    return { isJson: false, value: undefined }
  }
}
