// What a document says when it does not do what was asked.
import { type FailureCode, failureOf } from '../base/failures.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { type Message, msg } from '../i18n/message.ts'

export const STOPPED = msg(
  'Reading was stopped. What was read until then can be looked at, and not changed.',
)

export const NOT_AS_KEPT = msg(
  'The file is not what it was when it was read before, although its size and date say so. It is read again.',
)

export const NO_SUCH_LINE = msg('This line is no longer in the document.')

const REFUSALS = {
  'document-changed': msg(
    'The file was read again meanwhile, so nothing was changed. Do it once more.',
  ),
  'not-latest-step': msg('Other changes came after this one. Undo those first.'),
  'not-read': msg('The document can be changed when it has been read to its end.'),
} as const satisfies Partial<Record<FailureCode, Message>>

/** To be thrown: the page gets it as a failure. */
export function refusal(code: keyof typeof REFUSALS): ReadFailure {
  return new ReadFailure(failureOf(code, REFUSALS[code]))
}
