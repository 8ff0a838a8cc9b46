// How work that people wait for ended, for the stores that show it.
import type { Result } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'

export type Ending =
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly problem: Message }

/** Of what did not succeed: it was cancelled, or there is a reason. */
export function endingOf({ failure }: Extract<Result<unknown>, { readonly ok: false }>): Ending {
  return failure.kind === 'cancelled'
    ? { state: 'stopped' }
    : { state: 'failed', problem: failure.message }
}
