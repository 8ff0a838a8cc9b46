// Which way a text runs, as people read it: Arabic, Hebrew and their like from right to left.
import type { TextOffset } from './units.ts'

const SCRIPTS =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'

const ANYWHERE = new RegExp(`[${SCRIPTS}]`, 'u')
const FIRST = new RegExp(`^\\P{L}*[${SCRIPTS}]`, 'u')

/** By its first letter, as browsers tell it. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return FIRST.test(text) ? 'rtl' : 'ltr'
}

/** Whether any of it runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return ANYWHERE.test(text)
}

/**
 * The strings of a JSON text that stand in [from, to) at least in part and do not run as JSON does. On the
 * screen each is kept apart from what is around it: otherwise two of them would change places.
 */
export function stringsAgainst(
  text: string,
  from: TextOffset = 0,
  to: TextOffset = text.length,
): readonly { readonly from: TextOffset; readonly to: TextOffset }[] {
  if (!hasRightToLeft(text.slice(from, to))) return []
  const found: { from: TextOffset; to: TextOffset }[] = []
  for (let at = text.indexOf('"'); at >= 0 && at < to; ) {
    const end = stringEnd(text, at)
    if (end > from && hasRightToLeft(text.slice(Math.max(at, from), Math.min(end, to)))) {
      found.push({ from: at, to: end })
    }
    at = text.indexOf('"', end)
  }
  return found
}

/** After the closing quote of the string that begins at `from`, or the end of the text. */
function stringEnd(text: string, from: TextOffset): TextOffset {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return at + 1
  }
  return text.length
}
