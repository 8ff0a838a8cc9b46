// The reading view of a line: the same tokens, one member a line. Spelling is kept (1.0, 2^53+1,
// escapes), because nothing is parsed; broken JSON is laid out as far as its brackets go.
import { tokenEnd, tokenKindAt } from './jsonTokens.ts'

/** Steps of indentation beyond which deeper levels are not moved further right. */
const MAX_INDENT = 40

export interface FormattedJson {
  readonly text: string
  /** The text went on; only its beginning is here. */
  readonly isCut: boolean
}

/** Lays out at most about `limit` code units of result. */
export function formatJson(text: string, limit: number): FormattedJson {
  const parts: string[] = []
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
    if (size >= limit) return { text: parts.join(''), isCut: true }
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
    add(text.slice(at, isTooLong ? at + limit - size : to))
    if (isTooLong) return { text: parts.join(''), isCut: true }
    if (kind === 'colon') add(' ')
    if (kind === 'open') depth++
    previous = kind === 'open' || kind === 'comma' || kind === 'colon' ? kind : 'value'
    isSpaced = false
    at = to
  }
  return { text: parts.join(''), isCut: false }
}
