// What a view holds according to the facts.
import type { AmongKind, DocumentFacts, View } from '../contracts/documentApi.ts'
import { type Message, msg } from '../i18n/message.ts'

/** In lines; 0 while nothing is known. */
export function rowCountOf(facts: DocumentFacts | undefined, view: View): number {
  if (!facts) return 0
  switch (view.kind) {
    case 'all':
      return facts.lines
    case 'invalid':
      return facts.invalid
    case 'warnings':
      return facts.warnings
    case 'attention':
      return facts.attention
    case 'edited':
      return facts.edited
    case 'matches':
      return view.among === undefined ? facts.matches : facts.matchesAmong[view.among]
    case 'cause':
      return facts.causes.find((cause) => cause.code === view.code)?.count ?? 0
  }
}

/** 'All 40,000 lines', '12 invalid lines', '3 lines: Trailing comma'. */
export function viewSentence(
  facts: DocumentFacts,
  view: View,
  causeTitle: Message | undefined,
): Message {
  const count = rowCountOf(facts, view)
  switch (view.kind) {
    case 'all':
      return msg('All {count, plural, one {# line} other {# lines}}', { count })
    case 'invalid':
      return msg('{count, plural, one {# invalid line} other {# invalid lines}}', { count })
    case 'warnings':
      return msg('{count, plural, one {# line with warnings} other {# lines with warnings}}', {
        count,
      })
    case 'attention':
      return msg(
        '{count, plural, one {# line that needs attention} other {# lines that need attention}}',
        { count },
      )
    case 'edited':
      return msg('{count, plural, one {# edited line} other {# edited lines}}', { count })
    case 'matches':
      return matchesSentence(count, view.among)
    case 'cause':
      return causeTitle === undefined
        ? msg('{count, plural, one {# line} other {# lines}}', { count })
        : msg('{count, plural, one {# line} other {# lines}}: {cause}', {
            count,
            cause: causeTitle,
          })
  }
}

function matchesSentence(count: number, among: AmongKind | undefined): Message {
  switch (among) {
    case undefined:
      return msg('{count, plural, one {# matching line} other {# matching lines}}', { count })
    case 'invalid':
      return msg(
        '{count, plural, one {# matching line is invalid} other {# matching lines are invalid}}',
        { count },
      )
    case 'warnings':
      return msg(
        '{count, plural, one {# matching line has warnings} other {# matching lines have warnings}}',
        { count },
      )
    case 'attention':
      return msg(
        '{count, plural, one {# matching line needs attention} other {# matching lines need attention}}',
        { count },
      )
    case 'edited':
      return msg(
        '{count, plural, one {# matching line is edited} other {# matching lines are edited}}',
        { count },
      )
  }
}

/** Of which kind all lines of a view are; undefined of all lines, all matches, and those of a cause. */
export function amongOf(view: View): AmongKind | undefined {
  switch (view.kind) {
    case 'all':
    case 'cause':
      return undefined
    case 'matches':
      return view.among
    case 'invalid':
    case 'warnings':
    case 'attention':
    case 'edited':
      return view.kind
  }
}
