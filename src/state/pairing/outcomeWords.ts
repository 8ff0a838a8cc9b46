// Outcomes as words inside a sentence. As titles they are the interface's (ui/pairing/outcomes.ts).
import type { Outcome } from '../../contracts/pairingApi.ts'
import { type Message, msg } from '../../i18n/message.ts'

const words: Readonly<Record<Outcome, Message>> = {
  succeeded: msg('succeeded'),
  failed: msg('failed'),
  missing: msg('missing'),
  unexpected: msg('unexpected'),
  duplicate: msg('duplicate'),
}

/** 'failed'. */
export function outcomeWord(outcome: Outcome): Message {
  return words[outcome]
}

/** '30 failed'. */
export function outcomeCount(outcome: Outcome, count: number): Message {
  switch (outcome) {
    case 'succeeded':
      return msg('{count, number} succeeded', { count })
    case 'failed':
      return msg('{count, number} failed', { count })
    case 'missing':
      return msg('{count, number} missing', { count })
    case 'unexpected':
      return msg('{count, number} unexpected', { count })
    case 'duplicate':
      return msg('{count, number} duplicate', { count })
  }
}
