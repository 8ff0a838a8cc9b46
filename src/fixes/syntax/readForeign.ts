// What stands between the tokens of a line and is neither whitespace of JSON nor a token: comments,
// marks, control characters, spaces that JSON does not know, line breaks in letters.
import type { TextOffset } from '../../base/units.ts'
import { isSpace, isWrittenBreak } from './repair.ts'
import type { Repair } from './repair.ts'

export interface Foreign extends Repair {
  /** Where reading goes on; before that the text is whitespace or dropped. */
  readonly resumeAt: TextOffset
}

/** U+200B to U+200F, U+2060 and U+00AD take no room: they vanish. The others become a space. */
const ODD_SPACE = /[\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000]/
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060]/

/**
 * What is at `at`; undefined for a token, 'unclear' for a comment that cannot be told from what
 * follows it. `isInside`: in an object or array.
 */
export function findForeign(
  text: string,
  at: TextOffset,
  isInside: boolean,
): Foreign | 'unclear' | undefined {
  const code = text.charCodeAt(at)
  if (code === 0) return nulRun(text, at)
  if (code < 32 || code === 127) return dropped(code, at)
  if (code === 0x23 || code === 0x2f) return findComment(text, at, isInside)
  if (code === 0x5c && !isInside && isWrittenBreak(text, at)) {
    return { cause: 'written-break', from: at, to: at + 2, insert: '', resumeAt: at + 2 }
  }
  if (code < 127) return undefined
  if (code === 0xfeff) {
    return { cause: 'bom', from: at, to: at + 1, insert: '', resumeAt: at + 1 }
  }
  const c = text[at] as string
  if (!ODD_SPACE.test(c)) return undefined
  const insert = ZERO_WIDTH.test(c) ? '' : ' '
  return { cause: 'odd-space', from: at, to: at + 1, insert, resumeAt: at + 1 }
}

/** A file that lost its content has millions of them in a row. */
function nulRun(text: string, from: TextOffset): Foreign {
  let to = from + 1
  while (text.charCodeAt(to) === 0) to++
  return { cause: 'nul-byte', from, to, insert: '', resumeAt: to }
}

function dropped(code: number, at: TextOffset): Foreign {
  const cause = code === 0x1e ? 'record-separator' : 'control-character'
  return { cause, from: at, to: at + 1, insert: '', resumeAt: at + 1 }
}

function findComment(
  text: string,
  at: TextOffset,
  isInside: boolean,
): Foreign | 'unclear' | undefined {
  const isBlock = text.startsWith('/*', at)
  if (text[at] === '/' && !isBlock && text[at + 1] !== '/') return undefined
  const end = isBlock ? text.indexOf('*/', at + 2) : -1
  // A comment at the end goes with the space before it, one at the start with the space after it.
  let from = at
  let to = end < 0 ? text.length : end + 2
  const resumeAt = to
  if (text.slice(to).trim() === '') {
    // What looks like JSON after // may be the rest of the line, once on a line of its own.
    if (end < 0 && isInside && /[{}[\]":]/.test(text.slice(at + 2))) return 'unclear'
    while (from > 0 && isSpace(text.charCodeAt(from - 1))) from--
    to = text.length
  } else if (text.slice(0, from).trim() === '') {
    from = 0
    while (isSpace(text.charCodeAt(to))) to++
  }
  return { cause: 'comment', from, to, insert: '', resumeAt: Math.max(resumeAt, to) }
}
