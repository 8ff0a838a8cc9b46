// Regular expressions that users type. They run in an engine whose time grows with the text alone, so
// that none of them can keep a thread: the browser's own takes exponential time for some. Nothing
// else in the app compiles an expression of the user's.
import type { Result } from '../base/result.ts'
import type { LineAutomaton } from './lineAutomaton.ts'

export interface Expression {
  test(text: string): boolean
  /**
   * Matches that are not empty, ascending and without overlap: the first `limit` of those that begin at
   * `from` or after it.
   */
  ranges(
    text: string,
    limit: number,
    from?: number,
  ): { readonly from: number; readonly to: number }[]
  /** What the first capturing group matched, or the whole match where there is no such group. */
  firstGroup(text: string): string | undefined
  /** Tests lines as bytes, without decoding them. It keeps tables: make one for each search. */
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
  loading ??= import('./compileExpression.ts').then(
    ({ compileExpression }) => {
      loaded = compileExpression
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
