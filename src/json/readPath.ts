// The one reader of paths: keys after dots, keys in brackets and quotes, indexes. What a bare name may be,
// and whether spaces may stand between steps, differs between a path alone (parsePath.ts) and one in a query.
import type { TextOffset } from '../base/units.ts'
import { isOpeningQuote, readQuoted } from './readQuoted.ts'

export interface PathSyntax {
  /** Sticky: a name without quotes. Its outer spaces are no part of it. */
  readonly name: RegExp
  /** Spaces may stand between steps, and a name in quotes needs no brackets: `a . "b c"`. */
  readonly isAlone: boolean
}

/** A key, a 0-based index (-1 is the last element), or null for every element: `[*]`, `[]`. */
export type ReadStep = string | number | null

/**
 * - `name`: after a dot there is no name
 * - `star`: `.*`, which is written `[*]` here
 * - `bracket`: neither an index nor a key in quotes is in the brackets, or they are not closed
 * - `unclosed`, `escape`: of a key in quotes
 */
export interface PathFault {
  readonly kind: 'name' | 'star' | 'bracket' | 'unclosed' | 'escape'
  readonly from: TextOffset
  readonly to: TextOffset
}

export interface ReadPath {
  readonly steps: readonly ReadStep[]
  /** Where the path ends; with a fault, the end of what could be read. */
  readonly to: TextOffset
  /** Whether the path is one name and nothing else: no `$`, no quotes. */
  readonly isBareName: boolean
  readonly fault?: PathFault
}

const INDEX = /-?\d+/y
const SPACES = /\s*/y

/** Reads a path as far as it goes. Nothing at all, or `$`, is the root: no steps. */
export function readPath(text: string, from: TextOffset, syntax: PathSyntax): ReadPath {
  const steps: ReadStep[] = []
  let isBareName = false
  let at = from
  const failed = (kind: PathFault['kind'], start: TextOffset, to: TextOffset): ReadPath => ({
    steps,
    to: at,
    isBareName: false,
    fault: { kind, from: start, to: Math.min(to, text.length) },
  })
  for (let isStart = true; ; isStart = false) {
    const next = syntax.isAlone ? skipSpaces(text, at) : at
    const char = text[next]
    if (char === '[') {
      const read = readBrackets(text, next)
      if ('kind' in read) return failed(read.kind, read.from, read.to)
      steps.push(read.step)
      isBareName = false
      at = read.to
      continue
    }
    const hasDot = char === '.'
    if (!hasDot && !isStart) break
    const nameFrom = hasDot ? (syntax.isAlone ? skipSpaces(text, next + 1) : next + 1) : next
    if (syntax.isAlone && text[nameFrom] === '"') {
      const quoted = readQuoted(text, nameFrom)
      if (quoted.fault) return failed(quoted.fault.kind, quoted.fault.from, quoted.fault.to)
      steps.push(quoted.value)
      isBareName = false
      at = quoted.to
      continue
    }
    const name = matchAt(syntax.name, text, nameFrom)
    if (name === '') {
      if (hasDot) return failed('name', next, next + 1)
      break
    }
    const nameTo = nameFrom + name.length
    if (name === '*' && hasDot) return failed('star', next, nameTo)
    at = nameTo
    // Whoever types a `$` at the beginning means the root.
    if (name === '$' && isStart && !hasDot) continue
    isBareName = isStart && !hasDot
    steps.push(name)
  }
  return { steps, to: syntax.isAlone ? skipSpaces(text, at) : at, isBareName }
}

function readBrackets(
  text: string,
  at: TextOffset,
): { readonly step: ReadStep; readonly to: TextOffset } | PathFault {
  const inside = skipSpaces(text, at + 1)
  let step: ReadStep = null
  let to = inside
  const index = matchAt(INDEX, text, inside)
  if (isOpeningQuote(text[inside])) {
    const quoted = readQuoted(text, inside)
    if (quoted.fault) return quoted.fault
    step = quoted.value
    to = quoted.to
  } else if (index !== '') {
    // -0 is 0, and no array has more elements than can be counted.
    step = Number(index) || 0
    if (!Number.isSafeInteger(step)) return fault(text, at)
    to = inside + index.length
  } else if (text[inside] === '*') to = inside + 1
  to = skipSpaces(text, to)
  return text[to] === ']' ? { step, to: to + 1 } : fault(text, at)
}

/** The brackets and what is in them. */
function fault(text: string, at: TextOffset): PathFault {
  const end = text.indexOf(']', at)
  return { kind: 'bracket', from: at, to: end < 0 ? text.length : end + 1 }
}

function skipSpaces(text: string, at: TextOffset): TextOffset {
  return at + matchAt(SPACES, text, at).length
}

function matchAt(sticky: RegExp, text: string, at: TextOffset): string {
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? ''
}
