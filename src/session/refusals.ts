// What a document says when it does not do what was asked.
import { ReadFailure } from '../document/byteSource.ts'

export const STOPPED =
  'Reading was stopped. What was read until then can be looked at, and not changed.'

export const NOT_THE_LAST =
  'Other changes came after this one. Take them back first, or use Undo until you are there.'

export const NOT_AS_KEPT =
  'The file is not what it was when it was read before, although its size and date say so. It is read again.'

export const NOT_READ = 'The document can be changed when it has been read to its end.'

/** To be thrown: the page gets it as a failure. */
export function refusal(message: string): ReadFailure {
  return new ReadFailure({ kind: 'refused', message })
}
