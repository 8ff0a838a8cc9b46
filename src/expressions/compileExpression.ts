// Expressions in the engine. Loaded with it, when the first expression is typed.
import { RE2JS } from 're2js'
import { fail, ok, type Result } from '../base/result.ts'
import type { Expression, ExpressionOptions } from './expressions.ts'
import { LineAutomaton } from './lineAutomaton.ts'
import { programOf } from './program.ts'
import { explainProblem, findUnsupported } from './unsupported.ts'
import { requiredLiterals } from './requiredLiterals.ts'
import { translateSource } from './translate.ts'

export function compileExpression(
  source: string,
  { ignoreCase }: ExpressionOptions,
): Result<Expression> {
  const unsupported = findUnsupported(source)
  if (unsupported !== undefined) return fail('bad-expression', unsupported)
  try {
    const flags = ignoreCase ? RE2JS.CASE_INSENSITIVE : 0
    const expression = RE2JS.compile(RE2JS.translateRegExp(translateSource(source)), flags)
    return ok(wrap(expression, requiredLiterals(source, { ignoreCase })))
  } catch (error) {
    return fail('bad-expression', explainProblem(error))
  }
}

function wrap(expression: RE2JS, literals: readonly string[] | undefined): Expression {
  return {
    literals,
    automaton: () => new LineAutomaton(programOf(expression)),
    test: (text) => expression.test(text),
    ranges(text, limit, first = 0) {
      const ranges: { from: number; to: number }[] = []
      const matcher = expression.matcher(text)
      let isFound = limit > 0 && matcher.find(first)
      while (isFound) {
        const from = matcher.start()
        const to = matcher.end()
        if (to > from) ranges.push({ from, to })
        isFound = ranges.length < limit && matcher.find()
      }
      return ranges
    },
    firstGroup(text) {
      const matcher = expression.matcher(text)
      if (!matcher.find()) return undefined
      const group = matcher.groupCount() > 0 ? matcher.group(1) : undefined
      return group ?? matcher.group() ?? undefined
    },
  }
}
