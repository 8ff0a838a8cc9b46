// Outcomes as people read them: a word and a shape each, never a colour alone.
import type { Outcome } from '../../contracts/pairingApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

export interface OutcomeLook {
  readonly title: Message
  readonly shape: string
  /** For tooltips: what it means. */
  readonly meaning: Message
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  succeeded: { title: msg('Succeeded'), shape: '✓', meaning: msg('The request has a good answer') },
  failed: { title: msg('Failed'), shape: '✕', meaning: msg('The answer says what went wrong') },
  missing: {
    title: msg('Missing'),
    shape: '○',
    meaning: msg('No answer has the id of this request'),
  },
  unexpected: {
    title: msg('Unexpected'),
    shape: '?',
    meaning: msg('No request has the id of this answer'),
  },
  duplicate: {
    title: msg('Duplicate'),
    shape: '≡',
    meaning: msg('A request that repeats an id, or an answer that another one supersedes'),
  },
}
