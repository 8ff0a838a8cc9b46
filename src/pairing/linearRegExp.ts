// Patterns of a schema are the user's expressions, and the validator runs them by the global RegExp,
// which takes endless time for some. While it runs, that name stands for the linear engine.
import type { CompileExpression, Expression } from '../expressions/expressions.ts'
import { english } from '../i18n/loadTranslator.ts'

/** Expressions that are kept compiled; the validator asks for its patterns again for every value. */
const KEPT_EXPRESSIONS = 256

/**
 * What runs `work`, which may not wait for anything, with patterns in linear time. One that the engine
 * does not support throws its sentence, in English, when it is tested.
 */
export function linearPatterns(compile: CompileExpression): <T>(work: () => T) => T {
  const compiled = new Map<string, Expression>()
  const native = globalThis.RegExp

  function expressionOf(source: string): Expression {
    const known = compiled.get(source)
    if (known) return known
    const result = compile(source, { ignoreCase: false })
    if (!result.ok) throw new SyntaxError(english.t(result.failure.message))
    if (compiled.size >= KEPT_EXPRESSIONS) compiled.clear()
    compiled.set(source, result.value)
    return result.value
  }

  class LinearRegExp extends native {
    readonly #source: string

    constructor(source: string, flags?: string) {
      // Says what is not an expression at all; that takes no time of note.
      super(source, flags)
      this.#source = source
    }

    override test(text: string): boolean {
      return expressionOf(this.#source).test(text)
    }
  }

  return (work) => {
    globalThis.RegExp = LinearRegExp as unknown as RegExpConstructor
    try {
      return work()
    } finally {
      globalThis.RegExp = native
    }
  }
}
