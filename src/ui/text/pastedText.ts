// What becomes of line feeds in pasted text. A line of a JSONL file has none, so text from a pretty
// printer is joined; tokens are never changed, and a line feed inside a string is left where it is
// for the validator to name.
import { isInsideString, tokenEnd, tokenKindAt } from './jsonTokens.ts'

export interface PastedText {
  readonly text: string
  /**
   * - `plain`: it had no line feeds to decide about
   * - `joined`: line feeds and indentation between tokens were taken out
   * - `lines`: several JSON values, one a line; they stay lines
   * - `inString`: line feeds that are inside a string are left in
   */
  readonly kind: 'plain' | 'joined' | 'lines' | 'inString'
}

/** `before` is the text up to the place of insertion: what is pasted into a string stays as it is. */
export function preparePastedText(pasted: string, before: string): PastedText {
  if (!/[\r\n]/.test(pasted)) return { text: pasted, kind: 'plain' }
  // Line ends of another system are not content; those at the end come from copying a whole line.
  const text = pasted.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  if (!text.includes('\n')) return { text, kind: 'plain' }
  if (isInsideString(before, before.length)) return { text, kind: 'inString' }
  if (!isJson(text) && areLinesJson(text)) return { text, kind: 'lines' }
  const joined = joinPastedLines(text)
  return { text: joined, kind: joined.includes('\n') ? 'inString' : 'joined' }
}

/** Takes out whitespace that holds a line feed, outside strings. */
export function joinPastedLines(text: string): string {
  const parts: string[] = []
  let at = 0
  let last: string | undefined
  let isApart = false
  while (at < text.length) {
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    const token = text.slice(at, to)
    at = to
    if (kind === 'space' && token.includes('\n')) {
      isApart = last === 'scalar'
      continue
    }
    // 1 and 2 on two lines are two values; 12 is another one.
    if (isApart && kind === 'scalar') parts.push(' ')
    isApart = false
    parts.push(token)
    last = kind
  }
  return parts.join('')
}

/** Whether line feeds of the text are all between tokens, so that each part is a line of its own. */
export function hasBreaksOnlyBetweenTokens(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    if (kind === 'string') {
      const lineFeed = text.indexOf('\n', at)
      if (lineFeed >= 0 && lineFeed < to) return false
      if (lineFeed < 0) return true
    }
    at = to
  }
  return true
}

function areLinesJson(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || isJson(line))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
