// Answers of a worker and its facts reach the page on different ways. An answer may thus be of a state
// that the page knows to be past, where indexes and numbers meant other lines.
import { fail, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'

/** A document that changes faster than it answers is not waited for. */
const TRIES = 5

/** Asks again while the answer is older than `revisionNow`, the latest revision that the page knows. */
export async function upToDate<T extends { readonly revision: number }>(
  ask: () => Promise<Result<T>>,
  revisionNow: () => number | undefined,
): Promise<Result<T>> {
  for (let tried = 0; tried < TRIES; tried++) {
    const answer = await ask()
    if (!answer.ok || answer.value.revision >= (revisionNow() ?? -1)) return answer
  }
  return fail('document-changed', msg('Lines kept changing while this was looked up. Try again.'))
}
