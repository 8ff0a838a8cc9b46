// What can be exported and how many lines that is.
import { type Message, msg } from '../../i18n/message.ts'
import type { DocumentFacts, ExportSelection, View } from '../../contracts/documentApi.ts'
import { rowCountOf } from '../../state/rowCount.ts'

export interface ExportChoice {
  readonly selection: ExportSelection
  readonly title: Message
  /** Lines; undefined when only the worker could tell. */
  readonly count: number | undefined
  /** How many of them are invalid, where that is worth saying. */
  readonly invalid?: number
}

/** Blank lines are neither valid nor invalid, so they are in 'All lines' only. */
export function exportChoices(facts: DocumentFacts, view: View): readonly ExportChoice[] {
  return [
    {
      selection: { kind: 'all' },
      title: msg('All lines'),
      count: facts.lines,
      invalid: facts.invalid,
    },
    {
      selection: { kind: 'valid' },
      title: msg('Valid lines only'),
      count: facts.lines - facts.invalid - facts.blank,
    },
    { selection: { kind: 'invalid' }, title: msg('Invalid lines only'), count: facts.invalid },
    {
      selection: { kind: 'view', view },
      title: msg('Current view'),
      count: countOfView(facts, view),
      ...(view.kind === 'all' && { invalid: facts.invalid }),
    },
    ...(facts.chosen > 0
      ? [
          {
            selection: { kind: 'chosen' } as const,
            title: msg('Chosen lines'),
            count: facts.chosen,
          },
        ]
      : []),
  ]
}

/** '40,000 lines, 15 of them invalid'. */
export function exportNote({ count, invalid = 0 }: ExportChoice): Message | undefined {
  if (count === undefined) return undefined
  return invalid === 0
    ? msg('{count, plural, one {# line} other {# lines}}', { count })
    : msg('{count, plural, one {# line} other {# lines}}, {invalid, number} of them invalid', {
        count,
        invalid,
      })
}

function countOfView(facts: DocumentFacts, view: View): number | undefined {
  // Deleted lines count as edits and are in no view.
  return view.kind === 'edited' ? undefined : rowCountOf(facts, view)
}
