// Which bracket closes which, and closing brackets at the end of a line.
import type { TextOffset } from '../../base/units.ts'
import { isSpace } from './repair.ts'

/** A parenthesis stands for the bracket of an array. */
export const CLOSER: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ']' }

/**
 * Where the closing brackets at the end of the text begin, if they are just those of the open ones
 * (outermost first): then a string that began at `from` only lacks its quote before them.
 */
export function closersAtEnd(
  text: string,
  from: TextOffset,
  open: readonly string[],
): TextOffset | undefined {
  let at = text.length
  let first = at
  for (const bracket of open) {
    while (at > from && isSpace(text.charCodeAt(at - 1))) at--
    if (bracket === '(' || text[at - 1] !== CLOSER[bracket]) return undefined
    first = --at
  }
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--
  return first > from + 1 && text[at - 1] !== '\\' ? at : undefined
}
