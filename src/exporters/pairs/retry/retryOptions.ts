// What is sent again, and what is changed in it.
import { msg } from '../../../i18n/message.ts'
import type { ListItem, OptionSpecs, OptionValues } from '../../../pairing/exportOptions.ts'
import { UNUSABLE_TITLES, type Unusable } from '../../../pairing/usability.ts'
import type { RowColumns } from '../exportRow.ts'
import type { RequestChanges } from './changeRequest.ts'

/** Requests without a good answer, or those whose answer is not usable for a reason. */
export type Resent = 'failed' | 'missing' | Unusable

const AGAIN: readonly ListItem<Resent>[] = [
  { value: 'failed', title: msg('Failed'), counts: { outcome: 'failed' } },
  { value: 'missing', title: msg('Missing'), counts: { outcome: 'missing' } },
  ...(Object.keys(UNUSABLE_TITLES) as Unusable[]).map((unusable) => ({
    value: unusable,
    title: UNUSABLE_TITLES[unusable],
    counts: { unusable },
    isOfferedWhenCounted: true as const,
  })),
]

const CHANGES = msg('Change in the requests')

export const RETRY_OPTIONS = {
  resend: {
    kind: 'list',
    title: msg('Send again'),
    items: AGAIN,
    chosen: ['failed', 'missing'],
    whenNone: msg('Choose what to send again.'),
  },
  model: {
    kind: 'text',
    title: msg('Model'),
    group: CHANGES,
    placeholder: msg('as in the requests'),
  },
  tokenLimit: {
    kind: 'number',
    title: msg('Token limit'),
    group: CHANGES,
    placeholder: msg('as in the requests'),
    help: msg('Only where a request has a lower limit or none.'),
    min: 1,
    // No provider allows more; a longer number is a slip of the hand.
    max: 100_000_000,
    problem: msg('The token limit has to be a whole number of tokens, such as 4,000.'),
  },
  idSuffix: {
    kind: 'text',
    title: msg('Suffix for ids'),
    group: CHANGES,
    placeholder: msg('none, such as -retry'),
  },
} as const satisfies OptionSpecs

export function isWanted({ outcome, unusable }: RowColumns, resend: readonly Resent[]): boolean {
  if (outcome === 'failed' || outcome === 'missing') return resend.includes(outcome)
  return outcome === 'succeeded' && unusable !== undefined && resend.includes(unusable)
}

export function changesOf(options: OptionValues<typeof RETRY_OPTIONS>): RequestChanges {
  const { model, tokenLimit, idSuffix } = options
  return { model: model || undefined, tokenLimit, idSuffix: idSuffix || undefined }
}
