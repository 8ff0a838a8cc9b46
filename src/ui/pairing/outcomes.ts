// Outcomes as people read them: a word and a shape each, never a colour alone.
import type { Outcome } from '../../contracts/pairingApi.ts'

export interface OutcomeLook {
  readonly title: string
  readonly shape: string
  /** For tooltips: what it means. */
  readonly meaning: string
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  succeeded: { title: 'Succeeded', shape: '✓', meaning: 'The request has a good answer' },
  failed: { title: 'Failed', shape: '✕', meaning: 'The answer says what went wrong' },
  missing: { title: 'Missing', shape: '○', meaning: 'No answer has the id of this request' },
  unexpected: { title: 'Unexpected', shape: '?', meaning: 'No request has the id of this answer' },
  duplicate: {
    title: 'Duplicate',
    shape: '≡',
    meaning: 'A request that repeats an id, or an answer that another one supersedes',
  },
}
