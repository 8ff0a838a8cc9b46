// What can be exported and how many lines that is.
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import type { DocumentFacts, ExportSelection, View } from '../../contracts/documentApi.ts'

export interface ExportChoice {
  readonly selection: ExportSelection
  readonly title: string
  /** Lines; undefined when only the worker could tell. */
  readonly count: number | undefined
  /** How many of them are invalid, where that is worth saying. */
  readonly invalid?: number
}

/** Blank lines are neither valid nor invalid, so they are in 'All lines' only. */
export function exportChoices(facts: DocumentFacts, view: View): readonly ExportChoice[] {
  return [
    { selection: { kind: 'all' }, title: 'All lines', count: facts.lines, invalid: facts.invalid },
    {
      selection: { kind: 'valid' },
      title: 'Valid lines only',
      count: facts.lines - facts.invalid - facts.blank,
    },
    { selection: { kind: 'invalid' }, title: 'Invalid lines only', count: facts.invalid },
    {
      selection: { kind: 'view', view },
      title: 'Current view',
      count: countOfView(facts, view),
      ...(view.kind === 'all' && { invalid: facts.invalid }),
    },
    ...(facts.chosen > 0
      ? [{ selection: { kind: 'chosen' } as const, title: 'Chosen lines', count: facts.chosen }]
      : []),
  ]
}

/** '40,000 lines, 15 of them invalid'. */
export function exportNote({ count, invalid = 0 }: ExportChoice): string {
  if (count === undefined) return ''
  const lines = countOf(count, 'line')
  return invalid === 0 ? lines : `${lines}, ${groupNumber(invalid)} of them invalid`
}

function countOfView(facts: DocumentFacts, view: View): number | undefined {
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
      // Deleted lines count as edits and are in no view.
      return undefined
    case 'matches':
      return facts.matches
    case 'cause':
      return facts.causes.find((cause) => cause.code === view.code)?.count ?? 0
  }
}
