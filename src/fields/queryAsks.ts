// What the scanner asks about while it reads lines for a query: values that it does not decode, and lines in which
// a key may stand twice.
import type { CompileExpression } from '../expressions/expressions.ts'
import type { FieldAsks } from '../scanner/fieldScanner.ts'
import { evaluateQuery } from './evaluateQuery.ts'
import type { FieldQuery, FieldTest } from './fieldQuery.ts'
import { PLAN_VERDICTS } from './queryPlan.ts'

const utf8 = new TextDecoder()

/** `tests`: of the plan of `query`. `compile` remembers what it compiled. */
export function queryAsks(
  query: FieldQuery,
  tests: readonly FieldTest[],
  compile: CompileExpression,
): FieldAsks {
  return {
    ofValue: (number, bytes) => {
      const test = tests[number] as FieldTest
      const line = {
        isJson: true,
        value: JSON.parse(utf8.decode(bytes)),
        verdict: 'valid',
      } as const
      return evaluateQuery({ ...test, field: [] }, line, compile) === true
    },
    ofLine: (bytes, number) => {
      const verdict = PLAN_VERDICTS[number] ?? 'valid'
      const line = readLine(utf8.decode(bytes))
      return evaluateQuery(query, { ...line, verdict }, compile)
    },
  }
}

/** The decoder takes a byte order mark away. */
function readLine(text: string): { readonly isJson: boolean; readonly value: unknown } {
  try {
    return { isJson: true, value: JSON.parse(text) }
  } catch {
    return { isJson: false, value: undefined }
  }
}
