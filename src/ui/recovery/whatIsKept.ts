import { type Message, msg } from '../../i18n/message.ts'
import type { KeptEdits } from '../../state/recovery/recoveryStore.ts'

/** '312 edits'. */
export function whatIsKept({ edits, drafts }: KeptEdits): Message {
  if (drafts === 0) return msg('{edits, plural, one {# edit} other {# edits}}', { edits })
  if (edits === 0) {
    return msg('text typed in {drafts, plural, one {# line} other {# lines}} and not applied', {
      drafts,
    })
  }
  return msg(
    '{edits, plural, one {# edit} other {# edits}}, and text typed in {drafts, plural, one {# line} other {# lines}} and not applied',
    { edits, drafts },
  )
}
