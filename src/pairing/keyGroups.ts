// Several requests about one thing share a part of their ids: doc-7_a, doc-7_b. Groups are named by
// that part.
import { fail, ok, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'
import type { CompileExpression } from '../expressions/expressions.ts'

export type GroupRule =
  /** The part before the separator's last place; the whole id where it does not occur. */
  | { readonly kind: 'beforeLast'; readonly separator: string }
  /** The part before its first place; the whole id where it does not occur. */
  | { readonly kind: 'beforeFirst'; readonly separator: string }
  /**
   * A regular expression: what its first pair of brackets matched, or all that it matched where it
   * has none. Ids that do not match belong together in the group without a name.
   */
  | { readonly kind: 'pattern'; readonly pattern: string }

export type GroupReader = (id: string) => string | undefined

/**
 * Fails when the pattern cannot be run or the separator is empty. `compile`:
 * what runs expressions; asked for patterns alone.
 */
export function groupReader(
  rule: GroupRule,
  compile: () => CompileExpression,
): Result<GroupReader> {
  if (rule.kind === 'pattern') {
    const compiled = compile()(rule.pattern, { ignoreCase: false })
    if (!compiled.ok) return compiled
    const expression = compiled.value
    return ok((id) => expression.firstGroup(id))
  }
  const { kind, separator } = rule
  if (separator === '')
    return fail('bad-separator', msg('Ids cannot be cut at a separator that is empty.'))
  return ok((id) => {
    const at = kind === 'beforeLast' ? id.lastIndexOf(separator) : id.indexOf(separator)
    return at < 0 ? id : id.slice(0, at)
  })
}
