// The reading view of a line: the same tokens, one member a line. Spelling is kept (1.0, 2^53+1,
// escapes), because nothing is parsed; broken JSON is laid out as far as its brackets go.
import { lastAtMost } from '../../base/bisect.ts'
import { graphemeStart } from '../../base/cutText.ts'
import { tokenEnd, tokenKindAt } from './jsonTokens.ts'

/** Steps of indentation beyond which deeper levels are not moved further right. */
const MAX_INDENT = 40

export interface FormattedJson {
  readonly text: string
  /** The text went on; only its beginning is here. */
  readonly isCut: boolean
  /** Where tokens begin in what was laid out and in the layout, ascending. */
  readonly tokens: { readonly from: readonly number[]; readonly to: readonly number[] }
}

/** Lays out at most about `limit` code units of result. */
export function formatJson(text: string, limit: number): FormattedJson {
  const parts: string[] = []
  const tokens = { from: [] as number[], to: [] as number[] }
  let size = 0
  let depth = 0
  let at = 0
  let isSpaced = false
  let previous: 'none' | 'open' | 'comma' | 'value' | 'colon' = 'none'

  const add = (part: string) => {
    parts.push(part)
    size += part.length
  }
  const breakLine = () => add(`\n${'  '.repeat(Math.min(Math.max(depth, 0), MAX_INDENT))}`)

  while (at < text.length) {
    if (size >= limit) return { text: parts.join(''), isCut: true, tokens }
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    if (kind === 'space') {
      isSpaced = true
      at = to
      continue
    }
    if (kind === 'close') {
      depth--
      if (previous !== 'open') breakLine()
    } else if (previous === 'open') {
      breakLine()
    } else if (previous === 'comma') {
      if (kind !== 'comma') breakLine()
    } else if (previous === 'value' && isSpaced && kind !== 'comma' && kind !== 'colon') {
      // Two values without a comma: a mistake, and space is what keeps them apart.
      add(' ')
    }
    const isTooLong = to - at > limit - size
    tokens.from.push(at)
    tokens.to.push(size)
    add(text.slice(at, isTooLong ? graphemeStart(text, at + limit - size) : to))
    if (isTooLong) return { text: parts.join(''), isCut: true, tokens }
    if (kind === 'colon') add(' ')
    if (kind === 'open') depth++
    previous = kind === 'open' || kind === 'comma' || kind === 'colon' ? kind : 'value'
    isSpaced = false
    at = to
  }
  return { text: parts.join(''), isCut: false, tokens }
}

/**
 * Where a range of the text, ascending and not empty, is in its layout; what the layout adds between
 * tokens belongs to it. Undefined where nothing of it is there.
 */
export function rangeInLayout(
  { text, tokens }: FormattedJson,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } | undefined {
  const start = placeInLayout(tokens, from)
  const end = Math.min(placeInLayout(tokens, to - 1) + 1, text.length)
  return start < end ? { from: start, to: end } : undefined
}

/** The place in the text that stands at `offset` of its layout; the end of a token for the space behind it. */
export function placeInText({ tokens }: FormattedJson, offset: number): number {
  const { from, to } = tokens
  const token = lastAtMost(to, to.length, offset)
  if (token < 0) return 0
  const place = (from[token] as number) + offset - (to[token] as number)
  const next = from[token + 1]
  return next === undefined ? place : Math.min(place, next)
}

/** Space between tokens is laid out anew: a place in it is one between the same tokens. */
function placeInLayout({ from, to }: FormattedJson['tokens'], offset: number): number {
  const token = lastAtMost(from, from.length, offset)
  if (token < 0) return 0
  const place = (to[token] as number) + offset - (from[token] as number)
  return Math.min(place, to[token + 1] ?? Infinity)
}
