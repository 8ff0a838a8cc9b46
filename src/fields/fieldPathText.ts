// Fields as people write them: RFC 9535's singular queries without their `$`, and `[*]` for every element.
import type { TextOffset } from '../base/units.ts'
import { formatPath } from '../json/jsonPath.ts'
import { type PathFault, type PathSyntax, type ReadPath, readPath } from '../json/readPath.ts'
import { isReserved } from './queryWords.ts'
import { EACH, type FieldPath, isEach } from './fieldPath.ts'

/** Steps of a path that someone may write: it is followed by recursion. */
export const MOST_STEPS = 200

/** In a query a name ends where anything else of a query could begin; in quotes it may be anything. */
const SYNTAX: PathSyntax = {
  name: /[^\s.[\]"'“”„‘’「」()（）,，=＝<＜>＞!！&|]+/y,
  isAlone: false,
}

/** Undefined for what is no path and for one of too many steps. `$` is the line's value itself. */
export function parseFieldPath(text: string): FieldPath | undefined {
  const { path, to, fault } = readFieldPath(text, 0)
  return fault || to === 0 || to < text.length || path.length > MOST_STEPS ? undefined : path
}

/** As it is read again: `body.model`, `choices[*].text`, `["a key"]`; `$` for the line's value. */
export function formatFieldPath(path: FieldPath): string {
  if (path.length === 0) return '$'
  let text = ''
  let steps: (string | number)[] = []
  for (const step of path) {
    if (!isEach(step)) {
      steps.push(step)
      continue
    }
    text += `${continued(text, steps)}[*]`
    steps = []
  }
  return text + continued(text, steps)
}

/** A name that is not the first step stands after a dot. */
function continued(before: string, steps: readonly (string | number)[]): string {
  return before === '' ? formatPath(steps) : formatPath([0, ...steps]).slice('[0]'.length)
}

/** A field as it stands in a query, where some names mean something else. */
export function fieldInQuery(path: FieldPath): string {
  const [first] = path
  const text = formatFieldPath(path)
  return typeof first === 'string' && isReserved(first) && !text.startsWith('[')
    ? `$.${text}`
    : text
}

/** The path that begins at `from`, as far as it goes; `to` is `from` where none does. */
export function readFieldPath(
  text: string,
  from: TextOffset,
): Omit<ReadPath, 'steps'> & { readonly path: FieldPath; readonly fault?: PathFault } {
  const { steps, ...read } = readPath(text, from, SYNTAX)
  return { ...read, path: steps.map((step) => step ?? EACH) }
}
