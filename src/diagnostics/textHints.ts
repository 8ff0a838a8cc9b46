// What is worth knowing about a valid line that its parsed value no longer shows.
import { formatPath } from '../json/jsonPath.ts'
import { duplicateKeys, inexactNumbers } from '../json/scanText.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Of each kind, so that a line of numbers does not become a list of hints. */
const MAX_HINTS = 10

/** Hints about the text of one valid JSON line, for the line that is shown; no verdict depends on them. */
export function textHints(text: string): Diagnostic[] {
  const doubled = duplicateKeys(text)
    .slice(0, MAX_HINTS)
    .map(
      ({ path, range }): Diagnostic => ({
        code: 'duplicate-key',
        severity: 'hint',
        title: 'Doubled key',
        message: `"${formatPath(path)}" is there more than once. Readers mostly take the last one and drop the others.`,
        range,
        path,
      }),
    )
  const inexact = inexactNumbers(text)
    .slice(0, MAX_HINTS)
    .map(
      ({ path, range }): Diagnostic => ({
        code: 'inexact-number',
        severity: 'hint',
        title: 'Number loses digits',
        message: `Many readers take this number for ${Number(text.slice(range.from, range.to))}. Write it as a text if every digit counts.`,
        range,
        path,
      }),
    )
  return [...doubled, ...inexact]
}
