// What screen readers are told of a place that the user was brought to, and that the focus may have to
// follow (ui/app/useFocusHome.ts). What everyone should read is a message: messages.ts.
import type { Row } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { store } from '../store.ts'

/** Says it without showing it. */
export function announce(text: Message): void {
  store.setState(({ announcement }) => ({
    announcement: { id: (announcement?.id ?? 0) + 1, text },
  }))
}

/** The user is somewhere else now: when nothing has the focus, it goes where the next key makes sense. */
export function arrive(): void {
  store.setState(({ arrivals }) => ({ arrivals: arrivals + 1 }))
}

/** 'Line 31,207, invalid: Trailing comma'. */
export function lineAnnouncement({
  line,
  verdict,
  needsAttention,
  finding,
}: Pick<Row, 'line' | 'verdict' | 'needsAttention' | 'finding'>): Message {
  const state = verdict === 'valid' && needsAttention ? msg('needs attention') : VERDICTS[verdict]
  return finding === undefined
    ? msg('Line {line, number}, {state}', { line, state })
    : msg('Line {line, number}, {state}: {finding}', { line, state, finding })
}

const VERDICTS: Readonly<Record<Row['verdict'], Message>> = {
  valid: msg('valid'),
  warning: msg('warning'),
  invalid: msg('invalid'),
  blank: msg('blank'),
}
