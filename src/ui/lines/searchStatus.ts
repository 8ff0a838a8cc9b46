// What the search box says about a search.
import { type LineIndex, lineNumberOf } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { CurrentMatch, DocumentTab, SearchState } from '../../state/store.ts'

export interface SearchStatus {
  /** Lines that match, as far as known. */
  readonly matches: number
  /** `<spoken>` marks what is only for those who do not see where the match is. */
  readonly text?: Message
  /** How much of the file has been searched, 0 to 1; only while searching. */
  readonly share?: number
}

/** The match that was gone to, and where its line is. */
export interface ShownMatch extends CurrentMatch {
  readonly index: LineIndex | undefined
}

/**
 * `matchesNow`: the lines that match according to the facts of the document; `current`: the match that
 * is looked at.
 */
export function searchStatus(
  { progress, state }: SearchState,
  matchesNow: number | undefined,
  current?: ShownMatch,
): SearchStatus {
  const found = progress?.matchingLines ?? 0
  switch (state) {
    case 'idle':
      // A search that was stopped keeps what it found.
      if (!progress) return { matches: 0 }
      return {
        matches: found,
        text: msg('{found, plural, one {# line} other {# lines}} so far, stopped', { found }),
      }
    case 'searching': {
      const total = progress?.total ?? 0
      return {
        matches: found,
        text: msg('{found, plural, one {# line} other {# lines}} so far', { found }),
        share: total > 0 ? Math.min(1, (progress?.done ?? 0) / total) : 0,
      }
    }
    case 'done': {
      // Edits change the count afterwards.
      const matches = matchesNow ?? found
      return { matches, text: textOf(matches, current) }
    }
  }
}

function textOf(count: number, current: ShownMatch | undefined): Message {
  if (count === 0) return msg('No lines')
  if (current?.row === undefined || current.index === undefined) {
    return msg('{count, plural, one {# line} other {# lines}}', { count })
  }
  const at = current.row + 1
  const line = lineNumberOf(current.index)
  return current.count > 1
    ? msg(
        '{at, number} of {count, number}<spoken> matching lines, line {line, number}, match {match, number} of {matches, number}</spoken>',
        { at, count, line, match: current.at + 1, matches: current.count },
      )
    : msg('{at, number} of {count, number}<spoken> matching lines, line {line, number}</spoken>', {
        at,
        count,
        line,
      })
}

/** Of a query. */
export function skippedText(skipped: number): Message {
  return msg(
    '{skipped, plural, one {# invalid line was not looked at} other {# invalid lines were not looked at}}',
    { skipped },
  )
}

/** The match that was gone to, while its line is the one that is looked at. */
export function currentMatch({ match, selection }: DocumentTab): CurrentMatch | undefined {
  return match && selection?.id === match.line ? match : undefined
}
