// Half a surrogate pair is no character, and OpenAI's API refuses the line: it becomes U+FFFD, which is what
// every encoder of UTF-8 makes of it.
import { loneSurrogates } from '../json/scanText.ts'
import { replaceRange } from '../json/spliceText.ts'

export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}

/** The same of JSON, where halves stand as escapes. */
export function wellFormedJson(json: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return wellFormed(json)
  return loneSurrogates(json, Number.POSITIVE_INFINITY)
    .toReversed()
    .reduce((text, range) => replaceRange(text, range, '\\ufffd'), wellFormed(json))
}
