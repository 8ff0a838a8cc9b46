// Where in a line the matches of a search are. Searching itself only asks whether there is one; this is
// asked of the few lines that are shown.
import { graphemeStart } from '../../base/cutText.ts'
import type { TextOffset } from '../../base/units.ts'
import type { MatchRange } from '../../contracts/documentApi.ts'
import type { Expression } from '../../expressions/expressions.ts'
import { BEGIN, MATCHED } from '../../expressions/lineAutomaton.ts'

export interface MatchFinder {
  /**
   * The first match in a line, its text and its bytes; undefined when there is none that has a length, or
   * none was found before `deadline` (of `performance.now()`).
   */
  first(text: string, bytes: Uint8Array, deadline: number): MatchRange | undefined
  /** The first `limit` matches; fewer when `deadline` passes. */
  all(text: string, limit: number, deadline: number): FoundMatches
}

export interface FoundMatches {
  /** Ascending, without overlap, none empty. */
  readonly ranges: readonly MatchRange[]
  /** There are no others. */
  readonly isAll: boolean
}

/** Code units up to which an expression is run over a text at once: some milliseconds. */
const SHORT_TEXT = 4096
/** Code units around the end of a match in which its beginning is looked for. */
const AROUND = 4096
/** Code units after which the clock is looked at first, and later after four times as many. */
const PIECE = 32 * 1024

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** `expression`: global; one of `literalExpression`, which takes no time worth a look at the clock. */
export function literalFinder(expression: RegExp): MatchFinder {
  return {
    first(text) {
      for (const match of text.matchAll(expression)) return rangeOf(match)
      return undefined
    },
    all(text, limit) {
      const ranges: MatchRange[] = []
      for (const match of text.matchAll(expression)) {
        if (ranges.length === limit) return { ranges, isAll: false }
        ranges.push(rangeOf(match))
      }
      return { ranges, isAll: true }
    },
  }
}

function rangeOf({ index, 0: { length } }: RegExpExecArray): MatchRange {
  return { from: index, to: index + length }
}

export function expressionFinder(expression: Expression): MatchFinder {
  const automaton = expression.automaton()

  /** Where the first match to end ends, in bytes; the end of the line where only that makes it a match. */
  function findEnd(bytes: Uint8Array, deadline: number): number | undefined {
    let state = BEGIN
    automaton.at = 0
    for (let at = 0; at < bytes.length && state !== MATCHED; at = automaton.at) {
      state = automaton.run(state, bytes, at, bytes.length)
      if (performance.now() > deadline) return undefined
    }
    return automaton.matchesAt(state) ? automaton.at : undefined
  }

  return {
    first(text, bytes, deadline) {
      if (text.length <= SHORT_TEXT) return expression.ranges(text, 1)[0]
      // The automaton is many times as fast as what tells where a match begins.
      const endByte = findEnd(bytes, deadline)
      if (endByte === undefined) return undefined
      const end = utf8.decode(bytes.subarray(0, endByte)).length
      const near = text.slice(0, end + AROUND)
      // A match that began further away is shown by its end.
      return expression.ranges(near, 1, Math.max(0, end - AROUND))[0] ?? lastCharacter(text, end)
    },
    all(text, limit, deadline) {
      const ranges: MatchRange[] = []
      let from: TextOffset = 0
      for (let to = 0, size = PIECE; to < text.length; size *= 4) {
        if (performance.now() > deadline) return { ranges, isAll: false }
        to = Math.min(text.length, to + size)
        for (const range of expression.ranges(text.slice(0, to), limit + 1 - ranges.length, from)) {
          // It may go on where the piece ends, or end there only because of that.
          if (range.to === to && to < text.length) break
          if (ranges.length === limit) return { ranges, isAll: false }
          ranges.push(range)
        }
        from = Math.max(from, ranges.at(-1)?.to ?? 0)
      }
      return { ranges, isAll: true }
    },
  }
}

function lastCharacter(text: string, end: TextOffset): MatchRange | undefined {
  return end > 0 ? { from: graphemeStart(text, end - 1), to: end } : undefined
}
