// What a view holds according to the facts.
import type { DocumentFacts, View } from '../contracts/documentApi.ts'
import { countOf } from './formatNumber.ts'

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
      return facts.matches
    case 'cause':
      return facts.causes.find((cause) => cause.code === view.code)?.count ?? 0
  }
}

/** 'All 40,000 lines', '12 invalid lines', '3 lines: Trailing comma'. */
export function viewSentence(
  facts: DocumentFacts,
  view: View,
  causeTitle: string | undefined,
): string {
  const count = rowCountOf(facts, view)
  switch (view.kind) {
    case 'all':
      return `All ${countOf(count, 'line')}`
    case 'invalid':
      return countOf(count, 'invalid line')
    case 'warnings':
      return countOf(count, 'line with warnings', 'lines with warnings')
    case 'attention':
      return countOf(count, 'line that needs attention', 'lines that need attention')
    case 'edited':
      return countOf(count, 'edited line')
    case 'matches':
      return countOf(count, 'matching line')
    case 'cause':
      return `${countOf(count, 'line')}${causeTitle === undefined ? '' : `: ${causeTitle}`}`
  }
}
