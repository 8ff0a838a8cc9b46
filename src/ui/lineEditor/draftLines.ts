// The lines that a text of the editor makes when it is applied.
import { hasBreaksOnlyBetweenTokens } from '../text/pastedText.ts'

/** Beyond this many code units the line feeds of a text are taken for line ends unseen. */
const WALK_LIMIT = 5_000_000

/**
 * Line feeds between tokens end lines. A text with a line feed inside a string is validated as the one
 * line that it is meant to be, so that the mistake is named where it is.
 */
export function draftLines(text: string): readonly string[] {
  if (!text.includes('\n')) return [text]
  if (text.length <= WALK_LIMIT && !hasBreaksOnlyBetweenTokens(text)) return [text]
  return text.split('\n')
}
