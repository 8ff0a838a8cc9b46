// Names that differ at their ends, such as ids with a number or the files of one batch, are cut before the
// end where they are too long.
import { graphemeStart } from '../../base/cutText.ts'

/** A text that is short enough stays whole: `end` is ''. `kept`: UTF-16 code units of the end. */
export function cutBeforeEnd(
  text: string,
  kept: number,
): { readonly start: string; readonly end: string } {
  if (text.length <= kept * 2) return { start: text, end: '' }
  const at = graphemeStart(text, text.length - kept)
  return { start: text.slice(0, at), end: text.slice(at) }
}
