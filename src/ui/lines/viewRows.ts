// What a view is called, and what to say when it holds nothing.
import type { AmongKind, View } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { hasMatches } from '../../state/actions/matches.ts'
import { viewKey } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'

/** A sentence for a view without rows; undefined while there may still be some to come. */
export function emptyNotice({ facts, view, marks }: DocumentTab): Message | undefined {
  if (!facts) return undefined
  if (facts.state === 'failed') return facts.failure?.message ?? msg('This file could not be read.')
  if (facts.state === 'reading') return undefined
  if (facts.lines === 0) return msg('This file has no lines.')
  switch (view.kind) {
    case 'all':
      return undefined
    case 'invalid':
      return msg('No invalid lines.')
    case 'warnings':
      return msg('No lines with warnings.')
    case 'attention':
      return msg('No lines that need attention.')
    case 'edited':
      return msg('No edited lines.')
    case 'matches':
      if (facts.matches > 0 && view.among !== undefined) return NONE_AMONG[view.among]
      return marks === undefined
        ? msg('No lines match the search.')
        : msg('None of these lines is left.')
    case 'cause':
      return msg('No lines have this issue any more.')
  }
}

const NONE_AMONG: Readonly<Record<AmongKind, Message>> = {
  invalid: msg('None of the matching lines is invalid.'),
  warnings: msg('None of the matching lines has warnings.'),
  attention: msg('None of the matching lines needs attention.'),
  edited: msg('None of the matching lines is edited.'),
}

const ONE_ISSUE = msg('One issue')

/** What a view is called where it can be taken back; undefined for those of the 'Show' choice. */
export function viewTitle({ facts, view, causeTitle, marks }: DocumentTab): Message | undefined {
  if (view.kind === 'matches') return marks
  if (view.kind !== 'cause') return undefined
  return facts?.causes.find(({ code }) => code === view.code)?.title ?? causeTitle ?? ONE_ISSUE
}

export function isSameView(one: View, other: View): boolean {
  return viewKey(one) === viewKey(other)
}

/** Whether something was searched for, or lines were marked otherwise. */
export function mayHaveMatches(tab: DocumentTab): boolean {
  return hasMatches(tab) || tab.view.kind === 'matches'
}
