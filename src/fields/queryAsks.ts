// What the scanner asks about while it reads lines for a query: values that it does not decode, and lines in which
// a key may stand twice.
import { present } from '../base/assert.ts'
import type { CompileExpression } from '../expressions/expressions.ts'
import type { LineAutomaton } from '../expressions/lineAutomaton.ts'
import type { FieldAsks } from '../scanner/fieldScanner.ts'
import { evaluateQuery } from './evaluateQuery.ts'
import type { FieldQuery, FieldTest } from './fieldQuery.ts'
import { PLAN_VERDICTS } from './queryPlan.ts'

const utf8 = new TextDecoder()
const encoder = new TextEncoder()
const BACKSLASH = 92

type ExpressionTest = Extract<FieldTest, { readonly kind: 'matches' }>

/** Values that expressions are run on between two looks at the clock: one takes some milliseconds at most. */
const LOOK_AFTER = 64

/**
 * `tests`: of the plan of `query`. `compile` remembers what it compiled. `check` is called now and then while
 * expressions are run: it throws when they take too long.
 */
export function queryAsks(
  query: FieldQuery,
  tests: readonly FieldTest[],
  compile: CompileExpression,
  check: () => void = () => {},
): FieldAsks {
  const automata: (LineAutomaton | undefined)[] = []
  let asked = 0
  const automatonOf = (number: number, { source, ignoreCase }: ExpressionTest): LineAutomaton => {
    const compiled = compile(source, { ignoreCase })
    const expression = present(compiled.ok ? compiled.value : undefined, 'an expression')
    return (automata[number] ??= expression.automaton())
  }
  return {
    ofValue: (number, bytes) => {
      const test = tests[number] as FieldTest
      if (test.kind === 'matches') {
        const text = textOf(bytes)
        if (text) {
          if (++asked % LOOK_AFTER === 0) check()
          return automatonOf(number, test).test(text, check)
        }
      }
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

/** The bytes of a string's text; undefined where it has no UTF-8. */
function textOf(spelled: Uint8Array): Uint8Array | undefined {
  if (!spelled.includes(BACKSLASH)) return spelled.subarray(1, -1)
  const text = JSON.parse(utf8.decode(spelled)) as string
  return text.isWellFormed() ? encoder.encode(text) : undefined
}

/** The decoder takes a byte order mark away. */
function readLine(text: string): { readonly isJson: boolean; readonly value: unknown } {
  try {
    return { isJson: true, value: JSON.parse(text) }
  } catch {
    return { isJson: false, value: undefined }
  }
}
