// Regular expressions that users type. They run in an engine whose time grows with the text alone, so
// that none of them can keep a thread: the browser's own takes exponential time for some. Nothing
// else in the app compiles an expression of the user's.
import type { RE2JS } from 're2js'
import { fail, ok, type Result } from '../base/result.ts'
import { LineAutomaton } from './lineAutomaton.ts'
import { programOf } from './program.ts'
import { explainProblem, findUnsupported } from './unsupported.ts'
import { requiredLiterals } from './requiredLiterals.ts'
import { translateSource } from './translate.ts'

export interface Expression {
  test(text: string): boolean
  /** Matches that are not empty, ascending and without overlap: the first `limit` of them. */
  ranges(text: string, limit: number): { readonly from: number; readonly to: number }[]
  /** What the first capturing group matched, or the whole match where there is no such group. */
  firstGroup(text: string): string | undefined
  /** Tests lines as bytes, many times as fast as texts. It keeps tables: make one for each search. */
  readonly automaton: () => LineAutomaton
  /** One of these stands in every text that matches; undefined when none could be told. */
  readonly literals: readonly string[] | undefined
}

export interface ExpressionOptions {
  readonly ignoreCase: boolean
}

/** Fails with `refused` and a sentence that says why an expression cannot be run. */
export type CompileExpression = (source: string, options: ExpressionOptions) => Result<Expression>

let loaded: CompileExpression | undefined
let loading: Promise<CompileExpression> | undefined

/**
 * Fetched when it is first needed: it is nearly as large as the first screen. Rejects when it cannot be
 * fetched.
 */
export function loadExpressions(): Promise<CompileExpression> {
  loading ??= import('re2js').then(
    (engine) => {
      loaded = (source, options) => compile(engine.RE2JS, source, options)
      return loaded
    },
    (error: unknown) => {
      // Tried again when it is next needed: the network may be back.
      loading = undefined
      throw error
    },
  )
  return loading
}

/** The engine when it has been loaded. */
export function loadedExpressions(): CompileExpression | undefined {
  return loaded
}

function compile(
  engine: typeof RE2JS,
  source: string,
  { ignoreCase }: ExpressionOptions,
): Result<Expression> {
  const unsupported = findUnsupported(source)
  if (unsupported !== undefined) return fail('refused', unsupported)
  try {
    const flags = ignoreCase ? engine.CASE_INSENSITIVE : 0
    const expression = engine.compile(engine.translateRegExp(translateSource(source)), flags)
    return ok(wrap(expression, requiredLiterals(source, { ignoreCase })))
  } catch (error) {
    return fail('refused', explainProblem(error))
  }
}

function wrap(expression: RE2JS, literals: readonly string[] | undefined): Expression {
  return {
    literals,
    automaton: () => new LineAutomaton(programOf(expression)),
    test: (text) => expression.test(text),
    ranges(text, limit) {
      const ranges: { from: number; to: number }[] = []
      const matcher = expression.matcher(text)
      while (ranges.length < limit && matcher.find()) {
        const from = matcher.start()
        const to = matcher.end()
        if (to > from) ranges.push({ from, to })
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
